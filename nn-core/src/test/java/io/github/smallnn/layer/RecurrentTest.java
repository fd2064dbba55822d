package io.github.smallnn.layer;

import static io.github.smallnn.testing.GoldenAssert.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smallnn.check.AllocationCheck;
import io.github.smallnn.check.GradientCheck;
import io.github.smallnn.graph.Backprop;
import io.github.smallnn.graph.Inference;
import io.github.smallnn.graph.Initializers;
import io.github.smallnn.graph.Layer;
import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Network;
import io.github.smallnn.graph.Node;
import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.layer.Recurrent.Cell;
import io.github.smallnn.op.OpRegistry;
import io.github.smallnn.random.RandomState;
import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import io.github.smallnn.testing.Batches;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Recurrent layers beyond the golden cases: odd sizes, given and learned states, what they refuse. */
class RecurrentTest {
    private static final int ROWS = 3;
    private static final Loss SQUARED = (p, t) -> p.minus(t).square();

    private record Case(String name, Shape input, Layer layer) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> cases() {
        List<Case> all = new ArrayList<>();
        for (Cell cell : Cell.values()) {
            Recurrent three = new Recurrent(cell, 3);
            Recurrent one = new Recurrent(cell, 1);
            all.add(new Case(cell + " of one step", Shape.of(1, 2), three));
            all.add(new Case(cell + " of one unit", Shape.of(4, 2), one));
            all.add(new Case(cell + " of one unit, feature and step", Shape.of(1, 1), one));
            all.add(new Case(cell + " without bias", Shape.of(3, 2), three.withoutBias()));
            all.add(new Case(cell + ", last state", Shape.of(5, 2), three.last()));
            all.add(new Case(cell + ", stacked", Shape.of(4, 2), three.then(one.last())));
            all.add(new Case(cell + " from a learned state", Shape.of(3, 2), learned(three)));
            Layer shared = Layers.shared(three);
            all.add(new Case(cell + " shared, both ways", Shape.of(3, 3), x -> shared.build(shared.build(x))));
        }
        return all;
    }

    private static Layer learned(Recurrent layer) {
        return x -> {
            Shape state = Shape.of(layer.hidden());
            Node h = x.parameter("h0", state, Initializers.normal(0, 1));
            return layer.cell() == Cell.LSTM
                    ? layer.run(x, h, x.parameter("c0", state, Initializers.normal(0, 1)))
                            .outputs()
                    : layer.run(x, h).outputs();
        };
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isDifferentiatedRebuiltAndBatchedExactlyWithoutGarbage(Case c) {
        Network n = Network.of(c.input, c.layer);
        assertThat(Network.of(n.ops(), OpRegistry.standard()).fingerprint()).isEqualTo(n.fingerprint());
        ParameterSet p = n.initialize(7);
        DoubleTensor x = Batches.normal(8, ROWS, c.input.size());
        DoubleTensor t = Batches.normal(9, ROWS, n.outputShape().size());
        GradientCheck.Report report = GradientCheck.run(n, p, SQUARED, x, t, null);
        assertThat(report.error()).as("%s: %s", c, report).isLessThan(GradientCheck.TOLERANCE);
        for (Precision precision : Precision.values()) {
            ParameterSet q = p.to(precision);
            Tensor xs = x.to(precision);
            Tensor ts = t.to(precision);
            Inference session = n.inference(q, ROWS);
            double[][] together = session.run(xs).toRows();
            for (int r = 0; r < ROWS; r++) {
                assertThat(session.run(xs, r, 1).toArray())
                        .as("%s in %s: row %d alone", c, precision, r)
                        .containsExactly(together[r]);
            }
            Backprop step = n.backprop(q, SQUARED, ROWS);
            AllocationCheck.requireNone(c + " in " + precision, () -> step.evaluate(xs, ts, null));
        }
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void theLastStateIsTheLastOfAllStates(Cell cell) {
        Recurrent layer = new Recurrent(cell, 4);
        Network all = Network.of(Shape.of(6, 3), layer);
        Network last = Network.of(Shape.of(6, 3), layer.last());
        assertThat(all.outputShape()).isEqualTo(Shape.of(6, 4));
        assertThat(last.outputShape()).isEqualTo(Shape.of(4));
        ParameterSet p = all.initialize(1);
        Tensor x = Batches.normal(2, ROWS, 18);
        double[] want = all.inference(p, ROWS).run(x).columnRange(20, 24).toArray();
        assertThat(last.inference(p, ROWS).run(x).toArray()).containsExactly(want);
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void aSequenceInTwoPiecesGivesTheStatesOfTheWhole(Cell cell) {
        Recurrent layer = new Recurrent(cell, 2);
        Network whole = Network.of(Shape.of(5, 2), layer);
        Layer pieces = input -> {
            Object key = new Object();
            Node flat = input.reshape(Shape.of(10));
            Recurrent.Unrolled[] head = new Recurrent.Unrolled[1];
            flat.sharedScope(key, "pieces", x -> {
                head[0] = layer.run(x.slice(0, 6).reshape(Shape.of(3, 2)));
                return x;
            });
            return flat.sharedScope(key, "pieces", x -> {
                Node rest = x.slice(6, 10).reshape(Shape.of(2, 2));
                Node h = head[0].h();
                return cell == Cell.LSTM
                        ? layer.run(rest, h, head[0].c()).outputs()
                        : layer.run(rest, h).outputs();
            });
        };
        Network split = Network.of(Shape.of(5, 2), pieces);
        ParameterSet p = whole.initialize(1);
        ParameterSet q = split.blank(Precision.DOUBLE);
        assertThat(q.size()).isEqualTo(p.size());
        for (int i = 0; i < p.size(); i++) {
            q.tensor(i).copyFrom(p.tensor(i));
        }
        Tensor x = Batches.normal(2, ROWS, 10);
        double[] want = whole.inference(p, ROWS).run(x).columnRange(6, 10).toArray();
        assertClose(cell.name(), split.inference(q, ROWS).run(x).toArray(), want, 1e-15, 1e-15);
    }

    @Test
    void weightsAreDrawnInTheOrderAndRangeOfTorch() {
        Network n = Network.of(Shape.of(4, 2), Layers.lstm(3));
        ParameterSet p = n.initialize(11);
        assertThat(p.paths())
                .containsExactly("lstm/weight_ih_l0", "lstm/weight_hh_l0", "lstm/bias_ih_l0", "lstm/bias_hh_l0");
        RandomState random = new RandomState(11);
        double bound = 1 / Math.sqrt(3);
        for (int i = 0; i < p.size(); i++) {
            Tensor t = p.tensor(i);
            assertThat(t.cols()).isEqualTo(12);
            for (int out = 0; out < t.cols(); out++) {
                for (int in = 0; in < t.rows(); in++) {
                    assertThat(t.get(in, out))
                            .as("%s[%d, %d]", p.path(i), in, out)
                            .isEqualTo(random.uniform(-bound, bound));
                }
            }
        }
    }

    private record Refusal(String what, Layer layer, String... says) {
        @Override
        public String toString() {
            return what;
        }
    }

    static List<Refusal> refusals() {
        return List.of(
                new Refusal("no hidden units", x -> Layers.gru(0).build(x), "gru", "at least 1", "got 0"),
                new Refusal(
                        "one axis",
                        x -> Layers.rnn(2).build(x.reshape(Shape.of(6))),
                        "rnn",
                        "[steps, features]",
                        "'reshape' [6]"),
                new Refusal(
                        "state of another size",
                        x -> Layers.gru(2)
                                .run(x, x.reshape(Shape.of(6)).slice(0, 3))
                                .h(),
                        "gru on 'input' [3, 2]",
                        "h0 of shape [2]",
                        "'slice' [3]"),
                new Refusal(
                        "cell state of another size",
                        x -> Layers.lstm(1)
                                .run(x, x.constant(0), x.constants(1, 2))
                                .h(),
                        "lstm on 'input' [3, 2]",
                        "c0 of shape [1]",
                        "[2]"),
                new Refusal(
                        "lstm with one state",
                        x -> Layers.lstm(1).run(x, x.constant(0)).h(),
                        "run(x, h0, c0)"),
                new Refusal(
                        "gru with two states",
                        x -> Layers.gru(1).run(x, x.constant(0), x.constant(0)).h(),
                        "only an lstm",
                        "gru"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void wrongUseIsRefusedWithPlaceAndShapes(Refusal r) {
        assertThatThrownBy(() -> Network.of(Shape.of(3, 2), r.layer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(r.says);
    }
}
