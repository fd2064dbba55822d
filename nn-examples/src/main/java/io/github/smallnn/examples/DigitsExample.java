package io.github.smallnn.examples;

import io.github.smallnn.data.Datasets;
import io.github.smallnn.graph.Dataset;
import io.github.smallnn.graph.Model;
import io.github.smallnn.loss.Losses;
import io.github.smallnn.metrics.Metrics;
import io.github.smallnn.optim.Optimizers;
import io.github.smallnn.preprocessing.StandardScaler;
import io.github.smallnn.preprocessing.StandardScaling;
import io.github.smallnn.split.SplitData;
import io.github.smallnn.split.TrainTestSplit;
import io.github.smallnn.train.Scores;
import io.github.smallnn.train.Trainer;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Learns to read handwritten digits: trains on four fifths of the images and is judged by the fifth it has not seen
 * (with the same share of each digit). JSON names: {@code accuracy}, {@code loss}, {@code train.rows}, {@code
 * test.rows}, {@code nn.loss_per_epoch}.
 */
@Command(
        name = "digits",
        description = "Handwritten digits: train on four fifths, print the accuracy on the other fifth.")
final class DigitsExample implements Runnable {
    private static final int CLASSES = 10;
    private static final double HELD_BACK = 0.2;

    @Mixin
    private Output output;

    @Mixin
    private TrainingOptions training;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "Seed of the split, of the network's first weights and of the order of its batches"
                    + " (${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public void run() {
        Report report = output.report(Json.NonFinite.NULL);
        Dataset images = images();
        SplitData split = output.sensible(() ->
                TrainTestSplit.defaults().testFraction(HELD_BACK).seed(seed).splitStratified(images));
        Model model = output.sensible(() -> training.model(images.inputs().cols(), CLASSES, seed));
        Trainer trainer = output.sensible(() -> trainer(model));
        report.line(
                "%d images, of which %d are held back%n%n%s%n",
                images.rows(), split.test().rows(), model.network().summary().strip());
        run(report, trainer, split);
        report.finish();
    }

    private Trainer trainer(Model model) {
        return Trainer.of(model, Losses.crossEntropy(), Optimizers.adam())
                .epochs(training.epochs())
                .shuffle(seed)
                .seed(seed);
    }

    private void run(Report report, Trainer trainer, SplitData split) {
        StandardScaling scaling = new StandardScaler().fit(split.train());
        Progress progress = new Progress(report, training.epochs());
        trainer.listener(progress).fit(scaled(scaling, split.train()));
        Scores scores = trainer.evaluate(scaled(scaling, split.test()), Map.of("accuracy", Metrics.accuracy()));
        report.figure("train.rows", split.train().rows());
        report.figure("test.rows", split.test().rows());
        report.figure("nn.loss_per_epoch", progress.losses());
        double accuracy = report.figure("accuracy", scores.metric("accuracy"));
        double loss = report.figure("loss", scores.loss());
        report.line("%nheld-back fifth: accuracy %.2f %%, loss %.4f", 100 * accuracy, loss);
    }

    private static Dataset scaled(StandardScaling scaling, Dataset data) {
        return new Dataset(scaling.transform(data.inputs()), data.targets());
    }

    static Dataset images() {
        return Datasets.digits().data();
    }
}
