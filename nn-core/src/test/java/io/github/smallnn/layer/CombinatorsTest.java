package io.github.smallnn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smallnn.check.GradientCheck;
import io.github.smallnn.graph.Backprop;
import io.github.smallnn.graph.Layer;
import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Model;
import io.github.smallnn.graph.Network;
import io.github.smallnn.graph.Node;
import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.graph.SessionOptions;
import io.github.smallnn.op.OpRegistry;
import io.github.smallnn.tensor.Tensor;
import io.github.smallnn.testing.Batches;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Twins, several inputs, several heads, and scales that travel with the model. */
class CombinatorsTest {
    private static final Loss SQUARED = (p, t) -> p.minus(t).square();

    private static void checkGradients(Network n, ParameterSet p) {
        int out = n.outputShape().size();
        GradientCheck.run(n, p, SQUARED, Batches.normal(1, 5, n.inputShape().size()), Batches.normal(2, 5, out), null)
                .requirePassed();
    }

    @Test
    void siameseTwinsShareTheirParameters() {
        Layer tower = Layers.sequential(Layers.dense(4), Layers.tanh());
        Layer pair = Layers.siamese(tower, (a, b) -> a.minus(b).square().sum());
        Network n = Network.of(6, pair.then(Layers.dense(1)));
        ParameterSet p = n.initialize(3);
        assertThat(p.paths())
                .containsExactly("siamese/dense/weight", "siamese/dense/bias", "dense/weight", "dense/bias");
        checkGradients(n, p);
        Model model = new Model(n, p);
        // Equal twins have distance 0, and the order of the twins does not matter.
        assertThat(model.predict(1, 2, 3, 1, 2, 3)[0])
                .isEqualTo(p.get("dense/bias").get(0, 0));
        assertThat(model.predict(1, 2, 3, 0, 5, 1)).containsExactly(model.predict(0, 5, 1, 1, 2, 3));
        assertThat(Network.of(n.ops(), OpRegistry.standard()).fingerprint()).isEqualTo(n.fingerprint());
        assertThatThrownBy(() -> Network.of(5, pair))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("input: siamese")
                .hasMessageContaining("[5]");
    }

    @Test
    void oneTrunkFeedsSeveralHeadsThatCanBeFrozenApart() {
        Layer mean = Layers.named("mean", Layers.dense(2));
        Layer variance = Layers.named("variance", Layers.dense(2).then(Layers.softplus()));
        Network n = Network.of(3, Layers.sequential(Layers.dense(4), Layers.tanh(), Layers.concat(mean, variance)));
        ParameterSet p = n.initialize(3);
        assertThat(n.outputShape().size()).isEqualTo(4);
        checkGradients(n, p);
        ParameterSet frozen = p.freeze("mean/*");
        Backprop session = n.backprop(frozen, SQUARED, 5);
        session.evaluate(Batches.normal(1, 5, 3), Batches.normal(2, 5, 4), null);
        assertThat(session.gradients().get("mean/dense/weight").toArray()).containsOnly(0);
        assertThat(session.gradients().get("variance/dense/weight").toArray()).doesNotContain(0);
        assertThat(frozen.unfreeze("mean/*").trainable(p.paths().indexOf("mean/dense/bias")))
                .isTrue();
    }

    @Test
    void severalInputsAreColumnRangesOfOneTensor() {
        Layer numbers = Layers.slice(0, 2).then(Layers.dense(3));
        Layer thing = Layers.slice(2, 3).then(new Embedding(4, 3));
        Network n = Network.of(3, Layers.sum(numbers, thing).then(Layers.tanh()));
        ParameterSet p = n.initialize(3);
        Tensor x = Tensor.of(new double[][] {{0.1, 0.2, 0}, {-0.5, 1, 3}, {0.3, 0.3, 3}});
        GradientCheck.ofParameters(n, p, SQUARED, x, Batches.normal(2, 3, 3), null, 0)
                .requirePassed();
        SessionOptions options = SessionOptions.defaults().withInputGradient();
        Backprop session = n.backprop(p, SQUARED, 3, options);
        session.evaluate(x, Batches.normal(2, 3, 3), null);
        assertThat(session.inputGradient().columnRange(2, 3).toArray()).containsOnly(0);
        Tensor wrong = Tensor.of(new double[][] {{0, 0, 1}, {0, 0, 4}});
        assertThatThrownBy(() -> session.evaluate(wrong, Batches.normal(2, 2, 3), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("embedding/embedding: row 1 of the batch, column 0: index 4.0 is not a whole number from 0"
                        + " to 3");
    }

    @Test
    void scalesTravelWithTheModelAndAreNeverTrained() {
        Tensor mean = Tensor.row(10, -5);
        Tensor scale = Tensor.row(2, 0.5);
        Layer there = Layers.normalize(mean, scale);
        Layer back = Layers.rescale(mean, scale);
        Network n = Network.of(2, there.then(Layers.dense(2)).then(back));
        ParameterSet p = n.initialize(3);
        assertThat(p.get("normalize/mean").toArray()).containsExactly(10, -5);
        assertThat(p.get("rescale/scale").toArray()).containsExactly(2, 0.5);
        for (String path : List.of("normalize/mean", "normalize/scale", "rescale/mean", "rescale/scale")) {
            assertThat(p.freeze("*").unfreeze("*").trainable(p.paths().indexOf(path)))
                    .as(path)
                    .isFalse();
        }
        checkGradients(n, p);
        Network round = Network.of(2, there.then(back));
        double[] x = new Model(round, round.initialize(1)).predict(3.25, 7);
        assertThat(x).containsExactly(new double[] {3.25, 7}, Offset.offset(1e-14));
        Network normal = Network.of(2, there);
        assertThat(new Model(normal, normal.initialize(1)).predict(14, -4)).containsExactly(2, 2);
        Network again = Network.of(n.ops(), OpRegistry.standard());
        assertThat(again.initialize(3).fingerprint()).isEqualTo(p.fingerprint());
    }

    @Test
    void scalesAreChecked() {
        assertThatThrownBy(() -> Layers.normalize(Tensor.row(1, 2), Tensor.row(1, 0)))
                .hasMessageContaining("feature 1 has mean 2.0 and scale 0.0");
        assertThatThrownBy(() -> Layers.rescale(Tensor.row(1, 2), Tensor.row(1)))
                .hasMessageContaining("rescale needs as many means as scales");
        assertThatThrownBy(() -> Network.of(3, Layers.normalize(Tensor.row(1, 2), Tensor.row(1, 1))))
                .hasMessageContaining("input: normalize has means of shape [2], but its input is [3]");
    }

    @Test
    void namesThatNeedSettingsAreRefusedAsText() {
        assertThatThrownBy(() -> LayerRegistry.parse("8,embedding"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("embedding")
                .hasMessageContaining("settings");
        Network n = Network.of(3, LayerRegistry.parse("8,batch_norm,gelu,1"));
        assertThat(n.outputShape().size()).isEqualTo(1);
    }

    @Test
    void aLayerOfTheUsersOwnIsAFewNodes() {
        Layer swish = x -> x.times(x.sigmoid());
        Network own = Network.of(4, Layers.dense(3).then(swish));
        Network built = Network.of(4, Layers.dense(3).then(Activations.silu()));
        ParameterSet p = own.initialize(2);
        Tensor x = Batches.normal(3, 6, 4);
        assertThat(own.inference(p, 6).run(x).toArray())
                .containsExactly(built.inference(p, 6).run(x).toArray());
        Layer gate = in ->
                in.scope("gate", (Node g) -> g.times(Layers.dense(4).build(g).sigmoid()));
        Network gated = Network.of(4, gate);
        checkGradients(gated, gated.initialize(1));
    }
}
