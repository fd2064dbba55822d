package io.github.smallnn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smallnn.check.GradientCheck;
import io.github.smallnn.graph.Backprop;
import io.github.smallnn.graph.Layer;
import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Model;
import io.github.smallnn.graph.Network;
import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.layer.BatchNorm.Mode;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import io.github.smallnn.testing.Batches;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What normalisation promises beyond its golden figures. */
class NormTest {
    private static final Loss SQUARED = (p, t) -> p.minus(t).square();

    @ParameterizedTest
    @EnumSource(Mode.class)
    void gradientsOfEveryModeOnChannelsWithAndWithoutAffinePart(Mode mode) {
        for (boolean affine : new boolean[] {true, false}) {
            Layer layer =
                    Layers.sequential(Layers.dense(6), Layers.reshape(3, 2), new BatchNorm(0.1, 0.3, affine, mode));
            Network n = Network.of(4, layer);
            ParameterSet p = n.initialize(3);
            GradientCheck.run(n, p, SQUARED, Batches.normal(1, 5, 4), Batches.normal(2, 5, 6), null)
                    .requirePassed();
        }
    }

    @Test
    void evaluatingAgainDoesNotMoveStatisticsAndCommittingDoesOnce() {
        Network n = Network.of(2, new BatchNorm());
        ParameterSet p = n.initialize(1);
        Backprop session = n.backprop(p, SQUARED, 3);
        Tensor x = Tensor.of(new double[][] {{1, 0}, {2, 0}, {4, 0}});
        String before = p.fingerprint();
        session.evaluate(x, x, null);
        session.evaluate(x, x, null);
        assertThat(p.fingerprint()).isEqualTo(before);
        session.commit();
        assertThat(p.get("batch_norm/running_mean").get(0, 0)).isCloseTo(0.23333333333333334, near());
        assertThat(p.get("batch_norm/running_var").get(0, 0)).isCloseTo(1.1333333333333333, near());
    }

    private static org.assertj.core.data.Offset<Double> near() {
        return org.assertj.core.data.Offset.offset(1e-15);
    }

    @Test
    void oneRowInTrainingIsAnErrorThatNamesThePath() {
        Network n = Network.of(2, Layers.named("head", new BatchNorm()));
        ParameterSet p = n.initialize(1);
        Backprop session = n.backprop(p, SQUARED, 3);
        Tensor row = Tensor.row(1, 2);
        assertThatThrownBy(() -> session.evaluate(row, row, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("head/batch_norm/batch_norm: batch norm needs at least 2 values per channel");
        assertThat(n.inference(p, 1).run(row).toArray()).hasSize(2);
        // Two values per channel in one row are enough.
        Network wide = Network.of(Shape.of(1, 2), new BatchNorm());
        Backprop one = wide.backprop(wide.initialize(1), SQUARED, 1);
        assertThat(one.evaluate(row, row, null)).isFinite();
    }

    @Test
    void aBatchThatCouplesItsRowsCannotComeInParts() {
        Network n = Network.of(2, new BatchNorm());
        Backprop session = n.backprop(n.initialize(1), SQUARED, 4);
        assertThat(session.couplingPath()).isEqualTo("batch_norm/batch_norm");
        Network fixed = Network.of(2, new BatchNorm().with(Mode.FIXED));
        assertThat(fixed.backprop(fixed.initialize(1), SQUARED, 4).couplingPath())
                .isNull();
        Model model = new Model(
                Network.of(2, new BatchNorm().with(Mode.BATCH_ONLY)),
                Network.of(2, new BatchNorm().with(Mode.BATCH_ONLY)).initialize(1));
        assertThat(model.predict(Batches.normal(1, 8, 2)).rows()).isEqualTo(8);
        assertThatThrownBy(() -> model.predict(Batches.normal(1, 5000, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("batch_norm/batch_norm")
                .hasMessageContaining("5000");
    }

    @Test
    void unfreezingEverythingLeavesStatisticsAlone() {
        Network n = Network.of(2, new BatchNorm());
        ParameterSet p = n.initialize(1).freeze("*").unfreeze("*");
        assertThat(p.trainable(p.paths().indexOf("batch_norm/weight"))).isTrue();
        assertThat(p.trainable(p.paths().indexOf("batch_norm/running_mean"))).isFalse();
        assertThatThrownBy(() -> p.unfreeze("*running*"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("running statistics");
    }

    @Test
    void settingsAreChecked() {
        assertThatThrownBy(() -> new BatchNorm(1e-5, 1.5, true, Mode.RUNNING))
                .hasMessageContaining("batch_norm momentum must be in [0, 1], but is 1.5");
        assertThatThrownBy(() -> new LayerNorm(1, -1, true)).hasMessageContaining("layer_norm eps");
        assertThatThrownBy(() -> Network.of(3, new LayerNorm(2, 1e-5, true)))
                .hasMessageContaining("layer_norm/layer_norm")
                .hasMessageContaining("[3]");
    }
}
