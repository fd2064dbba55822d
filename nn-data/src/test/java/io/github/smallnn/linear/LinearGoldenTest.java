package io.github.smallnn.linear;

import static io.github.smallnn.testing.GoldenAssert.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smallnn.Later;
import io.github.smallnn.Tensors;
import io.github.smallnn.data.MakeRegressionArgs;
import io.github.smallnn.data.Regression;
import io.github.smallnn.graph.Dataset;
import io.github.smallnn.metrics.Metrics;
import io.github.smallnn.tensor.Tensor;
import io.github.smallnn.testing.Golden;
import io.github.smallnn.testing.GoldenCase;
import io.github.smallnn.testing.GoldenCount;
import io.github.smallnn.testing.GoldenDigest;
import io.github.smallnn.testing.GoldenValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Least squares and ridge of golden/linear.json, and NIST's problems against their certified values. A problem of
 * condition number c is allowed a relative error of 1e-15 c, at least 1e-10.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinearGoldenTest {
    private static final double CLOSE = 1e-10;

    private final Golden golden = Golden.read("linear");
    private final GoldenCount count = new GoldenCount(golden, Later.cases(golden.file()));

    List<GoldenCase> cases() {
        return golden.cases().stream().filter(count::wanted).toList();
    }

    @AfterAll
    void everyCaseRan() {
        count.finish();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void sameSolution(GoldenCase c) {
        switch (c.get("kind").asText()) {
            case "ols" -> ols(c);
            case "ridge" -> ridge(c);
            case "nist" -> nist(c);
            default -> throw new AssertionError(c.id() + ": no such kind here");
        }
        count.ran(c);
    }

    private static void ols(GoldenCase c) {
        Dataset data = data(c);
        LinearFit fit = new LinearRegression(fitIntercept(c)).fit(data);
        GoldenValue want = c.get("expected");
        double[] s = want.get("singular_values_of_the_solved_system").array().doubles();
        int rank = want.get("rank").asInt();
        double rtol = tolerance(s[0] / s[rank - 1]);
        checkSolution(fit, data, want, rtol);
        assertThat(fit.rank()).as(c.id()).isEqualTo(rank);
        assertThat(fit.solver()).as(c.id()).isEqualTo(expectedSolver(rank, data));
        assertClose(c.id() + " singular values", fit.singularValues(), s, CLOSE, 1e-14 * s[0]);
        Tensor predicted = fit.predict(data.inputs());
        close(Metrics.r2().of(predicted, data.targets()), want.get("r2_unweighted"), rtol);
        close(Metrics.mse().of(predicted, data.targets()), want.get("mse"), rtol);
        checkInputs(data, want.get("X"));
        if (want.has("diagnostics")) {
            DiagnosticsGolden.check(fit, data, want.get("diagnostics"), rtol);
        }
        Later.requireAllFigures(
                c,
                Set.of(
                        "coef",
                        "intercept",
                        "rank",
                        "singular_values_of_the_solved_system",
                        "predict",
                        "r2",
                        "r2_unweighted",
                        "rmse",
                        "mse",
                        "X",
                        "diagnostics"));
    }

    private static LinearSolver expectedSolver(int rank, Dataset data) {
        if (rank < data.inputs().cols()) {
            return LinearSolver.SVD;
        }
        return data.rows() >= 512 ? LinearSolver.NORMAL : LinearSolver.QR;
    }

    /** Figures of X itself: of the problem without weights and intercept. */
    private static void checkInputs(Dataset data, GoldenValue want) {
        LinearFit plain = new LinearRegression(false).fit(data.inputs(), data.targets());
        double[] s = want.get("singular_values").array().doubles();
        assertClose(want.place() + ".singular_values", plain.singularValues(), s, CLOSE, 1e-14 * s[0]);
        assertThat(plain.rank()).as(want.place()).isEqualTo(want.get("rank").asInt());
        if (want.has("condition_number")) {
            double number = want.get("condition_number").asDouble();
            close(plain.conditionNumber(), want.get("condition_number"), tolerance(number));
        } else {
            assertThat(plain.conditionNumber()).as(want.place()).isInfinite();
        }
    }

    private static void ridge(GoldenCase c) {
        Dataset data = data(c);
        Ridge ridge = Ridge.of(c.get("config").get("alpha").array().doubles());
        LinearFit fit = (fitIntercept(c) ? ridge : ridge.withoutIntercept()).fit(data);
        checkSolution(fit, data, c.get("expected"), CLOSE);
        Later.requireAllFigures(c, Set.of("coef", "intercept", "predict", "r2", "rmse"));
    }

    private static void checkSolution(LinearFit fit, Dataset data, GoldenValue want, double rtol) {
        close(fit.coef(), want.get("coef"), rtol);
        double[] intercept = want.get("intercept").array().doubles();
        if (intercept.length == 1) { // one number for several targets: no intercept
            double[] each = new double[data.targets().cols()];
            Arrays.fill(each, intercept[0]);
            intercept = each;
        }
        assertClose(want.place() + ".intercept", fit.intercept().toArray(), intercept, rtol, CLOSE);
        Tensor predicted = fit.predict(data.inputs());
        close(predicted, want.get("predict"), rtol);
        close(fit.score(data), want.get("r2"), rtol);
        close(Metrics.rmse().of(predicted, data.targets()), want.get("rmse"), rtol);
    }

    private static void nist(GoldenCase c) {
        Dataset data = data(c);
        boolean intercept = fitIntercept(c);
        LinearFit fit = new LinearRegression(intercept).fit(data);
        GoldenValue want = c.get("expected");
        double rtol = tolerance(want.get("condition_number").asDouble());
        double[] beta = want.get("beta").array().doubles();
        double[] coef = fit.coef().toArray();
        double[] got = intercept ? new double[beta.length] : coef;
        if (intercept) {
            got[0] = fit.intercept().get(0, 0);
            System.arraycopy(coef, 0, got, 1, coef.length);
        }
        assertClose(want.place() + ".beta", got, beta, rtol, 0);
        assertThat(fit.rank()).as(c.id()).isEqualTo(coef.length);
        assertThat(fit.solver()).as(c.id()).isEqualTo(LinearSolver.QR);
        Tensor predicted = fit.predict(data.inputs());
        close(intercept ? fit.score(data) : uncentredR2(predicted, data.targets()), want.get("r2"), CLOSE);
        double rss = Double.parseDouble(want.get("exact_40_digits").get("rss").asText());
        double rmse = Metrics.rmse().of(predicted, data.targets());
        double atol = 1e-13
                * Arrays.stream(data.targets().toArray()).map(Math::abs).max().getAsDouble();
        assertClose(want.place() + " rmse", rmse, Math.sqrt(rss / data.rows()), CLOSE, atol);
        double worst = 0;
        for (int i = 0; i < beta.length; i++) {
            worst = Math.max(worst, Math.abs(got[i] / beta[i] - 1));
        }
        System.out.printf(Locale.ROOT, "%s: %.1f correct digits%n", c.id(), -Math.log10(Math.max(worst, 1e-16)));
        DiagnosticsGolden.checkCertified(intercept, data, want, rtol);
        Later.requireAllFigures(
                c,
                Set.of(
                        "order",
                        "certified_text",
                        "beta",
                        "standard_errors",
                        "residual_standard_deviation",
                        "r2",
                        "exact_40_digits",
                        "condition_number"));
    }

    private static double uncentredR2(Tensor predicted, Tensor y) {
        double squares = Arrays.stream(y.toArray()).map(v -> v * v).sum();
        return 1 - Metrics.mse().of(predicted, y) * y.rows() / squares;
    }

    private static Dataset data(GoldenCase c) {
        GoldenValue inputs = c.get("inputs");
        if (inputs.get("X").isDigest()) {
            Regression made = MakeRegressionArgs.read(c.get("data").get("args")).generate();
            return made.dataset();
        }
        return new Dataset(
                Tensors.of(inputs.get("X")), Tensors.of(inputs.get("y")), Tensors.orNull(inputs, "sample_weight"));
    }

    private static boolean fitIntercept(GoldenCase c) {
        return c.get("config").get("fit_intercept").asBoolean();
    }

    private static double tolerance(double condition) {
        return Math.max(CLOSE, 1e-15 * condition);
    }

    private static void close(double got, GoldenValue want, double rtol) {
        assertClose(want.place(), got, want.asDouble(), rtol, CLOSE);
    }

    private static void close(Tensor got, GoldenValue want, double rtol) {
        double[] values = got.toArray();
        if (want.isDigest()) {
            GoldenDigest digest = want.digest();
            int n = digest.head().size();
            assertThat(values).as(want.place()).hasSize(digest.size());
            assertClose(want.place(), Arrays.copyOf(values, n), digest.head().doubles(), rtol, CLOSE);
            assertClose(
                    want.place(),
                    Arrays.copyOfRange(values, values.length - n, values.length),
                    digest.tail().doubles(),
                    rtol,
                    CLOSE);
        } else {
            assertClose(want.place(), values, want.array().doubles(), rtol, CLOSE);
        }
    }
}
