package io.github.smallnn.metrics;

import static io.github.smallnn.testing.GoldenAssert.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every figure of golden/metrics.json. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetricsGoldenTest {
    private static final String RAW = "_raw_values";

    private final Golden golden = Golden.read("metrics");
    private final GoldenCount count = new GoldenCount(golden, Set.of());
    private final Set<String> figures = new HashSet<>();

    List<GoldenCase> cases() {
        return golden.cases();
    }

    @AfterAll
    void everyCaseRan() {
        count.finish();
        System.out.println("golden metrics.json: " + figures.size() + " kinds of figures compared");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void sameFigures(GoldenCase c) {
        Set<String> checked = switch (c.get("kind").asText()) {
            case "regression" -> regression(c);
            case "classification" -> classification(c);
            case "score" -> score(c);
            case "multi_score" -> multiScore(c);
            default -> throw new AssertionError(c.id() + ": no such kind here");
        };
        Later.requireAllFigures(c, checked);
        figures.addAll(checked);
        count.ran(c);
    }

    private static Set<String> regression(GoldenCase c) {
        GoldenValue inputs = c.get("inputs");
        Tensor y = Tensors.of(inputs.get("y_true"));
        Tensor p = Tensors.of(inputs.get("y_pred"));
        Tensor s = Tensors.orNull(inputs, "sample_weight");
        GoldenValue want = c.get("expected");
        for (String name : want.names()) {
            if (!name.endsWith(RAW)) {
                check(Metrics.byName(name).of(p, y, s), want.get(name));
                continue;
            }
            WeightedMetric metric = Metrics.byName(name.substring(0, name.length() - RAW.length()));
            double[] got = new double[y.cols()];
            Arrays.setAll(got, t -> metric.of(p.columnRange(t, t + 1), y.columnRange(t, t + 1), s));
            checkAll(got, want.get(name));
        }
        return Set.copyOf(want.names());
    }

    private static Set<String> classification(GoldenCase c) {
        GoldenValue inputs = c.get("inputs");
        Tensor y = Tensors.of(inputs.get("y_true"));
        Tensor p = Tensors.of(inputs.get("y_pred"));
        GoldenValue want = c.get("expected");
        Set<String> checked = new HashSet<>();
        checkMatrix(ConfusionMatrix.ofLabels(p, y, null), want, checked);
        int classes = 1 + (int) Math.max(max(y), max(p));
        for (String name : want.names()) {
            if (Metrics.names().contains(name)) {
                check(Metrics.byName(name).of(oneHot(p, classes), y), want.get(name));
                check(Metrics.byName(name).of(oneHot(p, classes), oneHot(y, classes)), want.get(name));
                if (classes == 2) {
                    check(Metrics.byName(name).of(logits(p), y), want.get(name));
                }
            }
        }
        check(Metrics.labelAccuracy().of(p, y), want.get("accuracy"));
        return checked;
    }

    private static void checkMatrix(ConfusionMatrix matrix, GoldenValue want, Set<String> checked) {
        checkAll(matrix.labels(), want.get("labels"));
        checkAll(
                Arrays.stream(matrix.counts()).flatMapToDouble(Arrays::stream).toArray(), want.get("confusion_matrix"));
        checkAll(matrix.support(), want.get("support"));
        checkAll(matrix.precision(), want.get("precision_per_class"));
        checkAll(matrix.recall(), want.get("recall_per_class"));
        checkAll(matrix.f1(), want.get("f1_per_class"));
        check(matrix.accuracy(), want.get("accuracy"));
        check(matrix.balancedAccuracy(), want.get("balanced_accuracy"));
        check(matrix.cohenKappa(), want.get("cohen_kappa"));
        check(matrix.matthewsCorrelation(), want.get("matthews_corrcoef"));
        checked.addAll(Set.of("labels", "confusion_matrix", "support", "precision_per_class", "recall_per_class"));
        checked.addAll(Set.of("f1_per_class", "accuracy", "balanced_accuracy", "cohen_kappa", "matthews_corrcoef"));
        for (Average average : Average.values()) {
            String suffix = average.name().toLowerCase(Locale.ROOT);
            if (want.has("precision_" + suffix)) {
                check(matrix.precision(average), want.get("precision_" + suffix));
                check(matrix.recall(average), want.get("recall_" + suffix));
                check(matrix.f1(average), want.get("f1_" + suffix));
                checked.addAll(Set.of("precision_" + suffix, "recall_" + suffix, "f1_" + suffix));
            }
        }
    }

    private static Set<String> score(GoldenCase c) {
        GoldenValue inputs = c.get("inputs");
        Tensor y = Tensors.of(inputs.get("y_true"));
        Tensor p = Tensors.of(inputs.get("y_score"));
        Tensor s = Tensors.orNull(inputs, "sample_weight");
        GoldenValue want = c.get("expected");
        RocCurve roc = RocCurve.of(p, y, s);
        checkAll(roc.fpr(), want.get("roc_curve").get("fpr"));
        checkAll(roc.tpr(), want.get("roc_curve").get("tpr"));
        checkAll(roc.thresholds(), want.get("roc_curve").get("thresholds"));
        PrecisionRecallCurve curve = PrecisionRecallCurve.of(p, y, s);
        GoldenValue wanted = want.get("precision_recall_curve");
        checkAll(curve.precision(), wanted.get("precision"));
        checkAll(curve.recall(), wanted.get("recall"));
        checkAll(curve.thresholds(), wanted.get("thresholds"));
        Set<String> checked = new HashSet<>(Set.of("roc_curve", "precision_recall_curve"));
        for (String name : List.of("roc_auc", "average_precision", "log_loss", "brier")) {
            check(Metrics.byName(name).of(p, y, s), want.get(name));
            // A sure prediction is clipped to 1 - 1e-15, and one minus that is not 1e-15.
            double rtol = name.equals("log_loss") ? 2e-5 : 1e-12;
            double ofBoth = Metrics.byName(name).of(bothClasses(p), y, s);
            assertClose(want.get(name).place(), ofBoth, want.get(name).asDouble(), rtol, 1e-14);
            checked.add(name);
        }
        return checked;
    }

    private static Tensor bothClasses(Tensor p) {
        Tensor both = Tensor.zeros(Precision.DOUBLE, p.rows(), 2);
        for (int r = 0; r < p.rows(); r++) {
            both.set(r, 0, 1 - p.get(r, 0));
            both.set(r, 1, p.get(r, 0));
        }
        return both;
    }

    private static Set<String> multiScore(GoldenCase c) {
        GoldenValue inputs = c.get("inputs");
        Tensor y = Tensors.of(inputs.get("y_true"));
        Tensor p = Tensors.of(inputs.get("y_score"));
        GoldenValue want = c.get("expected");
        for (String name : want.names()) {
            check(Metrics.byName(name).of(p, y), want.get(name));
            check(Metrics.byName(name).of(p, oneHot(y, p.cols())), want.get(name));
        }
        return Set.copyOf(want.names());
    }

    private static double max(Tensor labels) {
        return Arrays.stream(labels.toArray()).max().getAsDouble();
    }

    private static Tensor logits(Tensor labels) {
        return Tensor.column(Arrays.stream(labels.toArray()).map(v -> v - 0.5).toArray());
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

    private static void checkAll(double[] got, GoldenValue want) {
        assertThat(want.array().size()).as(want.place()).isPositive();
        assertClose(want.place(), got, want.array().doubles(), 1e-12, 1e-14);
    }
}
