package io.github.smallnn.examples;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.graph.Layer;
import io.github.smallnn.graph.Model;
import io.github.smallnn.layer.Layers;
import io.github.smallnn.loss.Losses;
import io.github.smallnn.metrics.Metrics;
import io.github.smallnn.optim.Optimizers;
import io.github.smallnn.split.SplitData;
import io.github.smallnn.split.TrainTestSplit;
import io.github.smallnn.train.Scores;
import io.github.smallnn.train.Trainer;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The handwritten digits as images: two convolutions, one pooling, two dense layers. JSON names: {@code accuracy}, {@code
 * loss}, {@code nn.loss_per_epoch}.
 */
@Command(
        name = "convolution",
        description = "Handwritten digits as images: a small convolutional network, judged by a held-back fifth.")
final class ConvolutionExample implements Runnable {
    private static final double BRIGHTEST = 16;

    @Mixin
    private Output output;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            defaultValue = "20",
            description = "Passes over the training data (${DEFAULT-VALUE}).")
    private int epochs;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "Seed of the split, of the first weights and of the order of the batches (${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public void run() {
        Report report = output.report(Json.NonFinite.NULL);
        Dataset images = DigitsExample.images();
        SplitData split = output.sensible(
                () -> TrainTestSplit.defaults().testFraction(0.2).seed(seed).splitStratified(images));
        Layer body = Layers.sequential(
                x -> x.times(1 / BRIGHTEST),
                Layers.reshape(1, 8, 8),
                Layers.conv2d(16, 3).padding(1),
                Layers.relu(),
                Layers.conv2d(32, 3).padding(1),
                Layers.relu(),
                Layers.maxPool2d(2),
                Layers.flatten(),
                Layers.dense(64),
                Layers.relu(),
                Layers.dense(10));
        Model model = output.sensible(() -> Model.of(images.inputs().cols(), body, seed));
        Progress progress = new Progress(report, epochs);
        Trainer trainer = output.sensible(() -> Trainer.of(model, Losses.crossEntropy(), Optimizers.adam(0.002))
                .epochs(epochs)
                .shuffle(seed)
                .listener(progress));
        report.line("%s%n", model.network().summary().strip());
        trainer.fit(split.train());
        Scores scores = trainer.evaluate(split.test(), Map.of("accuracy", Metrics.accuracy()));
        report.figure("nn.loss_per_epoch", progress.losses());
        double accuracy = report.figure("accuracy", scores.metric("accuracy"));
        double loss = report.figure("loss", scores.loss());
        report.line("%nheld-back fifth: accuracy %.2f %%, loss %.4f", 100 * accuracy, loss);
        report.finish();
    }
}
