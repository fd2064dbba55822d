package io.github.smallnn.train;

import static io.github.smallnn.graph.Initializers.ones;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smallnn.check.GradientCheck;
import io.github.smallnn.graph.Dataset;
import io.github.smallnn.graph.Layer;
import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Model;
import io.github.smallnn.graph.Network;
import io.github.smallnn.graph.Node;
import io.github.smallnn.layer.Layers;
import io.github.smallnn.loss.Losses;
import io.github.smallnn.loss.TargetKind;
import io.github.smallnn.op.Op;
import io.github.smallnn.op.OpContext;
import io.github.smallnn.op.OpSpec;
import io.github.smallnn.optim.Optimizers;
import io.github.smallnn.suite.Samples;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A layer, a loss and a primitive op as a user writes them, each through the gradient check and through training. */
class CustomPiecesTest {
    private static final int ROWS = 6;
    private static final int INPUTS = 4;
    private static final int OUTPUTS = 3;

    // Without @Override, to count the lines that a user has to write: six, two and twenty-five at most.

    /** A layer: a dense layer times a learned gate. */
    record Gated(int units) implements Layer {
        public Node build(Node x) {
            Node gate = x.parameter("gate", Shape.of(units), ones()).sigmoid();
            return Layers.dense(units).build(x).times(gate);
        }
    }

    /** A loss: the absolute error, rounded off at 0. */
    private static final Loss SMOOTH_ABSOLUTE =
            (p, t) -> p.minus(t).square().plus(1e-3).sqrt();

    /** A primitive op: y = x^3. */
    record Cube() implements Op {
        public OpSpec spec() {
            return OpSpec.of("user:cube");
        }

        public Shape outputShape(List<Shape> in) {
            return in.get(0);
        }

        public void forward(OpContext c) {
            int n = c.out().cols();
            for (int i = 0; i < n * c.out().rows(); i++) {
                c.out().set(i / n, i % n, Math.pow(c.in(0).get(i / n, i % n), 3));
            }
        }

        public void backward(OpContext c) {
            int n = c.out().cols();
            for (int i = 0; c.wants(0) && i < n * c.out().rows(); i++) {
                double x = c.in(0).get(i / n, i % n);
                double old = c.beta(0) == 0 ? 0 : c.gradIn(0).get(i / n, i % n);
                c.gradIn(0).set(i / n, i % n, old + 3 * x * x * c.gradOut().get(i / n, i % n));
            }
        }
    }

    @Test
    void aCustomLayer() {
        check(new Gated(5).then(Layers.tanh()).then(new Gated(OUTPUTS)), Losses.mse());
    }

    @Test
    void aCustomLoss() {
        check(Layers.dense(5).then(Layers.tanh()).then(Layers.dense(OUTPUTS)), SMOOTH_ABSOLUTE);
    }

    @Test
    void aCustomOp() {
        Layer cube = x -> x.apply(new Cube());
        check(Layers.residual(Layers.dense(INPUTS).then(cube)).then(Layers.dense(OUTPUTS)), Losses.mse());
    }

    private static void check(Layer body, Loss loss) {
        Tensor x = Samples.inputs(ROWS, INPUTS, 3);
        Tensor y = Samples.targets(TargetKind.NUMBERS, ROWS, OUTPUTS, 4);
        Network network = Network.of(INPUTS, body);
        GradientCheck.Report report = GradientCheck.run(network, network.initialize(5), loss, x, y, null)
                .requirePassed();
        System.out.println("custom piece: " + report);
        Model model = new Model(network, network.initialize(5));
        Trainer trainer = Trainer.of(model, loss, Optimizers.adam(0.01)).epochs(50);
        double[] losses = trainer.fit(new Dataset(x, y)).losses();
        assertThat(losses[49]).isLessThan(losses[0]);
    }
}
