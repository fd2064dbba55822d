package io.github.smallnn.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Network;
import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.layer.Layers;
import io.github.smallnn.op.Elementwise;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;
import io.github.smallnn.testing.Batches;
import org.junit.jupiter.api.Test;

/** The two checks find what they are for. */
class ChecksTest {
    private static final Loss SQUARED = (p, t) -> p.minus(t).square();

    @Test
    void aWrongDerivativeIsFoundAndEverythingIsRestored() {
        Network n = Network.of(2, Layers.sequential(Layers.dense(2), x -> x.map("wrong", new Wrong())));
        ParameterSet p = n.initialize(1);
        String before = p.fingerprint();
        Tensor x = Batches.normal(1, 3, 2);
        double[] values = x.toArray();
        GradientCheck.Report r = GradientCheck.run(n, p, SQUARED, x, Batches.normal(2, 3, 2), null);
        assertThat(r.error()).isGreaterThan(1e-3);
        assertThatThrownBy(r::requirePassed).isInstanceOf(AssertionError.class).hasMessageContaining("dense/");
        assertThat(p.fingerprint()).isEqualTo(before);
        assertThat(x.toArray()).isEqualTo(values);
    }

    @Test
    void aNanGradientDoesNotPass() {
        Network n = Network.of(1, Layers.sequential(Layers.dense(1), x -> x.log()));
        ParameterSet p = n.blank(Precision.DOUBLE).set("dense/weight", -1);
        GradientCheck.Report r = GradientCheck.run(n, p, SQUARED, Tensor.column(1, 2), Tensor.column(0, 0), null);
        assertThat(r.error()).isNaN();
        assertThatThrownBy(r::requirePassed).isInstanceOf(AssertionError.class);
    }

    @Test
    void floatParametersAreRefused() {
        Network n = Network.of(1, Layers.dense(1));
        assertThatThrownBy(() -> GradientCheck.run(
                        n, n.blank(Precision.FLOAT), SQUARED, Tensor.column(1), Tensor.column(1), null))
                .hasMessageContaining("double");
    }

    @Test
    void anAllocationIsFoundToTheByte() {
        byte[][] sink = new byte[1][];
        assertThat(AllocationCheck.bytes(100, () -> sink[0] = new byte[1000])).isBetween(100_000L, 110_000L);
        assertThatThrownBy(() -> AllocationCheck.requireNone("noise", () -> sink[0] = new byte[8]))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("noise allocated");
        AllocationCheck.requireNone("silence", () -> sink[0] = null);
    }

    /** A function whose derivative is off. */
    private record Wrong() implements Elementwise {
        @Override
        public double value(double x) {
            return x * x;
        }

        @Override
        public double derivative(double x, double y) {
            return 1.9 * x;
        }
    }
}
