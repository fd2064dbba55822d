package io.github.smallnn.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smallnn.layer.Layers;
import io.github.smallnn.op.Op;
import io.github.smallnn.op.OpContext;
import io.github.smallnn.op.OpSpec;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import io.github.smallnn.testing.Batches;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What sessions promise: capacity, parts of a batch, masks, statistics, readable values, checks. */
class SessionTest {
    private static final Loss SQUARED = (p, t) -> p.minus(t).square();
    private static final Layer MLP =
            Layers.sequential(Layers.dense(5), Layers.tanh(), Layers.dropout(0.4), Layers.dense(2));

    private final Network network = Network.of(3, MLP);
    private final ParameterSet parameters = network.initialize(1);
    private final Tensor x = Batches.normal(2, 10, 3);
    private final Tensor t = Batches.normal(3, 10, 2);

    @Test
    void wrongBatchesAreRefusedAtTheEdge() {
        Backprop b = network.backprop(parameters, SQUARED, 4);
        assertThatThrownBy(() -> b.evaluate(x, t, null))
                .hasMessageContaining("10 rows")
                .hasMessageContaining("1 to 4");
        assertThatThrownBy(() -> b.evaluate(x.rowRange(0, 0), t.rowRange(0, 0), null))
                .hasMessageContaining("0 rows");
        assertThatThrownBy(() -> b.evaluate(x.rowRange(0, 3), t.rowRange(0, 2), null))
                .hasMessageContaining("target has 2");
        assertThatThrownBy(() -> b.evaluate(Batches.normal(0, 3, 4), t.rowRange(0, 3), null))
                .hasMessageContaining("input has 4 columns")
                .hasMessageContaining("[3]");
        assertThatThrownBy(() -> b.evaluate(x.rowRange(0, 3), Batches.normal(0, 3, 1), null))
                .hasMessageContaining("target has 1 columns")
                .hasMessageContaining("[2]");
        assertThatThrownBy(() -> b.evaluate(x.rowRange(0, 3).to(Precision.FLOAT), t.rowRange(0, 3), null))
                .hasMessageContaining("FLOAT");
        assertThatThrownBy(() -> b.evaluate(x.rowRange(0, 3), t.rowRange(0, 3), Batches.normal(0, 2, 1)))
                .hasMessageContaining("sample weights");
        assertThatThrownBy(() -> network.inference(parameters, 0)).hasMessageContaining("maxBatch");
    }

    @Test
    void partsOfABatchGiveItsGradientAndMasks() {
        Tensor w = Tensor.column(1, 2, 0, 0.5, 1, 3, 1, 1, 2, 0.25);
        for (Reduction reduction : Reduction.values()) {
            Loss loss = SQUARED.reduced(reduction);
            Backprop whole = network.backprop(parameters, loss, 10);
            whole.position(7, 0);
            double want = whole.evaluate(x, t, w);
            for (int size : new int[] {1, 3, 4, 10}) {
                Backprop parts = network.backprop(parameters, loss, size);
                parts.begin();
                for (int from = 0; from < 10; from += size) {
                    int to = Math.min(10, from + size);
                    parts.position(7, from);
                    parts.add(x.rowRange(from, to), t.rowRange(from, to), w.rowRange(from, to));
                }
                assertThat(parts.finish()).isCloseTo(want, Offset.offset(1e-13));
                assertThat(parts.rows()).isEqualTo(10);
                for (int i = 0; i < parameters.size(); i++) {
                    assertThat(parts.gradients().tensor(i).toArray())
                            .as("%s by %d, %s", reduction, size, parameters.path(i))
                            .containsExactly(whole.gradients().tensor(i).toArray(), Offset.offset(1e-13));
                }
            }
        }
    }

    @Test
    void evaluatingAgainGivesTheSameBitsAndTheStepChangesTheMask() {
        Backprop b = network.backprop(
                parameters, SQUARED, 10, SessionOptions.defaults().seed(5));
        b.position(1, 0);
        double first = b.evaluate(x, t, null);
        assertThat(b.evaluate(x, t, null)).isEqualTo(first);
        b.position(2, 0);
        assertThat(b.evaluate(x, t, null)).isNotEqualTo(first);
        b.position(1, 0);
        assertThat(b.evaluate(x, t, null)).isEqualTo(first);
        Backprop other = network.backprop(
                parameters, SQUARED, 10, SessionOptions.defaults().seed(6));
        other.position(1, 0);
        assertThat(other.evaluate(x, t, null)).isNotEqualTo(first);
    }

    @Test
    void dropoutKeepsTheRightShareAndInferenceIgnoresIt() {
        Network n = Network.of(1000, Layers.dropout(0.3));
        ParameterSet none = n.initialize(0);
        Tensor ones = Tensor.zeros(Precision.DOUBLE, 20, 1000);
        ones.fill(1);
        Backprop b = n.backprop(none, SQUARED, 20);
        b.evaluate(ones, ones, null);
        int zeros = 0;
        for (double v : b.output().toArray()) {
            assertThat(v == 0 || v == 1 / 0.7).isTrue();
            zeros += v == 0 ? 1 : 0;
        }
        assertThat(zeros / 20000.0).isCloseTo(0.3, Offset.offset(0.015));
        assertThat(n.inference(none, 20).run(ones).toArray()).containsOnly(1);
        assertThat(n.evaluation(none, SQUARED, 20).evaluate(ones, ones, null)).isZero();
    }

    @Test
    void innerValuesAreReadableByPath() {
        Inference plain = network.inference(parameters, 10);
        plain.run(x);
        assertThat(plain.value("tanh").cols()).isEqualTo(5);
        assertThatThrownBy(() -> plain.value("dense/matmul")).hasMessageContaining("watch(\"dense/matmul\")");
        assertThatThrownBy(() -> plain.value("nothing"))
                .hasMessageContaining("no node")
                .hasMessageContaining("tanh");
        Inference watching =
                network.inference(parameters, 10, SessionOptions.defaults().watch("dense/matmul", "dense/add"));
        assertThat(watching.run(x).toArray()).isEqualTo(plain.run(x).toArray());
        double z = watching.value("dense/add").get(4, 2);
        double want = watching.value("dense/matmul").get(4, 2)
                + parameters.get("dense/bias").get(0, 2);
        assertThat(z).isEqualTo(want);
        Backprop b = network.backprop(parameters, SQUARED, 10);
        b.evaluate(x, t, null);
        assertThat(b.value("loss/square").toArray()).isEqualTo(b.values().toArray());
    }

    @Test
    void aCheckedSessionNamesTheFirstBadOp() {
        Network n = Network.of(2, Layers.sequential(Layers.named("a", x -> x.log()), Layers.dense(1)));
        ParameterSet p = n.initialize(0);
        Backprop b = n.backprop(p, SQUARED, 3, SessionOptions.defaults().withChecks());
        b.position(12, 0);
        Tensor bad = Tensor.of(new double[][] {{1, 2}, {3, -4}, {5, 6}});
        assertThatThrownBy(() -> b.evaluate(bad, Tensor.column(1, 2, 3), null))
                .isInstanceOf(NonFiniteException.class)
                .hasMessageContaining("a/log")
                .hasMessageContaining("step 12, row 1, column 1");
    }

    @Test
    void frozenParametersAndUnwantedInputsGetNoGradient() {
        Backprop b = network.backprop(parameters.freeze("dense/*"), SQUARED, 10);
        b.evaluate(x, t, null);
        assertThat(b.gradients().get("dense/weight").toArray()).containsOnly(0);
        assertThat(b.gradients().get("dense-2/weight").toArray()).doesNotContain(0);
        assertThatThrownBy(b::inputGradient).hasMessageContaining("withInputGradient");
    }

    @Test
    void valueWeightsCountInTheDenominator() {
        Loss weighted = (p, target) -> p.minus(target).square().weightedBy(target.abs());
        Network n = Network.of(1, Layers.identity());
        ParameterSet none = n.initialize(0);
        Tensor in = Tensor.column(1, 2, 4);
        Tensor target = Tensor.column(2, -1, 4);
        Tensor s = Tensor.column(1, 2, 1);
        double numerator = 1 * 2 * 1 + 2 * 1 * 9;
        double denominator = 1 * 2 + 2 * 1 + 1 * 4;
        Evaluation e = n.evaluation(none, weighted, 3);
        assertThat(e.evaluate(in, target, s)).isEqualTo(numerator / denominator);
        Loss counted =
                (p, target2) -> p.minus(target2).square().times(target2.abs()).countedBy(target2.abs());
        assertThat(n.evaluation(none, counted, 3).evaluate(in, target, s)).isEqualTo(numerator / denominator);
        Loss divided = (p, target2) -> p.square().countedBy(target2.abs().times(3));
        assertThat(n.evaluation(none, divided, 3).evaluate(in, target, s))
                .isEqualTo((1 + 2 * 4 + 16) / (3 * denominator));
        Loss wrong = (p, tt) -> p.square().weightedBy(p.constant(2));
        assertThatThrownBy(() -> n.evaluation(none, wrong, 3)).hasMessageContaining("weights");
    }

    @Test
    void statisticsAreCommittedOnceAndRowsThatCoupleAreNotSplit() {
        Layer centred = in ->
                in.scope("centre", c -> c.apply(new Centre(), c.statistic("mean", Shape.of(2), Initializers.zeros())));
        Network n = Network.of(2, Layers.sequential(centred, Layers.dense(1)));
        ParameterSet p = n.initialize(0);
        Backprop b = n.backprop(p, SQUARED, 2);
        Tensor in = Tensor.of(new double[][] {{1, 10}, {3, 30}});
        Tensor out = Tensor.column(0, 0);
        b.evaluate(in, out, null);
        b.evaluate(in, out, null);
        assertThat(p.get("centre/mean").toArray()).containsExactly(0, 0);
        b.commit();
        assertThat(p.get("centre/mean").toArray()).containsExactly(2, 20);
        b.begin();
        b.add(in, out, null);
        assertThatThrownBy(() -> b.add(in, out, null))
                .hasMessageContaining("centre/centre")
                .hasMessageContaining("parts");
    }

    @Test
    void aLossMustReturnValuesOfItsOwnGraph() {
        assertThatThrownBy(() -> network.backprop(parameters, (p, target) -> p.constant(1), 1))
                .hasMessageContaining("row per sample");
        Loss parameterised = (p, target) -> p.times(p.parameter("w", Shape.of(2), Initializers.zeros()));
        assertThatThrownBy(() -> network.backprop(parameters, parameterised, 1)).hasMessageContaining("loss/w");
    }

    /** Subtracts a running mean, which the batch's mean replaces. */
    private record Centre() implements Op {
        @Override
        public OpSpec spec() {
            return OpSpec.of("user:centre");
        }

        @Override
        public Shape outputShape(List<Shape> in) {
            return in.get(0);
        }

        @Override
        public boolean couplesRows() {
            return true;
        }

        @Override
        public void forward(OpContext c) {
            for (int j = 0; j < c.out().cols(); j++) {
                double mean = 0;
                for (int r = 0; r < c.out().rows(); r++) {
                    mean += c.in(0).get(r, j) / c.out().rows();
                }
                c.update(1).set(0, j, mean);
                for (int r = 0; r < c.out().rows(); r++) {
                    c.out().set(r, j, c.in(0).get(r, j) - c.in(1).get(0, j));
                }
            }
        }

        @Override
        public void backward(OpContext c) {
            if (c.wants(0)) {
                c.kernels()
                        .addColumns(
                                1,
                                c.gradOut(),
                                0,
                                c.beta(0),
                                c.gradIn(0),
                                0,
                                c.out().cols());
            }
        }
    }
}
