package io.github.smallnn.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smallnn.graph.VarianceScaling.Distribution;
import io.github.smallnn.graph.VarianceScaling.Fan;
import io.github.smallnn.layer.Dense;
import io.github.smallnn.layer.Embedding;
import io.github.smallnn.layer.Layers;
import io.github.smallnn.op.OpRegistry;
import io.github.smallnn.random.RandomState;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Initializers keep what their names promise, survive a rebuild, and presets give whole networks other libraries' start. */
class InitializersTest {
    private static final int IN = 40;
    private static final int OUT = 60;

    /** An initializer with the variance and the bound that a weight of 40 x 60 must show. */
    private record Case(Initializer init, double variance, double bound) {
        @Override
        public String toString() {
            return init.spec().toString();
        }
    }

    static List<Case> cases() {
        double inf = Double.POSITIVE_INFINITY;
        List<Case> all = new ArrayList<>();
        all.add(new Case(Initializers.glorotUniform(), 2.0 / 100, Math.sqrt(6.0 / 100)));
        all.add(new Case(Initializers.glorotNormal(), 2.0 / 100, inf));
        all.add(new Case(Initializers.kaimingUniform(0), 2.0 / 40, Math.sqrt(6.0 / 40)));
        all.add(new Case(Initializers.kaimingNormal(0), 2.0 / 40, inf));
        all.add(new Case(Initializers.lecunUniform(), 1.0 / 40, Math.sqrt(3.0 / 40)));
        all.add(new Case(Initializers.lecunNormal(), 1.0 / 40, 2 * Math.sqrt(1.0 / 40) / 0.8796));
        for (Fan fan : Fan.values()) {
            double n = fan == Fan.IN ? IN : fan == Fan.OUT ? OUT : 50;
            all.add(new Case(new VarianceScaling(3, fan, Distribution.UNIFORM), 3 / n, Math.sqrt(9 / n)));
            all.add(new Case(new VarianceScaling(3, fan, Distribution.NORMAL), 3 / n, inf));
            all.add(new Case(
                    new VarianceScaling(3, fan, Distribution.TRUNCATED_NORMAL), 3 / n, 2 * Math.sqrt(3 / n) / 0.8796));
        }
        // Variance of a standard normal cut at 2: 0.8796^2. Cut to a narrow range it is nearly uniform.
        all.add(new Case(Initializers.truncatedNormal(0, 0.5), 0.25 * 0.7737, 1));
        all.add(new Case(Initializers.truncatedNormal(0, 10, -0.3, 0.3), 0.03, 0.3));
        all.add(new Case(Initializers.orthogonal(2), 4.0 / OUT, inf));
        return all;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void varianceAndBoundAreAsPromised(Case c) {
        Network n = Network.of(IN, new Dense(OUT, c.init, null));
        Tensor w = n.initialize(7).get("dense/weight");
        double sum = 0;
        double squares = 0;
        for (double v : w.toArray()) {
            assertThat(Math.abs(v)).as("%s", c).isLessThanOrEqualTo(c.bound);
            sum += v;
            squares += v * v;
        }
        int count = IN * OUT;
        double sd = Math.sqrt(c.variance);
        assertThat(sum / count).as("mean of %s", c).isCloseTo(0, Offset.offset(4 * sd / Math.sqrt(count)));
        assertThat(squares / count).as("variance of %s", c).isCloseTo(c.variance, Offset.offset(0.12 * c.variance));
        Network again = Network.of(n.ops(), OpRegistry.standard());
        assertThat(again.initialize(7).fingerprint())
                .as("%s after a rebuild", c)
                .isEqualTo(n.initialize(7).fingerprint());
    }

    @Test
    void orthogonalGivesOrthogonalVectorsOnTheShorterSide() {
        for (int[] size : new int[][] {{5, 5}, {8, 3}, {3, 8}, {1, 4}, {4, 1}}) {
            Tensor w = Network.of(size[0], new Dense(size[1], Initializers.orthogonal(1.5), null))
                    .initialize(3)
                    .get("dense/weight");
            boolean units = size[1] <= size[0];
            for (int a = 0; a < Math.min(size[0], size[1]); a++) {
                for (int b = 0; b <= a; b++) {
                    double dot = 0;
                    for (int i = 0; i < Math.max(size[0], size[1]); i++) {
                        dot += units ? w.get(i, a) * w.get(i, b) : w.get(a, i) * w.get(b, i);
                    }
                    assertThat(dot)
                            .as("%d x %d, vectors %d and %d", size[0], size[1], a, b)
                            .isCloseTo(a == b ? 2.25 : 0, Offset.offset(1e-14));
                }
            }
        }
    }

    @Test
    void truncatedNormalIsSkewedWhenItsBoundsAre() {
        // Mean of a standard normal above 1: density(1) / (1 - Phi(1)) = 1.5251; the second moment is 1 + 1.5251.
        Network n = Network.of(100, new Dense(50, Initializers.truncatedNormal(0, 1, 1, 30), null));
        double sum = 0;
        for (double v : n.initialize(5).get("dense/weight").toArray()) {
            assertThat(v).isBetween(1.0, 30.0);
            sum += v;
        }
        assertThat(sum / 5000).isCloseTo(1.5251, Offset.offset(4 * 0.446 / Math.sqrt(5000)));
    }

    @Test
    void settingsAreChecked() {
        assertThatThrownBy(() -> Initializers.truncatedNormal(0, 0)).hasMessageContaining("sd > 0");
        assertThatThrownBy(() -> Initializers.truncatedNormal(0, 1, 3, 4)).hasMessageContaining("within 2 sd");
        assertThatThrownBy(() -> new VarianceScaling(0, Fan.IN, Distribution.NORMAL))
                .hasMessageContaining("scale above 0");
        assertThatThrownBy(() -> Initializers.orthogonal(Double.NaN)).hasMessageContaining("NaN");
        Network n = Network.of(2, new Dense(2, Initializers.given(List.of(1.0, 2.0)), null));
        assertThatThrownBy(() -> n.initialize(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("dense/weight: 2 numbers were given");
    }

    private static Network mlp(io.github.smallnn.graph.Layer hidden) {
        return Network.of(3, Layers.sequential(Layers.dense(5), hidden, Layers.dense(1)));
    }

    @Test
    void presetOfKerasDrawsGlorotWeightsAndZeroBiases() {
        ParameterSet p = mlp(Layers.relu()).initialize(Precision.DOUBLE, new RandomState(4), Presets.keras());
        double[] draws = new double[15];
        double bound = Math.sqrt(6.0 / 8);
        new RandomState(4).fillUniform(draws, -bound, bound);
        assertThat(p.get("dense/weight").toArray()).containsExactly(draws);
        assertThat(p.get("dense/bias").toArray()).containsOnly(0);
        Network table = Network.of(1, new Embedding(9, 4).withPadding(2));
        Tensor w = table.initialize(Precision.DOUBLE, new RandomState(4), Presets.keras())
                .get("embedding/weight");
        assertThat(w.rowRange(2, 3).toArray()).containsOnly(0);
        for (double v : w.rowRange(3, 9).toArray()) {
            assertThat(Math.abs(v)).isBetween(Double.MIN_VALUE, 0.05);
        }
    }

    @Test
    void presetOfKerasKnowsConvolutionsAndStates() {
        Network conv = Network.of(Shape.of(2, 6), Layers.conv1d(4, 3));
        ParameterSet p = conv.initialize(Precision.DOUBLE, new RandomState(4), Presets.keras());
        double bound = Math.sqrt(6.0 / (2 * 3 + 4 * 3));
        double largest = 0;
        for (double v : p.get("conv1d/weight").toArray()) {
            assertThat(Math.abs(v)).isLessThanOrEqualTo(bound);
            largest = Math.max(largest, Math.abs(v));
        }
        assertThat(largest).isGreaterThan(0.8 * bound);
        assertThat(p.get("conv1d/bias").toArray()).containsOnly(0);

        Network lstm = Network.of(Shape.of(5, 2), Layers.lstm(3));
        ParameterSet q = lstm.initialize(Precision.DOUBLE, new RandomState(4), Presets.keras());
        assertThat(q.get("lstm/bias_ih_l0").toArray()).containsExactly(0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0);
        assertThat(q.get("lstm/bias_hh_l0").toArray()).containsOnly(0);
        Tensor u = q.get("lstm/weight_hh_l0");
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b <= a; b++) {
                double dot = 0;
                for (int i = 0; i < 12; i++) {
                    dot += u.get(a, i) * u.get(b, i);
                }
                assertThat(dot).isCloseTo(a == b ? 1 : 0, Offset.offset(1e-14));
            }
        }
    }

    @Test
    void presetOfSklearnDrawsWeightThenBiasFromOneBoundThatTheActivationSets() {
        for (boolean sigmoid : new boolean[] {false, true}) {
            Network n = mlp(sigmoid ? Layers.sigmoid() : Layers.tanh());
            ParameterSet p = n.initialize(Precision.DOUBLE, new RandomState(4), Presets.sklearn());
            double[] draws = new double[20];
            double bound = Math.sqrt((sigmoid ? 2.0 : 6.0) / 8);
            new RandomState(4).fillUniform(draws, -bound, bound);
            double[] got = new double[n.parameterCount()];
            p.copyTo(got);
            assertThat(got).startsWith(draws);
        }
        // A sigmoid at the output is no hidden activation.
        Network n = Network.of(3, Layers.dense(5).then(Layers.sigmoid()));
        double first = n.initialize(Precision.DOUBLE, new RandomState(4), Presets.sklearn())
                .get("dense/weight")
                .get(0, 0);
        double bound = Math.sqrt(6.0 / 8);
        assertThat(first).isEqualTo(new RandomState(4).uniform(-bound, bound));
    }

    @Test
    void presetsLeaveGivenInitializersAlone() {
        Network n = Network.of(3, new Dense(2, Initializers.constant(0.5), Initializers.ones()));
        for (Preset preset : List.of(Presets.torch(), Presets.keras(), Presets.sklearn())) {
            ParameterSet p = n.initialize(Precision.DOUBLE, new RandomState(4), preset);
            assertThat(p.get("dense/weight").toArray()).containsOnly(0.5);
            assertThat(p.get("dense/bias").toArray()).containsOnly(1);
        }
        assertThat(mlp(Layers.relu())
                        .initialize(Precision.DOUBLE, new RandomState(4), Presets.torch())
                        .fingerprint())
                .isEqualTo(mlp(Layers.relu()).initialize(4).fingerprint());
    }
}
