package io.github.smallnn.preprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;
import org.junit.jupiter.api.Test;

class StandardScalerTest {
    private static final Tensor X = Tensor.of(new double[][] {{1, 10, 7}, {2, 30, 7}, {4, 20, 7}});

    @Test
    void columnsGetMeanZeroAndDeviationOne() {
        StandardScaling fitted = new StandardScaler().fit(X);
        assertThat(fitted.variance()[0]).isCloseTo(14.0 / 9, within(1e-15));
        assertThat(fitted.scale()[2]).as("constant column").isEqualTo(1);
        Tensor z = fitted.transform(X);
        StandardScaling again = new StandardScaler().fit(z);
        assertThat(again.mean()).containsExactly(new double[3], within(1e-15));
        assertThat(again.scale()).containsExactly(new double[] {1, 1, 1}, within(1e-15));
        assertThat(fitted.inverseTransform(z).toArray()).containsExactly(X.toArray(), within(1e-14));
        assertThat(X.get(0, 0)).as("the input is not modified").isEqualTo(1);
    }

    @Test
    void aColumnConstantWithinRoundingIsConstant() {
        Tensor x = Tensor.column(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1);
        StandardScaling fitted = new StandardScaler().fit(x);
        assertThat(fitted.scale()).containsExactly(1);
        assertThat(fitted.transform(x).toArray()).containsExactly(new double[7], within(1e-16));
    }

    @Test
    void weightsCountRowsSeveralTimes() {
        Tensor twice = Tensor.of(new double[][] {{1, 10, 7}, {2, 30, 7}, {2, 30, 7}, {4, 20, 7}});
        StandardScaling weighted = new StandardScaler().fit(new Dataset(X, X, Tensor.column(1, 2, 1)));
        StandardScaling repeated = new StandardScaler().fit(twice);
        assertThat(weighted.mean()).containsExactly(repeated.mean(), within(1e-14));
        assertThat(weighted.scale()).containsExactly(repeated.scale(), within(1e-14));
    }

    @Test
    void precisionIsKept() {
        Tensor z = new StandardScaler().fit(X).transform(X.to(Precision.FLOAT));
        assertThat(z.precision()).isEqualTo(Precision.FLOAT);
        assertThat(z.get(0, 0))
                .isCloseTo(new StandardScaler().fit(X).transform(X).get(0, 0), within(1e-6));
    }

    @Test
    void figuresAreCopies() {
        StandardScaling fitted = new StandardScaler().fit(X);
        fitted.mean()[0] = 99;
        fitted.scale()[0] = 99;
        assertThat(fitted.mean()[0]).isNotEqualTo(99);
        assertThat(fitted.scale()[0]).isNotEqualTo(99);
    }

    @Test
    void wrongInputIsNamed() {
        StandardScaler scaler = new StandardScaler();
        StandardScaling fitted = scaler.fit(X);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fitted.transform(Tensor.column(1, 2)))
                .withMessageContaining("fitted on 3 columns, but was given 2 x 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scaler.fit(Tensor.of(new double[][] {{1, 2}, {3, Double.NaN}})))
                .withMessageContaining("row 1, column 1 is NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scaler.fit(Tensor.zeros(Precision.DOUBLE, 0, 2)))
                .withMessageContaining("at least one row");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scaler.fit(new Dataset(X, X, Tensor.column(0, 0, 0))))
                .withMessageContaining("all sample weights are 0");
    }
}
