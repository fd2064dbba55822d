package io.github.smallnn.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import io.github.smallnn.check.AllocationCheck;
import io.github.smallnn.check.GradientCheck;
import io.github.smallnn.graph.Backprop;
import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Network;
import io.github.smallnn.graph.Node;
import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.graph.Reduction;
import io.github.smallnn.layer.Layers;
import io.github.smallnn.suite.LossCase;
import io.github.smallnn.suite.LossCases;
import io.github.smallnn.suite.Samples;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every loss and every form of it behind a small network: gradients in all reductions, float against double, no garbage,
 * batches in parts, and targets of a wrong shape.
 */
class LossSuiteTest {
    private static final int ROWS = 7;
    private static final int INPUTS = 3;
    private static final long SEED = 31;
    private static double worst;
    private static int cases;

    static List<LossCase> cases() {
        return LossCases.all();
    }

    /** A case with its network and data. */
    private static final class Setting {
        final LossCase c;
        final Network network;
        final Tensor input = Samples.inputs(ROWS, INPUTS, SEED);
        final Tensor target;
        final Tensor weights = Samples.weights(ROWS, SEED + 2);

        Setting(LossCase c) {
            this.c = c;
            this.network = Network.of(
                    INPUTS,
                    Layers.dense(5)
                            .then(Layers.tanh())
                            .then(Layers.dense(LossCase.WIDTH))
                            .then(c.head()));
            this.target = c.targets(ROWS, network.outputShape(), SEED + 1);
        }
    }

    @AfterAll
    static void report() {
        System.out.printf(
                Locale.ROOT,
                "losses: %d forms, worst gradient error %.2e (limit %.0e)%n",
                cases,
                worst,
                GradientCheck.TOLERANCE);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gradientsAreRightInAllReductions(LossCase c) {
        Setting s = new Setting(c);
        ParameterSet p = s.network.initialize(SEED);
        assertThatCode(() -> c.loss().checkTargets(s.target, s.network.outputShape()))
                .doesNotThrowAnyException();
        for (Reduction r : Reduction.values()) {
            for (Tensor w : Arrays.asList(null, s.weights)) {
                Loss loss = c.loss().reduced(r);
                GradientCheck.Report report = GradientCheck.run(s.network, p, loss, s.input, s.target, w);
                worst = Math.max(worst, report.requirePassed().error());
            }
        }
        cases++;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void floatFollowsDoubleAndNeitherAllocates(LossCase c) {
        Setting s = new Setting(c);
        ParameterSet p = s.network.initialize(SEED);
        double[][] gradients = new double[2][p.count()];
        for (Precision precision : Precision.values()) {
            Tensor x = s.input.to(Precision.FLOAT).to(precision);
            Tensor t = s.target.to(Precision.FLOAT).to(precision);
            Tensor w = s.weights.to(Precision.FLOAT).to(precision);
            ParameterSet own = p.to(Precision.FLOAT).to(precision);
            Backprop session = s.network.backprop(own, c.loss(), ROWS);
            AllocationCheck.requireNone(c + " in " + precision, () -> session.evaluate(x, t, w));
            session.gradients().copyTo(gradients[precision.ordinal()]);
        }
        for (int i = 0; i < gradients[0].length; i++) {
            double size = Math.max(1, Math.abs(gradients[0][i]));
            assertThat(gradients[1][i])
                    .as("%s, seed %d: gradient %d", c, SEED, i)
                    .isCloseTo(gradients[0][i], offset(1e-4 * size));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aBatchInPartsIsTheBatch(LossCase c) {
        Setting s = new Setting(c);
        ParameterSet p = s.network.initialize(SEED);
        Backprop whole = s.network.backprop(p, c.loss(), ROWS);
        double loss = whole.evaluate(s.input, s.target, s.weights);
        Backprop parts = s.network.backprop(p, c.loss(), ROWS);
        parts.begin();
        for (int from = 0; from < ROWS; from += 3) {
            int to = Math.min(ROWS, from + 3);
            parts.add(s.input.rowRange(from, to), s.target.rowRange(from, to), s.weights.rowRange(from, to));
        }
        assertThat(parts.finish()).as(c.name()).isCloseTo(loss, offset(1e-12 * Math.max(1, Math.abs(loss))));
        double[] want = new double[p.count()];
        double[] got = new double[p.count()];
        whole.gradients().copyTo(want);
        parts.gradients().copyTo(got);
        for (int i = 0; i < want.length; i++) {
            assertThat(got[i]).as("%s: gradient %d", c, i).isCloseTo(want[i], offset(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aTargetOfAnotherWidthIsRefused(LossCase c) {
        Setting s = new Setting(c);
        Shape right = c.loss().targetShape(s.network.outputShape());
        Shape wrong = right.withLast(right.last() + 1);
        Loss loss = new Loss() {
            @Override
            public Node build(Node prediction, Node target) {
                return c.loss().build(prediction, target);
            }

            @Override
            public Shape targetShape(Shape prediction) {
                return wrong;
            }
        };
        boolean unused = c.target() == TargetKind.UNUSED || c.name().equals("heads");
        if (!unused) {
            assertThatThrownBy(() -> s.network.backprop(s.network.initialize(SEED), loss, ROWS))
                    .as(c.name())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("loss/")
                    .hasMessageContaining("[");
        }
        Backprop session = s.network.backprop(s.network.initialize(SEED), c.loss(), ROWS);
        Tensor wide = Tensor.zeros(Precision.DOUBLE, ROWS, wrong.size());
        assertThatThrownBy(() -> session.evaluate(s.input, wide, null))
                .as(c.name())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(right.toString())
                .hasMessageContaining(wrong.size() + " columns");
    }
}
