package io.github.smallnn.examples;

import io.github.smallnn.data.MakeRegression;
import io.github.smallnn.graph.Dataset;
import io.github.smallnn.linear.Descent;
import io.github.smallnn.linear.Limit;
import io.github.smallnn.linear.Oracle;
import io.github.smallnn.tensor.Tensor;
import java.util.Locale;
import java.util.OptionalInt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Gradient descent foretold: one regression problem twice, as it is and with its last column in other units. For each,
 * the best rate and the steps that the closed form predicts, a training at that rate that counts them, and what limits
 * a network at several points; then a rate that is too high.
 *
 * <p>JSON names: {@code well.} and {@code bad.} followed by those of {@link OracleView} before the training, and by
 * {@code taken} (steps, null if there were too few), {@code after.loss_gap}, {@code after.cause}, {@code after.limit};
 * {@code halted.}, the badly conditioned problem after the other's steps, and {@code too_high.} with {@code loss},
 * {@code loss_gap}, {@code cause} and {@code limit}.
 */
@Command(
        name = "oracle",
        description = "A well and a badly conditioned regression problem side by side: rates and steps of gradient"
                + " descent as the closed form predicts them, and as they are.")
final class OracleExample implements Runnable {
    private static final int MOST_STEPS = 200_000;
    private static final double TOO_HIGH = 1.05;
    private static final int STEPS_TOO_HIGH = 50;
    // Far enough from the end of the numbers for the steps at too high a rate.
    private static final double LARGEST_LOSS = 1e200;

    @Mixin
    private Output output;

    @Option(names = "--samples", paramLabel = "N", defaultValue = "200", description = "Rows (${DEFAULT-VALUE}).")
    private int samples;

    @Option(names = "--features", paramLabel = "N", defaultValue = "4", description = "Columns (${DEFAULT-VALUE}).")
    private int features;

    @Option(
            names = "--noise",
            paramLabel = "SD",
            defaultValue = "10",
            description = "Standard deviation of the noise on the targets (${DEFAULT-VALUE}).")
    private double noise;

    @Option(
            names = "--stretch",
            paramLabel = "X",
            defaultValue = "20",
            description = "What the last column of the badly conditioned problem is multiplied by (${DEFAULT-VALUE}).")
    private double stretch;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "0",
            description = "Seed of the data and of the network's first weights (${DEFAULT-VALUE}).")
    private long seed;

    /** A problem with what is known of it before the first step. */
    private record Problem(String name, LinearTraining training, Descent descent, long steps) {
        static Problem of(String name, Dataset data, long seed) {
            LinearTraining training = new LinearTraining(data, seed);
            Descent descent = training.oracle().descent().orElseThrow();
            return new Problem(name, training, descent, descent.steps(OracleView.GOAL));
        }
    }

    @Override
    public void run() {
        Report report = output.report(Json.NonFinite.NULL);
        Dataset data = output.sensible(this::data);
        Problem well = output.sensible(() -> problem("well", data));
        Problem bad = output.sensible(() -> problem("bad", stretched(data)));
        before(report, "The well conditioned problem", well);
        before(report, "The badly conditioned problem: the last column times " + stretch, bad);
        sideBySide(report, well, bad);
        halted(report, well, bad);
        tooHigh(report, well);
        report.finish();
    }

    private Dataset data() {
        if (samples <= features + 1) {
            throw new IllegalArgumentException("samples must be more than features + 1 = " + (features + 1)
                    + ", so that there is one optimum, but are " + samples);
        }
        if (!(stretch > 0) || stretch == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("stretch must be a positive number, but is " + stretch);
        }
        return new MakeRegression(
                        samples,
                        features,
                        features,
                        1,
                        0,
                        OptionalInt.empty(),
                        MakeRegression.defaults().tailStrength(),
                        noise,
                        true,
                        seed)
                .generate()
                .dataset();
    }

    private Dataset stretched(Dataset data) {
        Tensor x = data.inputs().copy();
        int last = x.cols() - 1;
        for (int r = 0; r < x.rows(); r++) {
            x.set(r, last, x.get(r, last) * stretch);
        }
        return new Dataset(x, data.targets());
    }

    private Problem problem(String name, Dataset data) {
        Problem problem = Problem.of(name, data, seed);
        double loss = problem.training().oracle().loss();
        if (!(loss < LARGEST_LOSS)) {
            throw new IllegalArgumentException("noise or stretch is so large that the first loss of the " + name
                    + " problem is " + loss + "; use smaller ones");
        }
        if (problem.steps() > MOST_STEPS) {
            throw new IllegalArgumentException("the " + name + " problem would take " + problem.steps()
                    + " steps, but at most " + MOST_STEPS + " are run; bring stretch nearer to 1 or give more samples");
        }
        return problem;
    }

    private static void before(Report report, String title, Problem p) {
        report.heading(title);
        OracleView view = new OracleView(report, p.name());
        Oracle oracle = p.training().oracle();
        view.comparison(oracle);
        view.limit(oracle.limit(p.descent().bestRate(), p.training().rows()));
    }

    private static void sideBySide(Report report, Problem well, Problem bad) {
        report.heading("Full-batch training at the best rate, side by side");
        String[] first = trained(report, well);
        String[] second = trained(report, bad);
        String[] titles = {
            "condition number",
            "largest stable rate",
            "best rate",
            "contraction of a step",
            "steps predicted",
            "steps taken",
            "excess loss",
            "limit"
        };
        Table table = new Table(1, "", "well conditioned", "badly conditioned");
        for (int i = 0; i < titles.length; i++) {
            table.row(titles[i], first[i], second[i]);
        }
        report.table(table);
    }

    /** Trains until the goal is reached; the figures as cells of a column. */
    private static String[] trained(Report report, Problem p) {
        Descent d = p.descent();
        int most = (int) (2 * p.steps() + 10);
        OptionalInt taken = p.training().stepsTo(OracleView.GOAL, d.bestRate(), most);
        Oracle after = p.training().after(d.bestRate(), Math.max(1, taken.orElse(most)));
        report.figure(p.name() + ".taken", taken.isPresent() ? taken.getAsInt() : Double.NaN);
        report.figure(p.name() + ".after.loss_gap", after.lossGap());
        Limit limit = after.limit(d.bestRate(), p.training().rows());
        report.figure(p.name() + ".after.cause", limit.cause().name());
        report.figure(p.name() + ".after.limit", limit.sentence());
        return new String[] {
            Table.number(d.conditionNumber()),
            Table.number(d.largestStableRate()),
            Table.number(d.bestRate()),
            Table.number(d.bestContraction()),
            Long.toString(p.steps()),
            taken.isPresent() ? Integer.toString(taken.getAsInt()) : "more than " + most,
            String.format(Locale.ROOT, "%.2e", after.lossGap()),
            limit.cause().name()
        };
    }

    /** The badly conditioned problem after the steps that are enough for the other. */
    private static void halted(Report report, Problem well, Problem bad) {
        int steps = (int) Math.max(1, well.steps());
        report.heading("The badly conditioned problem after the other's " + steps + " steps");
        stateAfter(report, "halted", bad, bad.descent().bestRate(), steps);
    }

    private static void tooHigh(Report report, Problem well) {
        double rate = TOO_HIGH * well.descent().largestStableRate();
        report.heading("The well conditioned problem, " + STEPS_TOO_HIGH + " steps at " + TOO_HIGH
                + " times the largest stable rate");
        report.line("loss before  %s", Table.number(well.training().oracle().loss()));
        stateAfter(report, "too_high", well, rate, STEPS_TOO_HIGH);
    }

    private static void stateAfter(Report report, String name, Problem p, double rate, int steps) {
        Oracle after = p.training().after(rate, steps);
        double loss = report.figure(name + ".loss", after.loss());
        report.figure(name + ".loss_gap", after.lossGap());
        report.line("loss after   %s", Table.number(loss));
        new OracleView(report, name).limit(after.limit(rate, p.training().rows()));
    }
}
