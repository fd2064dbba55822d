package io.github.smallnn.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smallnn.graph.Backprop;
import io.github.smallnn.graph.Layer;
import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Model;
import io.github.smallnn.graph.Network;
import io.github.smallnn.graph.Node;
import io.github.smallnn.graph.Reduction;
import io.github.smallnn.graph.SessionOptions;
import io.github.smallnn.layer.LayerRegistry.Entry;
import io.github.smallnn.random.RandomState;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import io.github.smallnn.testing.Batches;
import java.util.List;
import java.util.function.Supplier;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Activations at the ends of their range, their settings, and softmax over other axes. */
class ActivationsTest {
    private static final Loss SUM = ((Loss) (p, t) -> p.times(t)).reduced(Reduction.SUM);

    static List<Entry> elementwise() {
        List<String> others = List.of("softmax", "log_softmax");
        return ActivationEntries.all().stream()
                .filter(e -> !others.contains(e.name()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("elementwise")
    void hugeInputsGiveFiniteValuesAndSlopesAndNanStaysNan(Entry e) {
        double[] inputs = {0, 1e-300, -1e-300, 20, -20, 700, -700, 1e6, -1e6, 1e30, -1e30, 1e37, -1e37};
        Network n = Network.of(inputs.length, e.layer().get());
        for (Precision precision : Precision.values()) {
            Tensor x = Tensor.row(inputs).to(precision);
            Tensor ones = Tensor.zeros(precision, 1, inputs.length);
            ones.fill(1);
            SessionOptions options = SessionOptions.defaults().withInputGradient();
            Backprop session = n.backprop(n.initialize(precision, new RandomState(1)), SUM, 1, options);
            session.evaluate(x, ones, null);
            for (int i = 0; i < inputs.length; i++) {
                assertThat(session.output().get(0, i))
                        .as("%s(%s) in %s", e.name(), inputs[i], precision)
                        .isFinite();
                assertThat(session.inputGradient().get(0, i))
                        .as("slope of %s at %s in %s", e.name(), inputs[i], precision)
                        .isFinite()
                        .isBetween(-2.0, 2.0);
            }
            Tensor nan = Tensor.zeros(precision, 1, inputs.length);
            nan.fill(Double.NaN);
            session.evaluate(nan, ones, null);
            assertThat(session.output().toArray())
                    .as("%s of NaN in %s", e.name(), precision)
                    .containsOnly(Double.NaN);
        }
    }

    /** Settings that must be refused, with a part of the message. */
    private record Refusal(String message, Supplier<Layer> layer) {
        @Override
        public String toString() {
            return message;
        }
    }

    static List<Refusal> refusals() {
        return List.of(
                new Refusal("elu alpha must be finite, but is NaN", () -> Activations.elu(Double.NaN)),
                new Refusal("celu alpha must not be 0", () -> Activations.celu(0)),
                new Refusal("hardtanh needs min below max, but got 1.0 and 1.0", () -> Activations.hardtanh(1, 1)),
                new Refusal("hardtanh max must be finite", () -> Activations.hardtanh(0, Double.POSITIVE_INFINITY)),
                new Refusal("softshrink lambda must be 0 or more, but is -0.5", () -> Activations.softshrink(-0.5)),
                new Refusal("prelu needs at least 1 slope", () -> new PRelu(0, 0.25)),
                new Refusal("axis of a sample, from 0, but is -1", () -> Activations.softmax(-1)),
                new Refusal("embedding needs count and width of at least 1", () -> new Embedding(0, 3)),
                new Refusal(
                        "an index from 0 to 4, or -1 for none, but is 5", () -> new Embedding(5, 3).withPadding(5)));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void settingsAreChecked(Refusal r) {
        assertThatThrownBy(r.layer::get)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(r.message);
    }

    @Test
    void layersThatDoNotFitNameThePathAndTheShapes() {
        assertThatThrownBy(() -> Network.of(3, Layers.named("head", new PRelu(2, 0.1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("head/prelu/prelu: prelu of samples [3] needs 1 slope or 3")
                .hasMessageContaining("[2]");
        assertThatThrownBy(() -> Network.of(3, Activations.softmax(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("softmax_axis: softmax over axis 1 does not fit samples of shape [3]");
    }

    @Test
    void aClippedValueIsFlatInFloatToo() {
        // 0.1 in float lies above 0.1 in double.
        Network n = Network.of(2, Activations.hardtanh(0.1, 0.7));
        Backprop session = n.backprop(
                n.blank(Precision.FLOAT), SUM, 1, SessionOptions.defaults().withInputGradient());
        Tensor x = Tensor.row(-1, 3).to(Precision.FLOAT);
        session.evaluate(x, Tensor.row(1, 1).to(Precision.FLOAT), null);
        assertThat(session.inputGradient().toArray()).containsOnly(0);
    }

    @Test
    void softmaxOverAChannelIsThatOfTheTransposedSample() {
        for (boolean log : new boolean[] {false, true}) {
            Layer down = log ? Activations.logSoftmax(0) : Activations.softmax(0);
            Layer along = log ? Layers.logSoftmax() : Layers.softmax();
            Model columns = model(Shape.of(3, 2), down);
            Model rows = model(Shape.of(2, 3), along);
            Tensor x = Batches.normal(1, 1, 6);
            x.set(0, 2, 1000);
            x.set(0, 4, -1000);
            double[] y = columns.predict(x).toArray();
            Tensor turned = Tensor.row(x.get(0, 0), x.get(0, 2), x.get(0, 4), x.get(0, 1), x.get(0, 3), x.get(0, 5));
            double[] z = rows.predict(turned).toArray();
            assertThat(new double[] {y[0], y[2], y[4], y[1], y[3], y[5]}).containsExactly(z, Offset.offset(1e-12));
        }
        assertThat(model(Shape.of(4), Activations.softmax(0))
                        .network()
                        .ops()
                        .get(1)
                        .spec()
                        .name())
                .isEqualTo("softmax");
    }

    private static Model model(Shape input, Layer layer) {
        return Model.of(Network.of(input, layer), Precision.DOUBLE, 1);
    }

    @Test
    void softmaxOverTheBatchCouplesItsRows() {
        Layer layer = x ->
                x.scope("weights", (Node in) -> Activations.softmaxOverBatch().build(in));
        Network n = Network.of(2, layer);
        Backprop session = n.backprop(n.initialize(1), SUM, 3);
        assertThat(session.couplingPath()).isEqualTo("weights/softmax_axis");
        Tensor x = Batches.normal(1, 3, 2);
        session.evaluate(x, x, null);
        for (int c = 0; c < 2; c++) {
            assertThat(session.output().get(0, c)
                            + session.output().get(1, c)
                            + session.output().get(2, c))
                    .isCloseTo(1, Offset.offset(1e-15));
        }
    }
}
