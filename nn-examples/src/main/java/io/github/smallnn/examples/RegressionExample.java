package io.github.smallnn.examples;

import io.github.smallnn.data.MakeRegression;
import io.github.smallnn.data.Regression;
import io.github.smallnn.graph.Dataset;
import io.github.smallnn.graph.Model;
import io.github.smallnn.linear.Diagnostics;
import io.github.smallnn.linear.LinearFit;
import io.github.smallnn.linear.LinearRegression;
import io.github.smallnn.loss.Losses;
import io.github.smallnn.metrics.Metrics;
import io.github.smallnn.optim.Optimizer;
import io.github.smallnn.optim.OptimizerRegistry;
import io.github.smallnn.optim.Sgd;
import io.github.smallnn.tensor.Tensor;
import io.github.smallnn.train.Trainer;
import io.github.smallnn.train.TrainingDivergedException;
import java.util.Iterator;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Makes a regression problem, solves it in closed form and trains a network on it. JSON names: {@code X}, {@code y},
 * {@code coef}, {@code ols.coef}, {@code ols.intercept}, {@code ols.r2}, {@code ols.rmse}, {@code nn.rmse},
 * {@code nn.loss_per_epoch}; those of {@link OracleView} under {@code oracle}, as far as they apply to the
 * network; those of {@link DiagnosticsView} where asked for. A figure that is not finite, as after a diverged training,
 * is null. Shapes are scikit-learn's: one target makes {@code y} and the coefficients flat.
 */
@Command(
        name = "regression",
        description = "Random regression data as scikit-learn makes it, solved in closed form and by a network.")
final class RegressionExample implements Runnable {
    private static final int HEAD_ROWS = 5;
    private static final int HEAD_COLUMNS = 6;
    private static final int HEAD_COEFFICIENTS = 10;
    private static final double PLAIN_RATE = 0.0001;
    private static final double DIVIDING_RATE = 0.01;

    @Mixin
    private Output output;

    @Mixin
    private RegressionData data;

    @Mixin
    private TrainingOptions training;

    @Option(
            names = "--optimizer",
            paramLabel = "NAME",
            defaultValue = "adam",
            completionCandidates = OptimizerNames.class,
            description = "One of ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
    private String optimizer;

    @Option(
            names = "--rate",
            paramLabel = "X",
            description = "Learning rate (" + DIVIDING_RATE + " for adam and its kin, whose steps do not grow with the"
                    + " targets; " + PLAIN_RATE + " for the others).")
    private Double rate;

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "32",
            description = "Rows of a batch, or 'all' (${DEFAULT-VALUE}).")
    private String batch;

    @Option(
            names = "--diagnostics",
            description = "Add standard errors, t, p and more to the closed form; for one target and more rows than"
                    + " coefficients.")
    private boolean diagnostics;

    /** The names for the help text. */
    static final class OptimizerNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return OptimizerRegistry.all().stream()
                    .map(OptimizerRegistry.Entry::name)
                    .iterator();
        }
    }

    @Override
    public void run() {
        Report report = output.report(Json.NonFinite.NULL);
        MakeRegression problem = output.sensible(data::problem);
        Model model = output.sensible(() -> training.model(problem.features(), problem.targets(), data.seed()));
        Trainer trainer = output.sensible(() -> trainer(model));
        Regression made = output.sensible(() -> finite(problem.generate()));
        Optional<Diagnostics> diagnosed =
                diagnostics ? Optional.of(output.sensible(() -> Diagnostics.of(made.dataset()))) : Optional.empty();
        describe(report, made);
        closedForm(report, made);
        diagnosed.ifPresent(d -> DiagnosticsView.print(report, d));
        train(report, trainer, made.dataset());
        report.finish();
    }

    private Trainer trainer(Model model) {
        Trainer trainer = Trainer.of(model, Losses.mse(), rule())
                .epochs(training.epochs())
                .shuffle(data.seed())
                .seed(data.seed());
        return batch.equals("all") ? trainer.fullBatch() : trainer.batchSize(batchSize());
    }

    private Optimizer rule() {
        Optimizer rule = OptimizerRegistry.named(optimizer, DIVIDING_RATE);
        if (rate != null) {
            return OptimizerRegistry.named(optimizer, rate);
        }
        return rule instanceof Sgd ? OptimizerRegistry.named(optimizer, PLAIN_RATE) : rule;
    }

    private int batchSize() {
        try {
            return Integer.parseInt(batch);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("batch must be a whole number or 'all', but is '" + batch + "'", e);
        }
    }

    private static Regression finite(Regression made) {
        for (double y : made.y().toArray()) {
            if (!Double.isFinite(y)) {
                throw new IllegalArgumentException(
                        "noise and bias are so large that a target is " + y + "; use smaller ones");
            }
        }
        return made;
    }

    private static void describe(Report report, Regression made) {
        report.heading("Data: samples " + made.x().rows() + ", features "
                + made.x().cols() + ", targets " + made.y().cols());
        report.table(head(made));
        report.figure("X", made.x().toRows());
        put(report, "y", made.y());
        Tensor coef = made.coef();
        if (coef.rows() == 1 && coef.cols() == 1) {
            report.figure("coef", coef.get(0, 0));
        } else if (coef.rows() == 1) {
            report.figure("coef", coef.toArray());
        } else {
            put(report, "coef", coef);
        }
    }

    /** A column as a flat list, anything else row by row. */
    private static void put(Report report, String name, Tensor t) {
        if (t.cols() == 1) {
            report.figure(name, t.toArray());
        } else {
            report.figure(name, t.toRows());
        }
    }

    private static Table head(Regression made) {
        int inputs = Math.min(HEAD_COLUMNS, made.x().cols());
        int targets = Math.min(HEAD_COLUMNS, made.y().cols());
        String[] headers = new String[inputs + targets];
        for (int c = 0; c < headers.length; c++) {
            headers[c] = c < inputs ? "x" + (c + 1) : "y" + (c - inputs + 1);
        }
        Table table = new Table(0, headers);
        for (int r = 0; r < Math.min(HEAD_ROWS, made.x().rows()); r++) {
            String[] cells = new String[headers.length];
            for (int c = 0; c < cells.length; c++) {
                double v = c < inputs ? made.x().get(r, c) : made.y().get(r, c - inputs);
                cells[c] = Table.number(v);
            }
            table.row(cells);
        }
        return table;
    }

    private static void closedForm(Report report, Regression made) {
        report.heading("Closed form");
        Dataset data = made.dataset();
        LinearFit fit = new LinearRegression().fit(data);
        Tensor coef = fit.coef();
        report.table(informative(made.coef(), coef));
        if (coef.rows() == 1) {
            report.figure("ols.coef", coef.toArray());
            report.figure("ols.intercept", fit.intercept().get(0, 0));
        } else {
            report.figure("ols.coef", coef.toRows());
            report.figure("ols.intercept", fit.intercept().toArray());
        }
        double r2 = report.figure("ols.r2", fit.score(data));
        double rmse = report.figure("ols.rmse", Metrics.rmse().of(fit.predict(data.inputs()), data.targets()));
        report.line("R2 %.10g, RMSE %.10g", r2, rmse);
    }

    private static Table informative(Tensor truth, Tensor fitted) {
        Table table = new Table(0, "feature", "true coefficient of y1", "closed form");
        for (int f = 0, rows = 0; f < truth.rows() && rows < HEAD_COEFFICIENTS; f++) {
            if (truth.get(f, 0) != 0) {
                table.row("x" + (f + 1), Table.number(truth.get(f, 0)), Table.number(fitted.get(0, f)));
                rows++;
            }
        }
        return table;
    }

    private void train(Report report, Trainer trainer, Dataset data) {
        report.heading("Network");
        report.line("%s", trainer.model().network().summary().strip());
        Progress progress = new Progress(report, training.epochs());
        Model start = trainer.model().copy();
        boolean diverged = false;
        double rmse = Double.NaN;
        try {
            trainer.listener(progress).fit(data);
            rmse = Metrics.rmse().of(trainer.model().predict(data.inputs()), data.targets());
            report.line("RMSE %.10g", rmse);
        } catch (TrainingDivergedException e) {
            diverged = true;
            report.remark(e.getMessage());
        }
        report.figure("nn.rmse", rmse);
        report.figure("nn.loss_per_epoch", progress.losses());
        OracleView view = new OracleView(report, "oracle");
        PlainDescent descent = new PlainDescent(rule(), batch.equals("all") ? data.rows() : batchSize());
        report.heading("The oracle's view" + (diverged ? " of the network before its training" : ""));
        if (diverged) {
            view.diverged(start, data, descent);
        } else {
            view.network(trainer.model(), data, descent);
        }
    }
}
