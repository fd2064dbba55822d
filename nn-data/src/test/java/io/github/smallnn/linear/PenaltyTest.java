package io.github.smallnn.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.smallnn.Tensors;
import io.github.smallnn.graph.Backprop;
import io.github.smallnn.graph.Dataset;
import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Model;
import io.github.smallnn.layer.Layers;
import io.github.smallnn.loss.Losses;
import io.github.smallnn.optim.Optimizers;
import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Tensor;
import io.github.smallnn.train.Trainer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Training with each library's penalty until nothing moves ends where Ridge with the mapped alpha is. */
class PenaltyTest {
    private static final double SETTING = 0.3;
    private static final double CLOSE = 1e-8;

    private static Dataset data(int outputs) {
        Random random = new Random(31);
        DoubleTensor x = Tensors.random(random, 24, 3);
        DoubleTensor y = Tensors.random(random, 24, outputs);
        for (int r = 0; r < 24; r++) {
            for (int t = 0; t < outputs; t++) {
                y.set(r, t, 5 + t + y.get(r, t) + 2 * x.get(r, 0) - x.get(r, 1));
            }
        }
        return new Dataset(x, y);
    }

    /**
     * Gradient descent by hand on loss + penalty, the bias free of it.
     *
     * @param loss data term, reduced as the convention has it
     * @param slope what the penalty's gradient multiplies a weight by
     */
    private static Model trained(Dataset data, Loss loss, double slope) {
        Model model = Model.of(3, Layers.dense(data.targets().cols()), 8);
        Backprop session = model.network().backprop(model.parameters(), loss, 24);
        for (int step = 0; step < 3000; step++) {
            session.evaluate(data.inputs(), data.targets(), null);
            for (int i = 0; i < 2; i++) {
                Tensor w = model.parameters().tensor(i);
                Tensor g = session.gradients().tensor(i);
                for (int r = 0; r < w.rows(); r++) {
                    for (int c = 0; c < w.cols(); c++) {
                        double decay = i == 0 ? slope * w.get(r, c) : 0;
                        w.set(r, c, w.get(r, c) - 0.2 * (g.get(r, c) + decay));
                    }
                }
            }
        }
        return model;
    }

    private static void isRidge(Model model, Dataset data, double alpha) {
        LinearFit ridge = Ridge.of(alpha).fit(data);
        Oracle got = Oracle.of(model, data);
        assertThat(got.coef().toArray()).containsExactly(ridge.coef().toArray(), within(CLOSE));
        assertThat(got.intercept().toArray()).containsExactly(ridge.intercept().toArray(), within(CLOSE));
        double[] plain = new LinearRegression().fit(data).coef().toArray();
        assertThat(Math.abs(ridge.coef().get(0, 0) - plain[0]))
                .as("the penalty is felt")
                .isGreaterThan(1e-3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void pytorch(int outputs) {
        Dataset data = data(outputs);
        double alpha = Penalty.PYTORCH.ridgeAlpha(SETTING, 24, outputs);
        isRidge(trained(data, Losses.mse(), SETTING), data, alpha);
        // The library's own coupled weight decay decays the bias as well; without one, on centred data, it is the same.
        CentredProblem centred = CentredProblem.of(data, true);
        Dataset about = new Dataset(DoubleTensor.wrap(centred.x()), DoubleTensor.wrap(centred.y()));
        Model model = Model.of(3, Layers.dense(outputs).withoutBias(), 9);
        Trainer.of(model, Losses.mse(), Optimizers.sgd(0.2).withWeightDecay(SETTING))
                .fullBatch()
                .epochs(3000)
                .fit(about);
        double[] want = Ridge.of(alpha).fit(data).coef().toArray();
        assertThat(Oracle.of(model, about).coef().toArray()).containsExactly(want, within(CLOSE));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void keras(int outputs) {
        Dataset data = data(outputs);
        isRidge(trained(data, Losses.mse(), 2 * SETTING), data, Penalty.KERAS.ridgeAlpha(SETTING, 24, outputs));
    }

    /** Half the squared errors summed over the outputs, and half the penalty, both divided by the rows. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void scikitLearn(int outputs) {
        Dataset data = data(outputs);
        Loss half = (p, t) -> p.minus(t).square().sum().times(0.5);
        double setting = 4;
        double alpha = Penalty.SCIKIT_LEARN.ridgeAlpha(setting, 24, outputs);
        assertThat(alpha).isEqualTo(setting);
        isRidge(trained(data, half, setting / 24), data, alpha);
    }

    @Test
    void batchesMatterToScikitLearnAlone() {
        assertThat(Penalty.SCIKIT_LEARN.ridgeAlpha(0.5, 200, 1, 20)).isEqualTo(5);
        assertThat(Penalty.PYTORCH.ridgeAlpha(0.5, 200, 1, 20)).isEqualTo(50);
        assertThat(Penalty.KERAS.ridgeAlpha(0.5, 200, 1, 20)).isEqualTo(100);
    }

    @ParameterizedTest
    @EnumSource(Penalty.class)
    void theReverseGivesTheSettingBack(Penalty penalty) {
        double alpha = penalty.ridgeAlpha(0.7, 50, 3);
        assertThat(penalty.setting(alpha, 50, 3)).isCloseTo(0.7, within(1e-15));
        assertThat(penalty.ridgeAlpha(0, 50, 3)).isZero();
    }

    @Test
    void nonsenseIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Penalty.KERAS.ridgeAlpha(-1, 10, 1))
                .withMessageContaining("penalty must be not negative and finite, but is -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Penalty.KERAS.ridgeAlpha(1, 0, 1))
                .withMessageContaining("the number of rows must be positive");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Penalty.KERAS.ridgeAlpha(1, 10, 0))
                .withMessageContaining("the number of outputs must be at least 1, but is 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Penalty.SCIKIT_LEARN.ridgeAlpha(1, 10, 1, 11))
                .withMessageContaining("the batch size must be positive and at most 10.0, but is 11.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Penalty.PYTORCH.setting(Double.NaN, 10, 1))
                .withMessageContaining("alpha must be not negative");
    }
}
