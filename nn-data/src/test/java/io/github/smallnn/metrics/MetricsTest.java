package io.github.smallnn.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;
import java.util.function.Supplier;
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
        assertThat(Metrics.names()).containsExactly("accuracy", "label_accuracy", "mse", "rmse", "mae", "r2");
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
                wrong(() -> Metrics.labelAccuracy().of(wide, two), "labels are one column each"));
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
