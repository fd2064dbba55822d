package io.github.smallnn.examples;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.graph.Model;
import io.github.smallnn.layer.Layers;
import io.github.smallnn.loss.Losses;
import io.github.smallnn.optim.Optimizers;
import io.github.smallnn.train.Trainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The document's training, the library's and the closed form side by side. Figures are named {@code
 * PROBLEM.METHOD.coef}, {@code .rmse} and, where there is one, {@code .intercept}; what the oracle says about the
 * library's training is named {@code oracle.PROBLEM} as in {@link OracleView}.
 */
final class NotebookComparison {
    private static final double GD_RATE = 0.3;
    private static final int GD_EPOCHS = 200;

    private final Report report;
    private final Table table =
            new Table(2, "problem", "method", "coefficient 1", "coefficient 2", "intercept", "RMSE", "off closed form");

    private final List<Trained> trained = new ArrayList<>();

    /** A network of the library with how it was trained. */
    private record Trained(String problem, String method, Model model, Dataset data, PlainDescent descent) {}

    NotebookComparison(Report report) {
        this.report = report;
    }

    /** The easy problem: no intercept, and the closed form is met exactly. */
    void easy(Dataset data, SixWeights start, SixWeights document) {
        LinearResult exact = LinearResult.closedForm(data, false);
        row("easy.document", "the document's updates, 3 epochs", LinearResult.of(document, data), exact);
        int epochs = NotebookExample.EASY_EPOCHS;
        SixWeights sgd = FiveNeurons.sgd(data, start, NotebookExample.EASY_RATE / 2, epochs);
        row("easy.sgd", "the library's SGD, 3 epochs", LinearResult.of(sgd, data), exact);
        keep("easy", "the library's SGD, 3 epochs", FiveNeurons.model(sgd), data, NotebookExample.EASY_RATE / 2, 1);
        row("easy.ols", "closed form", exact, exact);
    }

    /** The noisy problem: by the network, which has no bias, and by a linear model, which has one. */
    void noisy(Dataset data, SixWeights start, SixWeights document) {
        LinearResult exact = LinearResult.closedForm(data, false);
        row("noisy.document", "the document's updates, 5 epochs", LinearResult.of(document, data), exact);
        int epochs = NotebookExample.NOISY_EPOCHS;
        SixWeights sgd = FiveNeurons.sgd(data, start, NotebookExample.NOISY_RATE / 2, epochs);
        row("noisy.sgd", "the library's SGD, 5 epochs", LinearResult.of(sgd, data), exact);
        keep("noisy", "the library's SGD, 5 epochs", FiveNeurons.model(sgd), data, NotebookExample.NOISY_RATE / 2, 1);
        row("noisy.ols", "closed form", exact, exact);
        LinearResult withIntercept = LinearResult.closedForm(data, true);
        String gd = "the library's gradient descent on a linear model, " + GD_EPOCHS + " epochs";
        Model linear = gradientDescent(data);
        row("noisy_with_bias.gd", gd, result(linear, data), withIntercept);
        keep("noisy_with_bias", gd, linear, data, GD_RATE, data.rows());
        row("noisy_with_bias.ols", "closed form", withIntercept, withIntercept);
    }

    private static Model gradientDescent(Dataset data) {
        Model model = Model.of(2, Layers.dense(1), 0);
        Trainer.of(model, Losses.mse(), Optimizers.gd(GD_RATE))
                .fullBatch()
                .epochs(GD_EPOCHS)
                .fit(data);
        return model;
    }

    private static LinearResult result(Model model, Dataset data) {
        double[] weight = model.parameters().get("dense/weight").toArray();
        double bias = model.parameters().get("dense/bias").get(0, 0);
        return LinearResult.of(weight[0], weight[1], bias, data);
    }

    private void keep(String problem, String method, Model model, Dataset data, double rate, int batch) {
        PlainDescent descent = new PlainDescent(Optimizers.sgd(rate), batch);
        trained.add(new Trained(problem, method, model, data, descent));
    }

    private void row(String name, String method, LinearResult found, LinearResult closedForm) {
        String problem = name.substring(0, name.indexOf('.'));
        boolean intercept = problem.endsWith("bias");
        report.figure(name + ".coef", found.coef());
        report.figure(name + ".rmse", found.rmse());
        if (intercept) {
            report.figure(name + ".intercept", found.intercept());
        }
        table.row(
                problem.replace('_', ' '),
                method,
                Double.toString(found.coef()[0]),
                Double.toString(found.coef()[1]),
                intercept ? Double.toString(found.intercept()) : "none",
                Double.toString(found.rmse()),
                found == closedForm ? "" : String.format(Locale.ROOT, "%.1e", found.distance(closedForm)));
    }

    void print() {
        report.heading("Side by side");
        report.table(table);
        for (Trained t : trained) {
            report.heading("The oracle's view, " + t.problem().replace('_', ' ') + ": " + t.method());
            new OracleView(report, "oracle." + t.problem()).network(t.model(), t.data(), t.descent());
        }
    }
}
