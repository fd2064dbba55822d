package io.github.smallnn.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MetricsTest {
    private static final double NAN = Double.NaN;
    private static final Tensor SCORES = Tensor.of(new double[][] {{1, 3, 2}, {5, 5, 0}, {-3, -2, -1}, {0, 1, NAN}});

    @Test
    void everyMetricHasItsName() {
        assertThat(Metrics.names())
                .hasSize(Metrics.entries().size())
                .contains("accuracy", "f1_macro", "roc_auc", "log_loss", "mse", "rmse", "mae", "r2");
        for (MetricEntry entry : Metrics.entries()) {
            assertThat(Metrics.byName(entry.name())).isSameAs(entry.metric());
            assertThat(entry.scikitLearn()).as(entry.name()).isNotBlank();
        }
        assertThat(Metrics.byName("rmse")).isSameAs(Metrics.rmse());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Metrics.byName("auc"))
                .withMessageContaining("no metric is named 'auc'; there are [accuracy, ");
    }

    @Test
    void accuracyTakesTheFirstOfEqualScoresAndNoNaN() {
        assertThat(Metrics.accuracy().of(SCORES, Tensor.column(1, 0, 2, 2))).isEqualTo(0.75);
        assertThat(Metrics.accuracy().of(SCORES, Tensor.column(1, 1, 2, 1))).isEqualTo(0.5);
        Tensor oneHot = Tensor.of(new double[][] {{0, 1, 0}, {1, 0, 0}, {1, 0, 0}, {0, 0, 1}});
        assertThat(Metrics.accuracy().of(SCORES, oneHot)).isEqualTo(0.5);
    }

    @Test
    void oneColumnIsALogit() {
        Tensor logits = Tensor.column(-2, 0, 1e-9, 3, NAN);
        assertThat(Metrics.accuracy().of(logits, Tensor.column(0, 0, 1, 1, 0))).isEqualTo(0.8);
        assertThat(Metrics.accuracy().of(logits, Tensor.column(1, 1, 0, 0, 1))).isEqualTo(0);
    }

    @Test
    void weightsCountRows() {
        Tensor s = Tensor.column(1, 0, 3, 4);
        assertThat(Metrics.accuracy().of(SCORES, Tensor.column(1, 1, 0, 1), s)).isEqualTo(1.0 / 8);
        assertThat(Metrics.mae().of(Tensor.column(1, 9, 2, 4), Tensor.column(1, 0, 4, 4), s))
                .isEqualTo(6.0 / 8);
    }

    static List<MetricEntry> entries() {
        return Metrics.entries();
    }

    /** A weight of 2 is a row given twice, a weight of 0 a row left out, and the order of rows means nothing. */
    @ParameterizedTest
    @MethodSource("entries")
    void weightsAreNumbersOfRows(MetricEntry entry) {
        long seed = 20250301;
        Random random = new Random(seed);
        for (int trial = 0; trial < 20; trial++) {
            int n = 12 + random.nextInt(20);
            String as = entry.name() + " seed " + seed + " trial " + trial;
            Dataset rows = rows(entry, random, n);
            double plain = entry.metric().of(rows.inputs(), rows.targets());
            int[] reversed = IntStream.range(0, n).map(r -> n - 1 - r).toArray();
            Dataset back = rows.select(reversed);
            assertThat(entry.metric().of(back.inputs(), back.targets())).as(as).isCloseTo(plain, within(1e-12));
            if (entry.name().equals("roc_auc_ovo_macro") || entry.name().equals("median_absolute_error")) {
                continue; // no weights there; a median that does not average there
            }
            int[] counts = IntStream.range(0, n)
                    .map(r -> r < 6 ? 1 : random.nextInt(4))
                    .toArray();
            Tensor weights =
                    Tensor.column(Arrays.stream(counts).asDoubleStream().toArray());
            Dataset repeated = rows.select(IntStream.range(0, n)
                    .flatMap(r -> IntStream.generate(() -> r).limit(counts[r]))
                    .toArray());
            assertThat(entry.metric().of(rows.inputs(), rows.targets(), weights))
                    .as(as)
                    .isCloseTo(entry.metric().of(repeated.inputs(), repeated.targets()), within(1e-12));
        }
    }

    /** Predictions and targets such as a metric takes; the first rows are of every class. */
    private static Dataset rows(MetricEntry entry, Random random, int n) {
        String takes = entry.takes();
        boolean two = takes.contains("of class 1") && !takes.contains("each")
                || entry.name().endsWith("binary");
        boolean numbers = takes.equals("numbers");
        int classes = two ? 2 : 3;
        int width = numbers ? 2 : two || takes.equals("labels") ? 1 : classes;
        Tensor p = Tensor.zeros(Precision.DOUBLE, n, width);
        Tensor y = Tensor.zeros(Precision.DOUBLE, n, numbers ? 2 : 1);
        for (int r = 0; r < n; r++) {
            for (int c = 0; c < width; c++) {
                p.set(r, c, takes.equals("labels") ? random.nextInt(3) : random.nextInt(9) / 8.0);
            }
            for (int c = 0; c < y.cols(); c++) {
                y.set(r, c, numbers ? random.nextDouble() : r < classes ? r : random.nextInt(classes));
            }
        }
        return new Dataset(p, y);
    }

    @Test
    void precisionOfLabelsOfAnyValue() {
        ConfusionMatrix m = ConfusionMatrix.ofLabels(Tensor.column(-1, 7, 7, -1), Tensor.column(-1, -1, 7, 3), null);
        assertThat(m.labels()).containsExactly(-1, 3, 7);
        assertThat(m.counts()).isDeepEqualTo(new double[][] {{1, 0, 1}, {1, 0, 0}, {0, 0, 1}});
        assertThat(m.precision()).containsExactly(0.5, 0, 0.5);
        assertThat(m.toString()).contains("true 3.0: [1.0, 0.0, 0.0]");
        m.counts()[0][0] = 99;
        assertThat(m.counts()[0][0]).isEqualTo(1);
        assertThat(ConfusionMatrix.ofLabels(Tensor.column(0, 0), Tensor.column(0, 0), null)
                        .cohenKappa())
                .isNaN();
    }

    @Test
    void topAccuracyCountsTiesForTheLaterClass() {
        Tensor p = Tensor.of(new double[][] {{1, 1, 0}, {1, 1, 0}, {0, 2, 1}});
        assertThat(Metrics.topAccuracy(1).of(p, Tensor.column(0, 1, 1))).isEqualTo(2.0 / 3);
        assertThat(Metrics.topAccuracy(2).of(p, Tensor.column(0, 1, 0))).isEqualTo(2.0 / 3);
        assertThat(Metrics.topAccuracy(3).of(p, Tensor.column(2, 2, 0))).isEqualTo(1);
        assertThat(Metrics.topAccuracy(3).of(SCORES, Tensor.column(0, 0, 0, 0))).isEqualTo(0.75);
    }

    @Test
    void r2OfATargetThatDoesNotVary() {
        Tensor y = Tensor.column(0.1, 0.1, 0.1);
        assertThat(Metrics.r2().of(y, y)).isEqualTo(1);
        assertThat(Metrics.r2().of(Tensor.column(0.1, 0.1, 0.2), y)).isEqualTo(0);
        assertThat(Metrics.r2().of(Tensor.column(0.1, 0.1, NAN), y)).isNaN();
        assertThat(Metrics.r2().of(Tensor.column(1), Tensor.column(2))).isNaN();
    }

    @Test
    void rmseIsTheMeanOfTheRoots() {
        Tensor y = Tensor.zeros(Precision.DOUBLE, 2, 2);
        Tensor p = Tensor.of(2, 2, 1, 3, -1, -3);
        assertThat(Metrics.rmse().of(p, y)).isEqualTo(2);
        assertThat(Metrics.mse().of(p, y)).isEqualTo(5);
        assertThat(Metrics.rmse().of(p.to(Precision.FLOAT), y)).isCloseTo(2, within(0.0));
    }

    static Stream<Arguments> wrong() {
        Tensor two = Tensor.column(1, 2);
        Tensor three = Tensor.column(1, 2, 3);
        Tensor none = Tensor.zeros(Precision.DOUBLE, 0, 1);
        Tensor wide = Tensor.of(2, 2, 1, 2, 3, 4);
        return Stream.of(
                wrong(() -> Metrics.mse().of(two, three), "predictions are 2 x 1, but targets are 3 x 1"),
                wrong(() -> Metrics.mse().of(wide, two), "one target column per prediction column"),
                wrong(() -> Metrics.mse().of(none, none), "at least one row"),
                wrong(() -> Metrics.mse().of(two, two, three), "sample weights must be 2 x 1, but are 3 x 1"),
                wrong(() -> Metrics.mse().of(two, two, Tensor.column(1, -1)), "sample weight of row 1 is -1.0"),
                wrong(() -> Metrics.mse().of(two, two, Tensor.column(NAN, 1)), "sample weight of row 0 is NaN"),
                wrong(() -> Metrics.r2().of(two, two, Tensor.column(0, 0)), "all sample weights are 0"),
                wrong(() -> Metrics.accuracy().of(wide, Tensor.column(0, 2)), "target of row 1 is 2.0"),
                wrong(() -> Metrics.accuracy().of(wide, Tensor.column(0.5, 1)), "a whole number from 0 to 1"),
                wrong(() -> Metrics.accuracy().of(two, Tensor.column(0, -1)), "target of row 1 is -1.0"),
                wrong(() -> Metrics.accuracy().of(wide, Tensor.column(NAN, 1)), "target of row 0 is NaN"),
                wrong(() -> Metrics.accuracy().of(two, wide), "one-hot rows as wide as the predictions"),
                wrong(() -> Metrics.labelAccuracy().of(wide, two), "labels are one column each"),
                wrong(() -> Metrics.msle().of(two, Tensor.column(1, -0.5)), "target of row 1, column 0 is -0.5"),
                wrong(() -> Metrics.msle().of(Tensor.column(-2, 0), two), "prediction of row 0, column 0 is -2.0"),
                wrong(() -> Metrics.topAccuracy(0), "at least 1, got 0"),
                wrong(() -> Metrics.topAccuracy(2).of(two, Tensor.column(0, 1)), "a column of scores for each class"),
                wrong(() -> Metrics.logLoss().of(two, Tensor.column(0, 1)), "row 1, column 0 is 2.0, which is no prob"),
                wrong(() -> Metrics.brier().of(SCORES, Tensor.column(0, 1, 1, 1)), "is no probability"),
                wrong(() -> Metrics.brier().of(Tensor.column(0.5, 1), Tensor.column(0, 2)), "target of row 1 is 2.0"),
                wrong(() -> Metrics.rocAuc().of(two, Tensor.column(1, 1)), "needs rows of both classes"),
                wrong(() -> Metrics.rocAuc().of(two, Tensor.column(0, 3)), "target of row 1 is 3.0"),
                wrong(() -> Metrics.rocAuc().of(Tensor.column(0, NAN), Tensor.column(0, 1)), "score of row 1 is NaN"),
                wrong(() -> Metrics.rocAuc().of(SCORES, Tensor.column(0, 1, 1, 1)), "one column of scores of class 1"),
                wrong(() -> Metrics.averagePrecision().of(two, Tensor.column(0, 0)), "rows of class 1, but there"),
                wrong(() -> ovr().of(wide, two), "for two classes use roc_auc"),
                wrong(() -> ovr().of(SCORES, Tensor.column(0, 1, 1, 0)), "no row is of class 2"),
                wrong(() -> ovo().of(three(), Tensor.column(0, 1, 2), Tensor.column(1, 1, 1)), "no sample weights"),
                wrong(() -> Metrics.f1(Average.BINARY).of(three(), Tensor.column(0, 1, 2)), "a binary figure needs"),
                wrong(() -> Metrics.cohenKappa().of(SCORES, Tensor.column(0, 1, 1, 1)), "row 3 has a NaN score"),
                wrong(() -> ConfusionMatrix.ofLabels(two, Tensor.column(1, NAN), null), "target of row 1 is NaN"));
    }

    private static WeightedMetric ovr() {
        return Metrics.byName("roc_auc_ovr_macro");
    }

    private static WeightedMetric ovo() {
        return Metrics.byName("roc_auc_ovo_macro");
    }

    private static Tensor three() {
        return Tensor.of(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void wrongInputIsNamed(Supplier<?> call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call::get).withMessageContaining(message);
    }

    private static Arguments wrong(Supplier<?> call, String message) {
        return Arguments.of(call, message);
    }
}
