package io.github.smallnn.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smallnn.layer.Dense;
import io.github.smallnn.layer.Layers;
import io.github.smallnn.op.Elementwise;
import io.github.smallnn.op.MapOp;
import io.github.smallnn.op.OpRegistry;
import io.github.smallnn.random.RandomState;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import io.github.smallnn.testing.Batches;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Building, naming, listing, rebuilding and starting networks. */
class NetworkTest {
    private static final Layer EVERYTHING = Layers.sequential(
            Layers.named("encoder", Layers.sequential(Layers.dense(6), Layers.tanh())),
            Layers.residual(Layers.sequential(Layers.dense(6), Layers.leakyRelu(0.1))),
            Layers.concat(Layers.dense(2), Layers.sequential(Layers.slice(1, 4), Layers.softplus())),
            x -> x.times(x.parameter("gain", Shape.of(5), Initializers.ones())).plus(x.constant(0.5)),
            x -> x.dividedBy(x.square().plus(1)).minus(x.constants(1, 2, 3, 4, 5)),
            Layers.dropout(0.25),
            Layers.reshape(5, 1),
            Layers.flatten(),
            Layers.dense(3),
            Layers.logSoftmax());

    @Test
    void pathsAreScopedAndNumbered() {
        Layer shared = Layers.shared(Layers.dense(4));
        Network n = Network.of(
                4,
                Layers.sequential(
                        shared,
                        Layers.relu(),
                        shared,
                        Layers.dense(4),
                        Layers.dense(1).withoutBias()));
        assertThat(n.initialize(1).paths())
                .containsExactly(
                        "shared/dense/weight", "shared/dense/bias", "dense/weight", "dense/bias", "dense-2/weight");
        assertThat(n.parameterCount()).isEqualTo(4 * 4 + 4 + 4 * 4 + 4 + 4);
    }

    @Test
    void aSharedCompositionFindsAllItsParametersAgain() {
        Layer shared = Layers.shared(Layers.sequential(Layers.dense(3), Layers.tanh(), Layers.dense(3)));
        Network n = Network.of(3, Layers.sequential(shared, shared, shared));
        assertThat(n.initialize(1).paths())
                .containsExactly(
                        "shared/dense/weight", "shared/dense/bias", "shared/dense-2/weight", "shared/dense-2/bias");
    }

    @Test
    void sharedLayersRefuseAnotherShape() {
        Layer shared = Layers.shared(Layers.dense(2));
        assertThatThrownBy(() -> Network.of(3, Layers.sequential(shared, shared)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shared/dense/weight")
                .hasMessageContaining("[2, 2]")
                .hasMessageContaining("[3, 2]");
    }

    @Test
    void misfitsNamePathAndShapes() {
        Layer wrong = x -> x.matmul(x.parameter("w", Shape.of(5, 2), Initializers.zeros()));
        assertThatThrownBy(() -> Network.of(3, Layers.named("head", wrong)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("head/matmul")
                .hasMessageContaining("[3]")
                .hasMessageContaining("[5, 2]");
        assertThatThrownBy(() -> Network.of(3, Layers.residual(Layers.dense(2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("add")
                .hasMessageContaining("[3]")
                .hasMessageContaining("[2]");
        assertThatThrownBy(() -> Network.of(3, Layers.slice(2, 4)))
                .hasMessageContaining("slice 2 to 4")
                .hasMessageContaining("[3]");
        assertThatThrownBy(() -> Network.of(3, Layers.reshape(2, 2))).hasMessageContaining("[2, 2]");
        assertThatThrownBy(() -> Network.of(Shape.of(2, 3), x -> x.concat(x.reshape(Shape.of(3, 2)))))
                .hasMessageContaining("concat");
        assertThatThrownBy(() -> new Dense(0)).hasMessageContaining("at least 1 unit");
        assertThatThrownBy(() -> Layers.dropout(1)).hasMessageContaining("[0, 1)");
        assertThatThrownBy(() -> Network.of(3, x -> x.matmul(x))).hasMessageContaining("parameters");
    }

    @Test
    void nodesOfAnotherNetworkAreRefused() {
        List<Node> kept = new ArrayList<>();
        Network.of(2, x -> {
            kept.add(x);
            return x.relu();
        });
        assertThatThrownBy(() -> Network.of(2, x -> x.plus(kept.get(0)))).hasMessageContaining("another network");
        assertThatThrownBy(() -> Network.of(2, x -> kept.get(0).relu())).hasMessageContaining("another network");
    }

    @Test
    void whatDoesNotReachTheOutputIsAnError() {
        assertThatThrownBy(() -> Network.of(2, x -> {
                    x.parameter("forgotten", Shape.of(2), Initializers.zeros());
                    return x.relu();
                }))
                .hasMessageContaining("forgotten");
        assertThatThrownBy(() -> Network.of(2, x -> x.constant(1)))
                .hasMessageContaining("does not depend on the input");
    }

    @Test
    void rebuildingFromTheListGivesTheSameNetwork() {
        Network n = Network.of(Shape.of(4), EVERYTHING);
        Network again = Network.of(n.ops(), OpRegistry.standard());
        assertThat(again.ops()).isEqualTo(n.ops());
        assertThat(again.fingerprint()).isEqualTo(n.fingerprint()).hasSize(64);
        assertThat(again.summary()).isEqualTo(n.summary());
        ParameterSet p = n.initialize(7);
        assertThat(again.initialize(7).fingerprint()).isEqualTo(p.fingerprint());
        Tensor x = Batches.normal(3, 9, 4);
        assertThat(new Model(again, p).predict(x).toArray())
                .isEqualTo(new Model(n, p).predict(x).toArray());
    }

    @Test
    void fingerprintsTellNetworksApart() {
        String a = Network.of(3, Layers.sequential(Layers.dense(2), Layers.leakyRelu(0.1)))
                .fingerprint();
        String b = Network.of(3, Layers.sequential(Layers.dense(2), Layers.leakyRelu(0.2)))
                .fingerprint();
        String c = Network.of(3, Layers.sequential(Layers.dense(2), Layers.leakyRelu(0.1)))
                .fingerprint();
        assertThat(a).isNotEqualTo(b).isEqualTo(c);
        ParameterSet p = Network.of(3, Layers.dense(2)).initialize(1);
        ParameterSet q = p.copy();
        assertThat(p.fingerprint()).isEqualTo(q.fingerprint());
        q.get("dense/bias").set(0, 1, Math.nextUp(q.get("dense/bias").get(0, 1)));
        assertThat(p.fingerprint()).isNotEqualTo(q.fingerprint());
    }

    @Test
    void userOpsNeedTheRegistry() {
        Elementwise cube = new Cube();
        Network n = Network.of(2, Layers.named("tail", x -> x.map("cube", cube)));
        assertThatThrownBy(() -> Network.of(n.ops(), OpRegistry.standard()))
                .hasMessageContaining("tail/cube")
                .hasMessageContaining("user:cube")
                .hasMessageContaining("OpRegistry.with");
        OpRegistry more = OpRegistry.standard().with("user:cube", s -> new MapOp("cube", cube));
        assertThat(Network.of(n.ops(), more).fingerprint()).isEqualTo(n.fingerprint());
        assertThatThrownBy(() -> OpRegistry.standard().with("relu", s -> new MapOp("cube", cube)))
                .hasMessageContaining("user:");
    }

    @Test
    void userInitializersCanBeRestoredButNotRestarted() {
        Layer layer = x -> x.matmul(x.parameter("w", Shape.of(2, 2), (t, in, out, random) -> t.fill(3)));
        Network n = Network.of(2, layer);
        assertThat(n.initialize(0).get("w").toArray()).containsOnly(3);
        Network again = Network.of(n.ops(), OpRegistry.standard());
        assertThatThrownBy(() -> again.initialize(0))
                .hasMessageContaining("w: ")
                .hasMessageContaining("user:initializer");
        again.blank(Precision.DOUBLE).assign(n.initialize(0));
    }

    @Test
    void aBrokenListIsRefusedByPath() {
        List<NodeSpec> nodes = new ArrayList<>(Network.of(3, Layers.dense(2)).ops());
        assertThatThrownBy(() -> Network.of(List.of(), OpRegistry.standard())).hasMessageContaining("input");
        List<NodeSpec> swapped = new ArrayList<>(nodes);
        NodeSpec last = swapped.remove(swapped.size() - 1);
        swapped.add(1, last);
        assertThatThrownBy(() -> Network.of(swapped, OpRegistry.standard()))
                .hasMessageContaining("dense/add")
                .hasMessageContaining("not an earlier node");
        List<NodeSpec> reshaped = new ArrayList<>(nodes);
        reshaped.set(
                nodes.size() - 1, new NodeSpec(last.path(), last.spec(), last.inputs(), Shape.of(9), last.perSample()));
        assertThatThrownBy(() -> Network.of(reshaped, OpRegistry.standard())).hasMessageContaining("[9]");
    }

    @Test
    void summaryListsPathsShapesAndCounts() {
        String s = Network.of(784, Layers.sequential(Layers.dense(128), Layers.relu(), Layers.dense(10)))
                .summary();
        assertThat(s)
                .contains("dense/weight", "[784, 128]", "100,352", "dense-2/bias", "relu")
                .contains("101,770 parameters in 4 tensors");
    }

    @Test
    void initializersDrawWhatTheySay() {
        int in = 200;
        int out = 100;
        double torch = 1 / Math.sqrt(in);
        check(Initializers.torchLinear(), in, out, torch / Math.sqrt(3), torch);
        check(Initializers.glorotUniform(), in, out, Math.sqrt(2.0 / 300), Math.sqrt(6.0 / 300));
        check(Initializers.glorotNormal(), in, out, Math.sqrt(2.0 / 300), Double.MAX_VALUE);
        check(Initializers.kaimingUniform(0), in, out, Math.sqrt(2.0 / in), Math.sqrt(6.0 / in));
        check(Initializers.kaimingNormal(Math.sqrt(5)), in, out, Math.sqrt(1.0 / 3 / in), Double.MAX_VALUE);
        check(Initializers.uniform(-3, 3), in, out, Math.sqrt(3), 3);
        check(Initializers.normal(0, 0.2), in, out, 0.2, Double.MAX_VALUE);
    }

    private static void check(Initializer init, int in, int out, double sd, double bound) {
        Tensor t = Tensor.zeros(Precision.DOUBLE, in, out);
        init.fill(t, in, out, new RandomState(5));
        double sum = 0;
        double max = 0;
        for (double v : t.toArray()) {
            sum += v * v;
            max = Math.max(max, Math.abs(v));
        }
        assertThat(Math.sqrt(sum / (in * out))).as("%s", init.spec()).isCloseTo(sd, within(sd * 0.03));
        assertThat(max).as("%s", init.spec()).isLessThanOrEqualTo(bound);
        assertThat(Initializers.of(init.spec())).isEqualTo(init);
    }

    private static org.assertj.core.data.Offset<Double> within(double v) {
        return org.assertj.core.data.Offset.offset(v);
    }

    @Test
    void denseDrawsLikeTorchOutByInWeightBeforeBias() {
        ParameterSet p = Network.of(3, Layers.dense(2)).initialize(11);
        RandomState r = new RandomState(11);
        double bound = 1 / Math.sqrt(3);
        for (int o = 0; o < 2; o++) {
            for (int i = 0; i < 3; i++) {
                assertThat(p.get("dense/weight").get(i, o)).isEqualTo(r.uniform(-bound, bound));
            }
        }
        for (int o = 0; o < 2; o++) {
            assertThat(p.get("dense/bias").get(0, o)).isEqualTo(r.uniform(-bound, bound));
        }
    }

    /** y = x^3. */
    private record Cube() implements Elementwise {
        @Override
        public double value(double x) {
            return x * x * x;
        }

        @Override
        public double derivative(double x, double y) {
            return 3 * x * x;
        }
    }
}
