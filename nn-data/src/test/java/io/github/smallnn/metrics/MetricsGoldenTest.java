package io.github.smallnn.metrics;

import static io.github.smallnn.testing.GoldenAssert.assertClose;

import io.github.smallnn.Later;
import io.github.smallnn.Tensors;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;
import io.github.smallnn.testing.Golden;
import io.github.smallnn.testing.GoldenCase;
import io.github.smallnn.testing.GoldenCount;
import io.github.smallnn.testing.GoldenValue;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The figures of golden/metrics.json that exist so far. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetricsGoldenTest {
    private static final String RAW = "_raw_values";

    private final Golden golden = Golden.read("metrics");
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
    void sameFigures(GoldenCase c) {
        switch (c.get("kind").asText()) {
            case "regression" -> regression(c);
            case "classification" -> classification(c);
            default -> throw new AssertionError(c.id() + ": no such kind here");
        }
        count.ran(c);
    }

    private static void regression(GoldenCase c) {
        GoldenValue inputs = c.get("inputs");
        Tensor y = Tensors.of(inputs.get("y_true"));
        Tensor p = Tensors.of(inputs.get("y_pred"));
        Tensor s = Tensors.orNull(inputs, "sample_weight");
        GoldenValue want = c.get("expected");
        Set<String> checked = new HashSet<>();
        for (String name : List.of("mse", "rmse", "mae", "r2")) {
            WeightedMetric metric = Metrics.byName(name);
            check(metric.of(p, y, s), want.get(name));
            checked.add(name);
            if (want.has(name + RAW)) {
                double[] raw = want.get(name + RAW).array().doubles();
                for (int t = 0; t < raw.length; t++) {
                    double got = metric.of(p.columnRange(t, t + 1), y.columnRange(t, t + 1), s);
                    assertClose(want.place() + "." + name + RAW, got, raw[t], 1e-12, 1e-14);
                }
                checked.add(name + RAW);
            }
        }
        Later.requireAllFigures(c, checked);
    }

    private static void classification(GoldenCase c) {
        GoldenValue inputs = c.get("inputs");
        Tensor y = Tensors.of(inputs.get("y_true"));
        Tensor p = Tensors.of(inputs.get("y_pred"));
        GoldenValue want = c.get("expected").get("accuracy");
        check(Metrics.labelAccuracy().of(p, y), want);
        int classes = 1 + (int) Math.max(max(y), max(p));
        check(Metrics.accuracy().of(oneHot(p, classes), y), want);
        check(Metrics.accuracy().of(oneHot(p, classes), oneHot(y, classes)), want);
        if (classes == 2) {
            Tensor logits =
                    Tensor.column(Arrays.stream(p.toArray()).map(v -> v - 0.5).toArray());
            check(Metrics.accuracy().of(logits, y), want);
        }
        Later.requireAllFigures(c, Set.of("accuracy"));
    }

    private static double max(Tensor labels) {
        return Arrays.stream(labels.toArray()).max().getAsDouble();
    }

    private static Tensor oneHot(Tensor labels, int classes) {
        Tensor out = Tensor.zeros(Precision.DOUBLE, labels.rows(), classes);
        for (int r = 0; r < labels.rows(); r++) {
            out.set(r, (int) labels.get(r, 0), 1);
        }
        return out;
    }

    private static void check(double got, GoldenValue want) {
        assertClose(want.place(), got, want.asDouble(), 1e-12, 1e-14);
    }
}
