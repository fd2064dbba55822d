package io.github.smallnn.linear;

import static io.github.smallnn.layer.Layers.dense;
import static io.github.smallnn.layer.Layers.dropout;
import static io.github.smallnn.layer.Layers.relu;
import static io.github.smallnn.layer.Layers.reshape;
import static io.github.smallnn.layer.Layers.sequential;
import static io.github.smallnn.layer.Layers.shared;
import static io.github.smallnn.layer.Layers.tanh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.smallnn.Tensors;
import io.github.smallnn.graph.Dataset;
import io.github.smallnn.graph.Layer;
import io.github.smallnn.graph.Model;
import io.github.smallnn.graph.Network;
import io.github.smallnn.loss.Losses;
import io.github.smallnn.optim.Optimizers;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;
import io.github.smallnn.train.Trainer;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadTest {

    private static Dataset data(int outputs) {
        Random random = new Random(17);
        Tensor x = Tensors.random(random, 700, 3);
        Tensor y = Tensor.zeros(Precision.DOUBLE, 700, outputs);
        for (int r = 0; r < 700; r++) {
            for (int t = 0; t < outputs; t++) {
                y.set(r, t, Math.sin(2 * x.get(r, t)) + x.get(r, 2) + 0.1 * random.nextGaussian());
            }
        }
        return new Dataset(x, y);
    }

    private static double loss(Model model, Dataset data) {
        return Trainer.of(model, Losses.mse(), Optimizers.gd(0.1))
                .evaluate(data)
                .loss();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theSolvedHeadIsTheBestForItsHiddenLayers(boolean bias) {
        Dataset data = data(2);
        Layer head = bias ? dense(2) : dense(2).withoutBias();
        Model model = Model.of(3, sequential(dense(7), tanh(), dropout(0.2), head), 5);
        Head solved = Head.of(model, data);
        assertThat(solved.loss()).isCloseTo(loss(model, data), within(1e-12));
        assertThat(solved.solvedLoss()).isCloseTo(loss(solved.solved(), data), within(1e-12));
        assertThat(solved.gain()).isGreaterThan(0.01);
        assertThat(solved.fit().coef().cols()).isEqualTo(7);
        assertThat(solved.features()).isEqualTo("dropout");
        assertThat(solved.toString()).contains("head on 'dropout'", "rank 7 of 7");
        // Training the head alone (without dropout's noise) moves towards that loss and never below it.
        Network quiet = Network.of(3, sequential(dense(7), tanh(), head));
        Model still = new Model(quiet, quiet.blank(Precision.DOUBLE));
        still.parameters().assign(model.parameters());
        Model frozen = new Model(quiet, still.parameters().freeze("dense/*"));
        Trainer.of(frozen, Losses.mse(), Optimizers.gd(0.2))
                .fullBatch()
                .epochs(3000)
                .fit(data);
        assertThat(loss(still, data)).isBetween(solved.solvedLoss(), solved.solvedLoss() + 0.02);
        // A second look finds nothing to gain.
        assertThat(Head.of(solved.solved(), data).gain()).isCloseTo(0, within(1e-13));
    }

    @Test
    void unitsThatNeverFireGetNoWeight() {
        Dataset data = data(1);
        Model model = Model.of(3, sequential(dense(4), relu(), dense(1)), 6);
        model.parameters().get("dense/bias").set(0, 2, -1e6);
        Head head = Head.of(model, data);
        assertThat(head.fit().rank()).isEqualTo(3);
        assertThat(head.fit().coef().get(0, 2)).isZero();
        assertThat(head.fit().dependences()).extracting(Dependence::toString).containsExactly("hidden2 is constant");
    }

    @Test
    void aSingleLayerIsAllHead() {
        Dataset data = data(1);
        Model model = Model.of(3, dense(1), 7);
        String before = model.parameters().fingerprint();
        Head head = Head.of(model, data);
        assertThat(head.features()).isEqualTo("input");
        assertThat(head.solvedLoss()).isCloseTo(Oracle.of(model, data).optimalLoss(), within(1e-14));
        assertThat(Oracle.of(head.solved(), data).lossGap()).isZero();
        assertThat(model.parameters().fingerprint()).isEqualTo(before);
    }

    @Test
    void floatNetworksHaveHeadsToo() {
        Dataset data = data(1);
        Model model = Model.of(Network.of(3, sequential(dense(5), tanh(), dense(1))), Precision.FLOAT, 8);
        Head head = Head.of(model, data);
        assertThat(loss(head.solved(), data)).isCloseTo(head.solvedLoss(), within(1e-5));
        assertThat(head.gain()).isPositive();
    }

    static Stream<Arguments> headless() {
        Layer twice = shared(dense(3));
        return Stream.of(
                Arguments.of(sequential(dense(3), relu()), "ends in node 'relu' (relu, shape [3])"),
                Arguments.of((Layer) x -> x.plus(1), "ends in node 'linear' (linear, shape [3])"),
                Arguments.of(sequential(reshape(3, 1), dense(1), reshape(3)), "not in a product of a vector"),
                Arguments.of(sequential(twice, twice), "'shared/dense/weight' is used by 2 nodes"));
    }

    @ParameterizedTest
    @MethodSource("headless")
    void anythingElseIsNoHead(Layer layer, String message) {
        Dataset data = new Dataset(Tensor.of(2, 3, 1, 2, 3, 4, 5, 6), Tensor.of(2, 3, 1, 2, 3, 4, 5, 6));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Head.of(Model.of(3, layer, 1), data))
                .withMessageContaining(message);
    }

    @Test
    void badDataIsNamed() {
        Dataset data = data(1);
        data.inputs().set(3, 1, Double.NaN);
        Model model = Model.of(3, sequential(dense(4), relu(), dense(1)), 6);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Head.of(model, data))
                .withMessageContaining("input row 3, column 1 ('x1') is NaN");
    }
}
