package io.github.smallnn.optim;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.schedule.EpochSchedule;
import io.github.smallnn.schedule.RateControl;
import io.github.smallnn.solve.Lbfgs;
import io.github.smallnn.solve.LbfgsRun;
import io.github.smallnn.suite.GoldenOptimizers;
import io.github.smallnn.suite.GoldenSchedules;
import io.github.smallnn.suite.Later;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.testing.Golden;
import io.github.smallnn.testing.GoldenAssert;
import io.github.smallnn.testing.GoldenCase;
import io.github.smallnn.testing.GoldenCount;
import io.github.smallnn.testing.GoldenValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every optimizer along given gradients and down two functions, clipping and the schedules, against PyTorch's. */
class OptimizersGoldenTest {
    private static final Golden GOLDEN = Golden.read("optimizers");
    private static final GoldenCount COUNT = new GoldenCount(GOLDEN, Later.of("optimizers"));

    static List<GoldenCase> cases() {
        return GOLDEN.cases().stream().filter(COUNT::wanted).toList();
    }

    @AfterAll
    static void allCasesRan() {
        COUNT.finish();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithPyTorch(GoldenCase c) {
        switch (c.get("kind").asText()) {
            case "trajectory" -> {
                if (c.get("optimizer").asText().equals("LBFGS")) {
                    lbfgs(c);
                } else {
                    trajectory(c);
                }
            }
            case "schedule" -> schedule(c);
            case "clip_grad_norm", "clip_grad_value" -> clipping(c);
            default -> throw new AssertionError("no test for the kind " + c.get("kind"));
        }
        COUNT.ran(c);
    }

    private static void trajectory(GoldenCase c) {
        GoldenValue problem = c.get("problem");
        boolean rosenbrock = problem.get("kind").asText().equals("rosenbrock");
        GoldenValue tolerance =
                GOLDEN.tolerance().get(rosenbrock ? "rosenbrock" : "fixed gradients, quadratic, clipping");
        double[] x = c.get("x0").array().doubles();
        double[][] path = c.get("trajectory").array().doubleRows();
        ParameterSet p = ParameterSet.zeros(Precision.DOUBLE, Map.of("x", Shape.of(x.length)));
        ParameterSet g = p.zerosLike();
        p.copyFrom(x);
        Optimizer.State state = GoldenOptimizers.of(c.get("optimizer").asText(), c.get("config"))
                .init(p);
        assertThat(path).hasNumberOfRows(problem.get("steps").asInt());
        for (int t = 0; t < path.length; t++) {
            if (c.has("values_before_step")) {
                GoldenValue want = c.get("values_before_step").items().get(t);
                close(want.place(), new double[] {value(problem, x)}, new double[] {want.asDouble()}, tolerance);
            }
            g.copyFrom(gradient(c, x, t));
            state.step(p, g);
            p.copyTo(x);
            close(c + " step " + (t + 1), x, path[t], tolerance);
        }
        assertThat(state.steps()).isEqualTo(path.length);
    }

    private static void lbfgs(GoldenCase c) {
        GoldenValue config = c.get("config");
        int most = config.get("max_iter").asInt();
        Lbfgs solver = new Lbfgs(
                config.get("lr").asDouble(),
                most,
                most * 5 / 4,
                1e-7,
                1e-9,
                config.get("history_size").asInt(),
                config.has("line_search_fn"));
        GoldenValue problem = c.get("problem");
        boolean rosenbrock = problem.get("kind").asText().equals("rosenbrock");
        GoldenValue tolerance =
                GOLDEN.tolerance().get(rosenbrock ? "rosenbrock" : "fixed gradients, quadratic, clipping");
        double[] x = c.get("x0").array().doubles();
        ParameterSet p = ParameterSet.zeros(Precision.DOUBLE, Map.of("x", Shape.of(x.length)));
        p.copyFrom(x);
        LbfgsRun run = solver.start((at, g) -> evaluate(c, at, g), p);
        double[][] path = c.get("trajectory").array().doubleRows();
        double[][] counts = c.get("total_iterations_and_evaluations").array().doubleRows();
        double[] values = c.get("values_before_step").array().doubles();
        for (int t = 0; t < path.length; t++) {
            double before = run.step().values().get(0);
            close(c + " value before step " + (t + 1), new double[] {before}, new double[] {values[t]}, tolerance);
            p.copyTo(x);
            close(c + " step " + (t + 1), x, path[t], tolerance);
            assertThat(new double[] {run.iterations(), run.evaluations()})
                    .as("%s counts of step %d", c, t + 1)
                    .containsExactly(counts[t]);
        }
    }

    private static double evaluate(GoldenCase c, ParameterSet at, ParameterSet gradient) {
        double[] x = new double[at.count()];
        at.copyTo(x);
        gradient.copyFrom(gradient(c, x, 0));
        return value(c.get("problem"), x);
    }

    private static void close(String place, double[] got, double[] want, GoldenValue tolerance) {
        GoldenAssert.assertClose(
                place,
                got,
                want,
                tolerance.get("rtol").asDouble(),
                tolerance.get("atol").asDouble());
    }

    private static double value(GoldenValue problem, double[] x) {
        double f = 0;
        if (problem.get("kind").asText().equals("rosenbrock")) {
            for (int i = 0; i + 1 < x.length; i++) {
                double bend = x[i + 1] - x[i] * x[i];
                f += 100 * bend * bend + (1 - x[i]) * (1 - x[i]);
            }
            return f;
        }
        double[] slope = quadraticGradient(problem, x);
        double[] b = problem.get("b").array().doubles();
        // f = x'Ax / 2 - b'x and its gradient is Ax - b, so f = x'(gradient - b) / 2.
        for (int i = 0; i < x.length; i++) {
            f += x[i] * (slope[i] - b[i]) / 2;
        }
        return f;
    }

    private static double[] gradient(GoldenCase c, double[] x, int t) {
        GoldenValue problem = c.get("problem");
        return switch (problem.get("kind").asText()) {
            case "fixed_gradients" -> c.get("gradients").array().doubleRows()[t];
            case "quadratic" -> quadraticGradient(problem, x);
            case "rosenbrock" -> rosenbrockGradient(x);
            default -> throw new AssertionError("no gradient for " + problem.get("kind"));
        };
    }

    private static double[] quadraticGradient(GoldenValue problem, double[] x) {
        double[][] a = problem.get("A").array().doubleRows();
        double[] b = problem.get("b").array().doubles();
        double[] g = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                g[i] += a[i][j] * x[j];
            }
            g[i] -= b[i];
        }
        return g;
    }

    private static double[] rosenbrockGradient(double[] x) {
        double[] g = new double[x.length];
        for (int i = 0; i + 1 < x.length; i++) {
            double bend = x[i + 1] - x[i] * x[i];
            g[i] += -400 * x[i] * bend - 2 * (1 - x[i]);
            g[i + 1] += 200 * bend;
        }
        return g;
    }

    private static void schedule(GoldenCase c) {
        String name = c.get("scheduler").asText();
        GoldenValue tolerance = GOLDEN.tolerance().get("schedules");
        double rate = c.get("lr0").asDouble();
        double[] want = c.get("lr").array().doubles();
        double[] got = new double[want.length];
        if (name.equals("ReduceLROnPlateau")) {
            double[] metrics = c.get("metrics").array().doubles();
            RateControl.Tracker tracker =
                    GoldenSchedules.plateau(c.get("config")).start(rate);
            for (int e = 0; e < got.length; e++) {
                got[e] = tracker.rate();
                if (e < metrics.length) {
                    tracker.after(metrics[e]);
                }
            }
        } else {
            EpochSchedule schedule = GoldenSchedules.of(name, c.get("config"), rate);
            for (int e = 0; e < got.length; e++) {
                got[e] = GoldenSchedules.base(name, c.get("config"), rate) * schedule.factor(e);
            }
            momentum(c, schedule, tolerance);
        }
        close(c.get("lr").place(), got, want, tolerance);
    }

    private static void momentum(GoldenCase c, EpochSchedule schedule, GoldenValue tolerance) {
        if (!c.has("momentum")) {
            assertThat(schedule.momentum(3)).isNaN();
            return;
        }
        double[] want = c.get("momentum").array().doubles();
        double[] got = new double[want.length];
        for (int e = 0; e < got.length; e++) {
            got[e] = schedule.momentum(e);
        }
        close(c.get("momentum").place(), got, want, tolerance);
    }

    private static void clipping(GoldenCase c) {
        GoldenValue config = c.get("config");
        boolean byNorm = c.get("kind").asText().equals("clip_grad_norm");
        Clipping clipping = byNorm
                ? Clipping.globalNorm(
                        config.get("max_norm").asDouble(),
                        norm(config.get("norm_type").asText()))
                : Clipping.value(config.get("clip_value").asDouble());
        Map<String, Shape> shapes = new LinkedHashMap<>();
        for (GoldenValue g : c.get("gradients").items()) {
            shapes.put("p" + shapes.size(), Shape.of(g.array().size()));
        }
        ParameterSet gradients = ParameterSet.zeros(Precision.DOUBLE, shapes);
        for (int i = 0; i < gradients.size(); i++) {
            double[] g = c.get("gradients").items().get(i).array().doubles();
            gradients.set(gradients.path(i), g);
        }
        GoldenValue tolerance = GOLDEN.tolerance().get("fixed gradients, quadratic, clipping");
        double norm = clipping.apply(gradients);
        if (byNorm) {
            GoldenValue total = c.get("total_norm");
            close(total.place(), new double[] {norm}, new double[] {total.asDouble()}, tolerance);
        }
        for (int i = 0; i < gradients.size(); i++) {
            GoldenValue want = c.get("clipped").items().get(i);
            close(want.place(), gradients.tensor(i).toArray(), want.array().doubles(), tolerance);
        }
    }

    private static double norm(String type) {
        return type.equals("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(type);
    }
}
