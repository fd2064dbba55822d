package io.github.smallnn.examples;

import io.github.smallnn.data.MakeRegression;
import io.github.smallnn.graph.Dataset;
import io.github.smallnn.linear.LinearFit;
import io.github.smallnn.linear.LinearRegression;
import io.github.smallnn.random.RandomState;
import java.util.Arrays;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * The notebook "NN by Hand", cell by cell, on its noisy and its easy problem, and then the library's training and the
 * closed form on the same data. JSON names are those of the golden figures, {@code seed1/...}, and of
 * {@link NotebookComparison}.
 */
@Command(
        name = "notebook",
        description = "Five neurons by hand: two regression problems by a document's own updates, by the library's"
                + " gradient descent and in closed form.")
final class NotebookExample implements Runnable {
    static final int SEED = 42;
    static final double NOISY_RATE = 1e-4;
    static final int NOISY_EPOCHS = 5;
    static final double EASY_RATE = 4e-3;
    static final int EASY_EPOCHS = 3;

    @Mixin
    private Output output;

    @Override
    public void run() {
        Report report = output.report(Json.NonFinite.TEXT);
        MakeRegression problem = MakeRegression.defaults().features(2).seed(SEED);
        Dataset noisy = problem.informative(1).noise(100).generate().dataset();
        noisyProblem(report, noisy);
        SixWeights noisyStart = new NotebookForwardPass(noisy).run(report);
        DocumentTraining noisyRun = noisyTraining(report, noisy, noisyStart);
        Dataset easy = problem.informative(2).generate().dataset();
        SixWeights easyStart = SixWeights.of(new RandomState(SEED).rand(6));
        DocumentTraining easyRun = easyTraining(report, easy, easyStart);
        variants(report, "", noisy, noisyStart, NOISY_RATE, NOISY_EPOCHS);
        variants(report, "easy ", easy, easyStart, EASY_RATE, EASY_EPOCHS);
        NotebookComparison comparison = new NotebookComparison(report);
        comparison.easy(easy, easyStart, easyRun.weights());
        comparison.noisy(noisy, noisyStart, noisyRun.weights());
        comparison.print();
        report.finish();
    }

    private static void noisyProblem(Report report, Dataset data) {
        report.heading("The noisy problem: 100 samples, 2 features of which 1 is informative, noise 100");
        double[][] x = report.figure("seed1/In [2]/X", data.inputs().toRows());
        double[] y = report.figure("seed1/In [2]/y", data.targets().toArray());
        double[][] head = report.figure("seed1/In [3]/X[:5]", Arrays.copyOf(x, 5));
        Table table = new Table(0, "x1", "x2", "y");
        for (int r = 0; r < head.length; r++) {
            table.row(Double.toString(x[r][0]), Double.toString(x[r][1]), Double.toString(y[r]));
        }
        report.table(table);
        report.figure(
                "seed1/In [4]/X.shape",
                new double[] {data.inputs().rows(), data.inputs().cols()});
        LinearFit fit = new LinearRegression().fit(data);
        double[] predictions = fit.predict(data.inputs()).toArray();
        double r2 = report.figure("seed1/In [5]/simple_lr.score", fit.score(data));
        double rmse = report.figure("seed1/In [6]/rmse of simple_lr", NumpyRmse.of(y, predictions));
        report.line("Closed form with intercept: R2 %s, RMSE %s", r2, rmse);
    }

    private static DocumentTraining noisyTraining(Report report, Dataset data, SixWeights start) {
        report.heading("The document's updates on the noisy problem, rate " + NOISY_RATE);
        double[] y = data.targets().toArray();
        double[] initial = FiveNeurons.model(start).predict(data.inputs()).toArray();
        report.figure("seed1/variant/rmse of the network's own forward pass", NumpyRmse.of(y, initial));
        DocumentTraining run = DocumentTraining.run(data, start, NOISY_RATE, NOISY_EPOCHS);
        training(report, "seed1/In [28]/", run);
        return run;
    }

    private static DocumentTraining easyTraining(Report report, Dataset data, SixWeights start) {
        report.heading(
                "The easy problem: both features informative, no noise; the document's updates, rate " + EASY_RATE);
        report.figure("seed1/In [29]/X_easy", data.inputs().toRows());
        report.figure("seed1/In [29]/y_easy", data.targets().toArray());
        report.figure("seed1/In [30]/w_easy", start.toArray());
        DocumentTraining run = DocumentTraining.run(data, start, EASY_RATE, EASY_EPOCHS);
        training(report, "seed1/In [31]/easy ", run);
        double beta1 = report.figure("seed1/In [32]/beta1", run.weights().beta1());
        double beta2 = report.figure("seed1/In [32]/beta2", run.weights().beta2());
        report.line("Coefficients of the network:   %s and %s", beta1, beta2);
        double[] coef = report.figure(
                "seed1/In [33]/LinearRegression(fit_intercept=False).coef_",
                new LinearRegression(false).fit(data).coef().toArray());
        report.line("Coefficients in closed form:   %s and %s", coef[0], coef[1]);
        return run;
    }

    private static void training(Report report, String prefix, DocumentTraining run) {
        double first = report.figure(prefix + "rmse after a single data point", run.firstRmse());
        report.line("RMSE after a single sample     %s", first);
        for (int e = 1; e <= run.epochRmse().length; e++) {
            double rmse = report.figure(prefix + "rmse after epoch " + e, run.epochRmse()[e - 1]);
            report.line("RMSE after %d epoch%s            %s", e, e == 1 ? " " : "s", rmse);
        }
        double[] weights =
                report.figure(prefix + "final weights w1..w6", run.weights().toArray());
        report.line("Weights w1 to w6: %s", Arrays.toString(weights));
    }

    private static void variants(Report report, String kind, Dataset data, SixWeights start, double rate, int epochs) {
        for (int factor = 1; factor <= 2; factor++) {
            // The library's gradient has the factor 2 already.
            SixWeights end = FiveNeurons.sgd(data, start, rate * factor / 2, epochs);
            report.figure(
                    "seed1/variant/" + kind + "textbook sgd, gradient at the old weights, factor " + factor,
                    end.toArray());
        }
    }
}
