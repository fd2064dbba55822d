package io.github.smallnn.examples;

import io.github.smallnn.graph.Backprop;
import io.github.smallnn.graph.Dataset;
import io.github.smallnn.graph.Layer;
import io.github.smallnn.graph.Model;
import io.github.smallnn.layer.Layers;
import io.github.smallnn.loss.Losses;
import io.github.smallnn.metrics.Metrics;
import io.github.smallnn.optim.Optimizers;
import io.github.smallnn.tensor.Tensor;
import io.github.smallnn.train.Trainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The document "Building a neural network from scratch", snippet by snippet: forward propagation, ReLU, many rows, two
 * hidden layers, errors, slopes and updates. JSON names are those of the golden figures, {@code seed0/...}.
 */
@Command(
        name = "scratch",
        description = "A network from scratch: forward propagation, errors, slopes and twenty updates, step by step.")
final class ScratchExample implements Runnable {
    private static final double[][] HIDDEN = {{2, 4}, {4, -5}};
    private static final double[] OUTPUT = {2, 7};
    private static final LinearUnit UNIT = new LinearUnit(new double[] {0, 2, 1});
    private static final double[] UNIT_INPUT = {1, 2, 3};
    private static final double UNIT_TARGET = 0;
    private static final double RATE = 0.01;
    private static final int UPDATES = 20;

    @Mixin
    private Output output;

    @Option(names = "--plot", paramLabel = "FILE.png", description = "Draw the error history into this PNG file.")
    private Path plot;

    @Override
    public void run() {
        UpdateHistory history = UpdateHistory.of(UNIT, UNIT_INPUT, UNIT_TARGET, RATE, UPDATES);
        if (plot != null) {
            draw(history);
        }
        Report report = output.report(Json.NonFinite.TEXT);
        forward(report);
        rows(report);
        twoHiddenLayers(report);
        errors(report);
        meanSquaredErrors(report);
        slope(report);
        oneUpdate(report);
        manyUpdates(report, history);
        if (plot != null) {
            report.line("%nThe history is drawn in %s.", plot);
        }
        report.finish();
    }

    private void draw(UpdateHistory history) {
        try {
            HistoryPlot.write(history.documentError(), plot);
        } catch (IOException e) {
            throw output.misuse("cannot write the plot " + plot + ": " + e.getMessage(), e);
        }
    }

    private static Model oneHiddenLayer(Layer hidden, Layer output, double[][] nodes, double[] outputNode) {
        return new ScratchNetwork()
                .layer(hidden, nodes)
                .layer(output, outputNode)
                .model();
    }

    private static void forward(Report report) {
        report.heading("Forward propagation: input (3, 5), two hidden nodes, one output");
        Model linear = oneHiddenLayer(Layers.identity(), Layers.identity(), HIDDEN, OUTPUT);
        double plain = report.figure("seed0/snippet 1/output", linear.predict(3, 5)[0]);
        report.line("without activation   %6.0f", plain);
        Model relu = oneHiddenLayer(Layers.relu(), Layers.identity(), HIDDEN, OUTPUT);
        double rectified = report.figure("seed0/snippet 2/model_output", relu.predict(3, 5)[0]);
        report.line("with ReLU            %6.0f", rectified);
    }

    private static void rows(Report report) {
        report.heading("Many rows at once (ReLU on the output node as well)");
        Model model = oneHiddenLayer(Layers.relu(), Layers.relu(), HIDDEN, OUTPUT);
        double[][] rows = {{3, 5}, {1, -1}, {0, 0}, {8, 4}};
        double[] results = report.figure(
                "seed0/snippet 3/results", model.predict(Tensor.of(rows)).toArray());
        for (int r = 0; r < rows.length; r++) {
            report.line("(%2.0f, %2.0f)  ->  %4.0f", rows[r][0], rows[r][1], results[r]);
        }
    }

    private static void twoHiddenLayers(Report report) {
        report.heading("Two hidden layers");
        Model model = new ScratchNetwork()
                .layer(Layers.relu(), HIDDEN)
                .layer(Layers.relu(), new double[][] {{-1, 1}, {2, 2}})
                .layer(Layers.identity(), OUTPUT)
                .model();
        report.line("%s", model.network().summary().strip());
        report.line("(3, 5)  ->  %.0f", report.figure("seed0/snippet 4/output", model.predict(3, 5)[0]));
    }

    private static void errors(Report report) {
        report.heading("Weights decide about the error: input (0, 3), target 3");
        double[][] nodes = {{2, 1}, {1, 2}};
        double[][] outputs = {{1, 1}, {-1, 1}};
        for (int i = 0; i < outputs.length; i++) {
            Model model = oneHiddenLayer(Layers.relu(), Layers.relu(), nodes, outputs[i]);
            double error = report.figure("seed0/snippet 5/error_" + i, model.predict(0, 3)[0] - 3);
            report.line("weights_%d  error %3.0f", i, error);
        }
    }

    private static void meanSquaredErrors(Report report) {
        report.heading("Mean squared error over four rows");
        Tensor rows = Tensor.of(new double[][] {{0, 3}, {1, 2}, {-1, -2}, {4, 0}});
        Tensor targets = Tensor.column(1, 3, 5, 7);
        double[][][] nodes = {{{2, 1}, {1, 2}}, {{2, 1}, {1, 1.5}}};
        double[][] outputs = {{1, 1}, {1, 1.5}};
        for (int i = 0; i < outputs.length; i++) {
            Model model = oneHiddenLayer(Layers.relu(), Layers.relu(), nodes[i], outputs[i]);
            double mse = report.figure("seed0/snippet 6/mse_" + i, Metrics.mse().of(model.predict(rows), targets));
            report.line("weights_%d  %f", i, mse);
        }
    }

    private static Model unitModel() {
        return new ScratchNetwork().layer(Layers.identity(), UNIT.weights()).model();
    }

    private static Dataset unitData() {
        return Dataset.of(new double[][] {UNIT_INPUT}, new double[] {UNIT_TARGET});
    }

    private static void slope(Report report) {
        report.heading("Slope of the squared error: one linear unit, weights (0, 2, 1), input (1, 2, 3), target 0");
        Model model = unitModel();
        Backprop session = model.network().backprop(model.parameters(), Losses.mse(), 1);
        session.evaluate(unitData().inputs(), unitData().targets(), null);
        double[] gradient = session.gradients().tensor(0).toArray();
        report.figure("seed0/snippet 7/slope", gradient);
        report.line("the library's gradient     %s", Arrays.toString(gradient));
        report.line("2 x input x error by hand  %s", Arrays.toString(UNIT.slope(UNIT_INPUT, UNIT_TARGET)));
    }

    private static void oneUpdate(Report report) {
        report.heading("One update at rate " + RATE);
        Model model = unitModel();
        double before = report.figure("seed0/snippet 8/error", model.predict(UNIT_INPUT)[0] - UNIT_TARGET);
        Trainer.of(model, Losses.mse(), Optimizers.sgd(RATE)).fit(unitData());
        double after = report.figure("seed0/snippet 8/error_updated", model.predict(UNIT_INPUT)[0] - UNIT_TARGET);
        report.line("error before  %s%nerror after   %s", before, after);
    }

    private static void manyUpdates(Report report, UpdateHistory history) {
        report.heading(UPDATES + " updates, by hand and by the library's trainer");
        report.figure("seed0/snippet 9/mse_hist", history.documentError());
        report.figure("seed0/variant/squared_error_after_each_update", history.squaredError());
        report.line(
                "'mse_hist' is the document's figure: the signed error after one more update on a copy of weights.");
        Table table = new Table(0, "update", "mse_hist", "squared error", "squared error, library");
        Model model = unitModel();
        Trainer trainer = Trainer.of(model, Losses.mse(), Optimizers.sgd(RATE)).batchSize(1);
        for (int i = 0; i < UPDATES; i++) {
            trainer.fit(unitData());
            table.row(
                    Integer.toString(i + 1),
                    Double.toString(history.documentError()[i]),
                    Double.toString(history.squaredError()[i]),
                    Double.toString(trainer.evaluate(unitData()).loss()));
        }
        report.table(table);
    }
}
