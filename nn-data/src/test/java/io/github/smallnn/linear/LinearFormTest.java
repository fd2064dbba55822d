package io.github.smallnn.linear;

import static io.github.smallnn.layer.Layers.concat;
import static io.github.smallnn.layer.Layers.dense;
import static io.github.smallnn.layer.Layers.dropout;
import static io.github.smallnn.layer.Layers.flatten;
import static io.github.smallnn.layer.Layers.identity;
import static io.github.smallnn.layer.Layers.relu;
import static io.github.smallnn.layer.Layers.reshape;
import static io.github.smallnn.layer.Layers.residual;
import static io.github.smallnn.layer.Layers.sequential;
import static io.github.smallnn.layer.Layers.shared;
import static io.github.smallnn.layer.Layers.slice;
import static io.github.smallnn.layer.Layers.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.smallnn.Tensors;
import io.github.smallnn.graph.Initializers;
import io.github.smallnn.graph.Layer;
import io.github.smallnn.graph.Model;
import io.github.smallnn.graph.Node;
import io.github.smallnn.layer.BatchNorm;
import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LinearFormTest {

    private static Node weight(Node x, int... shape) {
        return x.parameter("w", Shape.of(shape), Initializers.uniform(0.5, 1.5));
    }

    static Stream<Arguments> linear() {
        Layer twice = shared(dense(6));
        return Stream.of(
                Arguments.of("dense", dense(3), true),
                Arguments.of("without bias", dense(3).withoutBias(), false),
                Arguments.of("identity alone", identity(), false),
                Arguments.of("two layers", sequential(dense(4), identity(), dropout(0.5), dense(2)), true),
                Arguments.of("bias in front only", sequential(dense(4), dense(2).withoutBias()), true),
                Arguments.of("residual", residual(dense(6)), true),
                Arguments.of("branches", concat(dense(2), slice(1, 4), dense(1).withoutBias()), true),
                Arguments.of("sum of branches", sum(dense(2), slice(0, 2)), true),
                Arguments.of("shared", sequential(twice, twice), true),
                Arguments.of("last axis", sequential(reshape(3, 2), dense(4), flatten(), dense(2)), true),
                Arguments.of("slice of the last axis", sequential(reshape(2, 3), slice(1, 3), flatten()), false),
                Arguments.of(
                        "sum of the last axis",
                        (Layer) x -> x.reshape(Shape.of(2, 3)).sum(),
                        false),
                Arguments.of("numbers", (Layer) x -> x.times(2.5).plus(-1), false),
                Arguments.of("a constant minus x", (Layer) x -> x.constant(3).minus(x), false),
                Arguments.of("a parameter minus x", (Layer) x -> weight(x, 6).minus(x), true),
                Arguments.of("x times a row", (Layer) x -> x.times(weight(x, 6)), false),
                Arguments.of("a row times x", (Layer) x -> weight(x, 6).times(x), false),
                Arguments.of("x over a row", (Layer) x -> x.dividedBy(weight(x, 6)), false),
                Arguments.of("x over a number", (Layer) x -> x.dividedBy(weight(x, 1)), false),
                Arguments.of(
                        "a product of parameters",
                        (Layer) x -> x.matmul(weight(x, 6, 2).square().times(2)),
                        false),
                Arguments.of("a squared bias", (Layer) x -> x.plus(weight(x, 6).square()), true),
                Arguments.of("x - 2 x", (Layer) x -> x.minus(x.times(2)), false),
                Arguments.of("running statistics", sequential(dense(3), new BatchNorm(), dense(1)), true),
                Arguments.of("statistics of channels", sequential(reshape(3, 2), new BatchNorm(), flatten()), true));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("linear")
    void predictsWhatTheNetworkPredicts(String name, Layer layer, boolean free) {
        Random random = new Random(14);
        Model model = Model.of(6, layer, 21);
        for (int i = 0; i < model.parameters().size(); i++) {
            Tensor t = model.parameters().tensor(i);
            for (int r = 0; r < t.rows(); r++) {
                for (int c = 0; c < t.cols(); c++) {
                    t.set(r, c, 0.5 + random.nextDouble());
                }
            }
        }
        AffineValue form = LinearForm.of(model);
        assertThat(form.free()).isEqualTo(free);
        DoubleTensor x = Tensors.random(random, 5, 6);
        Tensor want = model.predict(x);
        for (int r = 0; r < 5; r++) {
            for (int j = 0; j < want.cols(); j++) {
                double sum = form.rows().get(6, j);
                for (int c = 0; c < 6; c++) {
                    sum += x.get(r, c) * form.rows().get(c, j);
                }
                assertThat(sum).as("row %d, output %d", r, j).isCloseTo(want.get(r, j), within(1e-12));
            }
        }
    }

    @Test
    void aFrozenBiasIsNotFree() {
        Model model = Model.of(2, dense(1), 1);
        Model frozen = new Model(model.network(), model.parameters().freeze("*bias"));
        assertThat(LinearForm.of(model).free()).isTrue();
        assertThat(LinearForm.of(frozen).free()).isFalse();
        assertThat(SingleLayer.is(model)).isTrue();
        assertThat(SingleLayer.is(frozen)).isFalse();
    }

    static Stream<Arguments> notLinear() {
        return Stream.of(
                Arguments.of(sequential(dense(4), relu(), dense(2), relu()), "node 'relu' (relu) is not linear"),
                Arguments.of((Layer) x -> x.times(x), "(multiply) multiplies two values of a sample"),
                Arguments.of((Layer) x -> x.constant(1).dividedBy(x), "(divide) divides by a value of a sample"),
                Arguments.of((Layer) x -> x.plus(1).square(), "node 'square' (square) is not linear"),
                Arguments.of((Layer) Node::softmax, "node 'softmax' (softmax) is not linear"));
    }

    @ParameterizedTest
    @MethodSource("notLinear")
    void theFirstNodeThatIsNotLinearIsNamed(Layer layer, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearForm.of(Model.of(3, layer, 1)))
                .withMessageContaining(message)
                .withMessageContaining("Head.of");
    }

    static Stream<Arguments> several() {
        return Stream.of(
                Arguments.of(sequential(dense(2), dense(1)), false),
                Arguments.of(residual(dense(3)), false),
                Arguments.of(sequential(dense(2), dropout(0.1)), false),
                Arguments.of((Layer) x -> x.matmul(weight(x, 3, 2).square()), false),
                Arguments.of((Layer) x -> x.plus(weight(x, 3)), false),
                Arguments.of(sequential(reshape(3, 1), dense(2)), false),
                Arguments.of(sequential(identity(), dense(2), reshape(2, 1)), true),
                Arguments.of(dense(2).withoutBias(), true));
    }

    @ParameterizedTest
    @MethodSource("several")
    void whatCountsAsASingleLayer(Layer layer, boolean single) {
        assertThat(SingleLayer.is(Model.of(3, layer, 1))).isEqualTo(single);
    }
}
