package io.github.smallnn.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Network;
import io.github.smallnn.graph.Node;
import io.github.smallnn.graph.Reduction;
import io.github.smallnn.layer.Layers;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments, target checks and names of the losses; their numbers are in the golden test. */
class LossesTest {

    @Test
    void textbookFigures() {
        assertThat(value(Losses.huber(2), Tensor.row(5), Tensor.row(0))).isEqualTo(8);
        assertThat(value(Losses.crossEntropy(), Tensor.row(1, 2, 3), Tensor.row(2)))
                .isCloseTo(0.40760596444438, within(1e-13));
    }

    @Test
    void reductionsWithSampleWeights() {
        Tensor x = Tensor.column(1, 2, 4);
        Tensor t = Tensor.column(0, 0, 0);
        Tensor w = Tensor.column(1, 2, 3);
        double n = 1 + 2 * 4 + 3 * 16;
        assertThat(value(Losses.mse(), x, t, w)).isEqualTo(n / 6);
        assertThat(value(Losses.mse().reduced(Reduction.SUM), x, t, w)).isEqualTo(n);
        assertThat(value(Losses.mse().reduced(Reduction.BATCH_MEAN), x, t, w)).isEqualTo(n / 3);
    }

    @Test
    void nothingIsBroadcast() {
        Network one = Network.of(2, Layers.dense(1));
        Loss against3 = new Loss() {
            @Override
            public Node build(Node prediction, Node target) {
                return Losses.mse().build(prediction, target);
            }

            @Override
            public Shape targetShape(Shape prediction) {
                return Shape.of(3);
            }
        };
        assertThatThrownBy(() -> one.backprop(one.initialize(1), against3, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("loss")
                .hasMessageContaining("[1]")
                .hasMessageContaining("[3]")
                .hasMessageContaining("no broadcasting");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 3, 0.5, Double.NaN, Double.POSITIVE_INFINITY})
    void aTargetThatIsNoClassIsNamedByItsRow(double bad) {
        Tensor targets = Tensor.column(0, 2, 1, bad, 0);
        assertThatThrownBy(() -> Losses.crossEntropy().checkTargets(targets, Shape.of(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("row 3")
                .hasMessageContaining(String.valueOf(bad))
                .hasMessageContaining("0 to 2");
    }

    @Test
    void goodClassesAndAnyBinaryTargetPass() {
        assertThatCode(() -> {
                    Losses.crossEntropy().checkTargets(Tensor.column(0, 1, 2), Shape.of(3));
                    Losses.crossEntropy().reduced(Reduction.SUM).checkTargets(Tensor.column(2), Shape.of(3));
                    Losses.bceWithLogits().checkTargets(Tensor.column(-0.5, 2), Shape.of(1));
                })
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void huberNeedsAPositiveDelta(double delta) {
        assertThatThrownBy(() -> Losses.huber(delta))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("delta")
                .hasMessageContaining(String.valueOf(delta));
    }

    @Test
    void registryFindsByNameAndListsItsNames() {
        for (LossRegistry.Entry e : LossRegistry.all()) {
            assertThat(e.loss().get()).as(e.name()).isNotNull();
            assertThat(e.formula()).as(e.name()).isNotBlank();
        }
        assertThat(LossRegistry.named("smooth_l1")).isEqualTo(Losses.smoothL1());
        assertThatThrownBy(() -> LossRegistry.named("quantile"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("q 0.9 (example)");
        assertThatThrownBy(() -> LossRegistry.named("rmse"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rmse")
                .hasMessageContaining("cross_entropy");
    }

    private static double value(Loss loss, Tensor x, Tensor t) {
        return value(loss, x, t, null);
    }

    private static double value(Loss loss, Tensor x, Tensor t, Tensor weights) {
        Network network = Network.of(x.cols(), Layers.identity());
        return network.evaluation(network.initialize(1), loss, x.rows()).evaluate(x, t, weights);
    }
}
