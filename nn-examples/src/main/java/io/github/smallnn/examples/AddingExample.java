package io.github.smallnn.examples;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.graph.Model;
import io.github.smallnn.graph.Network;
import io.github.smallnn.layer.Layers;
import io.github.smallnn.loss.Losses;
import io.github.smallnn.optim.Optimizers;
import io.github.smallnn.random.RandomState;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import io.github.smallnn.train.Trainer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The adding problem of Hochreiter and Schmidhuber (1997): a sequence of numbers of which two are marked, and the sum of
 * the two is wanted at its end. An LSTM has to remember the first until it meets the second. JSON names: {@code mse},
 * {@code mse.of_the_mean}, {@code nn.loss_per_epoch}.
 */
@Command(name = "adding", description = "An LSTM learns to add the two marked numbers of a sequence of twenty.")
final class AddingExample implements Runnable {
    private static final int STEPS = 20;
    private static final int TRAIN = 5000;
    private static final int TEST = 1000;

    @Mixin
    private Output output;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            defaultValue = "10",
            description = "Passes over the training data (${DEFAULT-VALUE}).")
    private int epochs;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "Seed of the data, of the first weights and of the order of the batches (${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public void run() {
        Report report = output.report(Json.NonFinite.NULL);
        Dataset all = output.sensible(() -> sequences(TRAIN + TEST, new RandomState(seed)));
        Dataset test = all.range(TRAIN, TRAIN + TEST);
        Network network =
                Network.of(Shape.of(STEPS, 2), Layers.sequential(Layers.lstm(32).last(), Layers.dense(1)));
        Model model = Model.of(network, Precision.DOUBLE, seed);
        Progress progress = new Progress(report, epochs);
        Trainer trainer = output.sensible(() -> Trainer.of(model, Losses.mse(), Optimizers.adam(0.003))
                .epochs(epochs)
                .shuffle(seed)
                .listener(progress));
        report.line("%s%n", model.network());
        trainer.fit(all.range(0, TRAIN));
        report.figure("nn.loss_per_epoch", progress.losses());
        double mean = report.figure("mse.of_the_mean", variance(test.targets()));
        double mse = report.figure("mse", trainer.evaluate(test).loss());
        report.line("%nmean squared error on %d new sequences: %.5f (always saying the mean: %.3f)", TEST, mse, mean);
        report.finish();
    }

    /** Rows of steps (number, mark); the target is the sum of the two marked numbers, one in each half. */
    private static Dataset sequences(int rows, RandomState random) {
        Tensor inputs = Tensor.zeros(Precision.DOUBLE, rows, 2 * STEPS);
        Tensor targets = Tensor.zeros(Precision.DOUBLE, rows, 1);
        for (int r = 0; r < rows; r++) {
            for (int t = 0; t < STEPS; t++) {
                inputs.set(r, 2 * t, random.uniform());
            }
            double sum = 0;
            for (int half = 0; half < 2; half++) {
                int marked = (int) random.integers(half * STEPS / 2, (half + 1) * STEPS / 2);
                inputs.set(r, 2 * marked + 1, 1);
                sum += inputs.get(r, 2 * marked);
            }
            targets.set(r, 0, sum);
        }
        return new Dataset(inputs, targets);
    }

    private static double variance(Tensor t) {
        double sum = 0;
        double squares = 0;
        for (double v : t.toArray()) {
            sum += v;
            squares += v * v;
        }
        double mean = sum / t.rows();
        return squares / t.rows() - mean * mean;
    }
}
