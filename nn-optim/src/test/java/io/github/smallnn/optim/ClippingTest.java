package io.github.smallnn.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.smallnn.check.AllocationCheck;
import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clipping beyond the golden cases: each parameter by itself, Keras's factor, marks, floats, and what is not finite. */
class ClippingTest {

    private static ParameterSet gradients(Precision precision, double a, double b, double c) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        shapes.put("weight", Shape.of(2));
        shapes.put("bias", Shape.of(1));
        ParameterSet g = ParameterSet.zeros(precision, shapes);
        g.copyFrom(new double[] {a, b, c});
        return g;
    }

    private static double[] values(ParameterSet g) {
        double[] v = new double[g.count()];
        g.copyTo(v);
        return v;
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void everyParameterByItself(Precision precision) {
        ParameterSet g = gradients(precision, 3, 4, 0.5);
        assertThat(Clipping.kerasNorm(1).apply(g)).isEqualTo(5);
        assertThat(values(g)).containsExactly(new double[] {0.6, 0.8, 0.5}, within(1e-7));
        ParameterSet torch = gradients(precision, 3, 4, 0.5);
        Clipping.norm(1).apply(torch);
        assertThat(values(torch)[0]).isCloseTo(3 / 5.000001, within(1e-7));
    }

    @Test
    void allTogetherByKerasRule() {
        ParameterSet g = gradients(Precision.DOUBLE, 2, 3, 6);
        assertThat(Clipping.kerasGlobalNorm(3.5).apply(g)).isEqualTo(7);
        assertThat(values(g)).containsExactly(1, 1.5, 3);
        ParameterSet small = gradients(Precision.DOUBLE, 2, 3, 6);
        Clipping.kerasGlobalNorm(7).apply(small);
        assertThat(values(small)).containsExactly(2, 3, 6);
    }

    @Test
    void frozenParametersDoNotCount() {
        ParameterSet g = gradients(Precision.DOUBLE, 3, 4, 100).freeze("bias");
        assertThat(Clipping.globalNorm(10).apply(g)).isEqualTo(5);
        assertThat(Clipping.value(1).apply(g)).isEqualTo(4);
        assertThat(values(g)).containsExactly(1, 1, 100);
    }

    @Test
    void whatIsNotFiniteShows() {
        ParameterSet nan = gradients(Precision.DOUBLE, 1, Double.NaN, 1);
        assertThat(Clipping.globalNorm(1).apply(nan)).isNaN();
        assertThat(values(nan)).containsOnly(Double.NaN);
        ParameterSet clamped = gradients(Precision.DOUBLE, 5, Double.NaN, Double.NEGATIVE_INFINITY);
        Clipping.value(2).apply(clamped);
        assertThat(values(clamped)).containsExactly(2, Double.NaN, -2);
        ParameterSet infinite = gradients(Precision.DOUBLE, 1, Double.POSITIVE_INFINITY, 1);
        assertThat(Clipping.globalNorm(1).apply(infinite)).isInfinite();
        assertThat(values(infinite)).containsExactly(0, Double.NaN, 0);
    }

    @Test
    void clippingAllocatesNothing() {
        ParameterSet g = gradients(Precision.FLOAT, 3, 4, 5);
        for (Clipping c : new Clipping[] {Clipping.value(1), Clipping.norm(1), Clipping.globalNorm(1, 1)}) {
            AllocationCheck.requireNone(c.toString(), () -> c.apply(g));
        }
    }

    @Test
    void badSettingsAreNamed() {
        assertThatThrownBy(() -> Clipping.value(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("clipping limit")
                .hasMessageContaining("0.0");
        assertThatThrownBy(() -> Clipping.globalNorm(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1.0");
        assertThatThrownBy(() -> Clipping.globalNorm(1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("p of a norm");
    }
}
