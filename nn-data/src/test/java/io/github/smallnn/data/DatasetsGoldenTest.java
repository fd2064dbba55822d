package io.github.smallnn.data;

import static io.github.smallnn.testing.GoldenAssert.assertClose;
import static io.github.smallnn.testing.GoldenAssert.assertEqual;
import static io.github.smallnn.testing.GoldenAssert.assertUlps;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smallnn.Later;
import io.github.smallnn.Tensors;
import io.github.smallnn.graph.Dataset;
import io.github.smallnn.preprocessing.StandardScaler;
import io.github.smallnn.preprocessing.StandardScaling;
import io.github.smallnn.split.SplitRows;
import io.github.smallnn.split.TrainTestSplit;
import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Tensor;
import io.github.smallnn.testing.Golden;
import io.github.smallnn.testing.GoldenCase;
import io.github.smallnn.testing.GoldenCount;
import io.github.smallnn.testing.GoldenDigest;
import io.github.smallnn.testing.GoldenValue;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Generators, splits and scalers of golden/datasets.json. Coefficients and row numbers exactly, normal inputs
 * within 4 ulp, what is behind a matrix product or a QR decomposition within 1e-12.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatasetsGoldenTest {
    private static final int NORMAL_ULPS = 4;
    private static final double CLOSE = 1e-12;

    private final Golden golden = Golden.read("datasets");
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
    void sameNumbers(GoldenCase c) {
        String fn = c.get("fn").asText();
        switch (fn) {
            case "make_regression" -> regression(c);
            case "make_low_rank_matrix" -> lowRankMatrix(c);
            case "train_test_split" -> split(c);
            case "StandardScaler" -> scaler(c);
            default -> throw new AssertionError(c.id() + ": no such function here: " + fn);
        }
        count.ran(c);
    }

    private static void regression(GoldenCase c) {
        GoldenValue args = c.get("args");
        requireKnown(args, "n_samples", "n_features", "n_informative", "n_targets", "bias", "noise", "shuffle");
        Regression made = MakeRegressionArgs.read(args).generate();
        GoldenValue want = c.get("result");
        if (args.has("effective_rank")) {
            checkClose(made.x(), want.get("X"));
        } else {
            checkNormals(made.x(), want.get("X"));
        }
        checkClose(made.y(), want.get("y"));
        checkExact(made.coef(), want.get("coef"));
    }

    private static void lowRankMatrix(GoldenCase c) {
        GoldenValue args = c.get("args");
        Tensor made = MakeLowRankMatrix.defaults()
                .size(args.get("n_samples").asInt(), args.get("n_features").asInt())
                .effectiveRank(args.get("effective_rank").asInt())
                .tailStrength(args.get("tail_strength").asDouble())
                .seed(args.get("random_state").asLong())
                .generate();
        checkClose(made, c.get("result").get("X"));
    }

    private static void split(GoldenCase c) {
        GoldenValue args = c.get("args");
        requireKnown(args, "n", "test_size", "train_size", "shuffle", "stratify");
        TrainTestSplit split = TrainTestSplit.defaults();
        if (args.has("test_size")) {
            GoldenValue size = args.get("test_size");
            split = size.node().isInt() ? split.testCount(size.asInt()) : split.testFraction(size.asDouble());
        }
        if (args.has("train_size")) {
            GoldenValue size = args.get("train_size");
            split = size.node().isInt() ? split.trainCount(size.asInt()) : split.trainFraction(size.asDouble());
        }
        split = args.has("shuffle") ? split.shuffle(args.get("shuffle").asBoolean()) : split;
        split = args.has("random_state") ? split.seed(args.get("random_state").asLong()) : split;
        SplitRows rows = args.has("stratify")
                ? split.rowsStratified(args.get("stratify").array().ints())
                : split.rows(args.get("n").asInt());
        checkRows(rows.train(), c.get("result").get("train"));
        checkRows(rows.test(), c.get("result").get("test"));
    }

    private static void scaler(GoldenCase c) {
        GoldenValue args = c.get("args");
        requireKnown(args, "with_mean", "with_std");
        StandardScaler scaler = new StandardScaler(
                !args.has("with_mean") || args.get("with_mean").asBoolean(),
                !args.has("with_std") || args.get("with_std").asBoolean());
        DoubleTensor x = Tensors.of(c.get("inputs").get("X"));
        DoubleTensor z = Tensors.of(c.get("inputs").get("Z"));
        StandardScaling fitted = scaler.fit(new Dataset(x, x, Tensors.orNull(c.get("inputs"), "sample_weight")));
        GoldenValue want = c.get("result");
        for (String name : want.get("fitted").names()) {
            double[] got = switch (name) {
                case "mean_" -> fitted.mean();
                case "var_" -> fitted.variance();
                case "scale_" -> fitted.scale();
                default -> throw new AssertionError(c.id() + ": no such fitted figure here: " + name);
            };
            GoldenValue figure = want.get("fitted").get(name);
            assertClose(figure.place(), got, figure.array().doubles(), CLOSE, 1e-13);
        }
        checkScaled(fitted.transform(x), want.get("transform_X"));
        checkScaled(fitted.transform(z), want.get("transform_Z"));
        checkScaled(fitted.inverseTransform(fitted.transform(z)), want.get("inverse_transform_Z"));
        checkScaled(fitted.inverseTransform(z), want.get("inverse_transform_raw_Z"));
    }

    private static void requireKnown(GoldenValue args, String... known) {
        Set<String> names = new TreeSet<>(args.names());
        names.removeAll(Arrays.asList(known));
        names.removeAll(List.of("coef", "random_state", "effective_rank", "tail_strength"));
        assertThat(names).as(args.place() + " not understood").isEmpty();
    }

    private static void checkScaled(Tensor got, GoldenValue want) {
        assertClose(want.place(), got.toArray(), want.array().doubles(), CLOSE, 1e-13);
    }

    private static void checkRows(int[] got, GoldenValue want) {
        assertEqual(
                want.place(),
                Arrays.stream(got).asLongStream().toArray(),
                want.array().longs());
    }

    private static void checkExact(Tensor got, GoldenValue want) {
        if (want.isDigest()) {
            assertThat(GoldenDigest.sha256(got.toArray()))
                    .as(want.place())
                    .isEqualTo(want.digest().sha256());
        } else {
            assertUlps(want.place(), got.toArray(), want.array().doubles(), 0);
        }
    }

    private static void checkNormals(Tensor got, GoldenValue want) {
        if (!want.isDigest()) {
            assertUlps(want.place(), got.toArray(), want.array().doubles(), NORMAL_ULPS);
            return;
        }
        GoldenDigest digest = want.digest();
        double[] values = got.toArray();
        assertThat(values).as(want.place()).hasSize(digest.size());
        int n = digest.head().size();
        assertUlps(
                want.place() + " head", Arrays.copyOf(values, n), digest.head().doubles(), NORMAL_ULPS);
        assertUlps(want.place() + " tail", tail(values, n), digest.tail().doubles(), NORMAL_ULPS);
        double allowed =
                Arrays.stream(values).map(v -> NORMAL_ULPS * Math.ulp(v)).sum();
        assertClose(want.place() + " sum", Arrays.stream(values).sum(), digest.sum(), 1e-15, allowed);
    }

    private static void checkClose(Tensor got, GoldenValue want) {
        if (!want.isDigest()) {
            assertClose(want.place(), got.toArray(), want.array().doubles(), CLOSE, CLOSE);
            return;
        }
        GoldenDigest digest = want.digest();
        double[] values = got.toArray();
        assertThat(values).as(want.place()).hasSize(digest.size());
        int n = digest.head().size();
        assertClose(
                want.place() + " head", Arrays.copyOf(values, n), digest.head().doubles(), CLOSE, CLOSE);
        assertClose(want.place() + " tail", tail(values, n), digest.tail().doubles(), CLOSE, CLOSE);
        double allowed =
                Arrays.stream(values).map(v -> CLOSE * (1 + Math.abs(v))).sum();
        assertClose(want.place() + " sum", Arrays.stream(values).sum(), digest.sum(), 0, allowed);
    }

    private static double[] tail(double[] values, int n) {
        return Arrays.copyOfRange(values, values.length - n, values.length);
    }
}
