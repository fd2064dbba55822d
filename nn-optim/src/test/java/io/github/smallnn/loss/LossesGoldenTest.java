package io.github.smallnn.loss;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smallnn.graph.Backprop;
import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Network;
import io.github.smallnn.graph.Node;
import io.github.smallnn.graph.Reduction;
import io.github.smallnn.graph.SessionOptions;
import io.github.smallnn.layer.Layers;
import io.github.smallnn.suite.Later;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import io.github.smallnn.testing.Golden;
import io.github.smallnn.testing.GoldenArray;
import io.github.smallnn.testing.GoldenAssert;
import io.github.smallnn.testing.GoldenCase;
import io.github.smallnn.testing.GoldenCount;
import io.github.smallnn.testing.GoldenValue;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values and gradients of every loss against PyTorch's, in all reductions. */
class LossesGoldenTest {
    private static final Golden GOLDEN = Golden.read("losses");
    private static final GoldenCount COUNT = new GoldenCount(GOLDEN, Later.of("losses"));
    private static final double RTOL =
            GOLDEN.tolerance().get("finite").get("rtol").asDouble();
    private static final double ATOL =
            GOLDEN.tolerance().get("finite").get("atol").asDouble();

    static List<GoldenCase> cases() {
        return GOLDEN.cases().stream().filter(COUNT::wanted).toList();
    }

    @AfterAll
    static void allCasesRan() {
        COUNT.finish();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithPyTorch(GoldenCase c) {
        Tensor input = tensor(c.get("inputs").get("input").array());
        Tensor target = tensor(c.get("inputs").get("target").array());
        Loss loss = loss(c);
        String reduction = c.get("config").get("reduction").asText();
        if (reduction.equals("none")) {
            Tensor upstream = tensor(c.get("grad_output").array());
            close(c.get("value"), values(loss, input, target), false);
            Tensor both = joined(target, upstream);
            Backprop session = session(new Upstream(loss, target.cols()).reduced(Reduction.SUM), input);
            session.evaluate(input, both, null);
            close(c.get("grads").get("input"), session.inputGradient(), true);
        } else {
            Backprop session = session(loss.reduced(Reduction.valueOf(reduction.toUpperCase())), input);
            double value = session.evaluate(input, target, null);
            GoldenAssert.assertClose(
                    c.get("value").place(), value, c.get("value").asDouble(), RTOL, ATOL);
            close(c.get("grads").get("input"), session.inputGradient(), true);
        }
        COUNT.ran(c);
    }

    /** A loss whose target has further columns with the gradient of every value, as PyTorch's reduction "none" takes it. */
    private record Upstream(Loss loss, int targets) implements Loss {
        @Override
        public Node build(Node prediction, Node target) {
            int all = target.shape().last();
            return loss.build(prediction, target.slice(0, targets)).times(target.slice(targets, all));
        }

        @Override
        public Shape targetShape(Shape prediction) {
            int own = loss.targetShape(prediction).last();
            // One value per row for a class (index or probabilities), one per element otherwise.
            int values = loss instanceof IndexCrossEntropy || loss instanceof OfRows ? 1 : prediction.last();
            return Shape.of(own + values);
        }
    }

    /** Marks a loss with one value per row. */
    private record OfRows(Loss loss) implements Loss {
        @Override
        public Node build(Node prediction, Node target) {
            return loss.build(prediction, target);
        }
    }

    private static Loss loss(GoldenCase c) {
        GoldenValue config = c.get("config");
        assertThat(Set.of("reduction", "delta")).containsAll(config.names());
        boolean indices = c.get("inputs").get("target").array().shape().size() == 1;
        return switch (c.get("loss").asText()) {
            case "MSELoss" -> Losses.mse();
            case "L1Loss" -> Losses.mae();
            case "HuberLoss" ->
                config.has("delta") ? Losses.huber(config.get("delta").asDouble()) : Losses.huber();
            case "BCEWithLogitsLoss" -> Losses.bceWithLogits();
            case "CrossEntropyLoss" -> indices ? Losses.crossEntropy() : new OfRows(Losses.crossEntropyProbabilities());
            default -> throw new AssertionError("no loss for " + c.get("loss"));
        };
    }

    private static Tensor values(Loss loss, Tensor input, Tensor target) {
        Backprop session = session(loss, input);
        session.evaluate(input, target, null);
        return session.values();
    }

    private static Backprop session(Loss loss, Tensor input) {
        Network network = Network.of(input.cols(), Layers.identity());
        SessionOptions options = SessionOptions.defaults().withInputGradient();
        return network.backprop(network.initialize(1), loss, input.rows(), options);
    }

    private static Tensor tensor(GoldenArray a) {
        return Tensor.of(a.rows(), a.columns(), a.doubles());
    }

    private static Tensor joined(Tensor a, Tensor b) {
        double[][] rows = new double[a.rows()][a.cols() + b.cols()];
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < rows[r].length; c++) {
                rows[r][c] = c < a.cols() ? a.get(r, c) : b.get(r, c - a.cols());
            }
        }
        return Tensor.of(rows);
    }

    /** Within the file's tolerance; gradients of 0 exactly. */
    private static void close(GoldenValue want, Tensor got, boolean zeroIsExact) {
        double[] wanted = want.array().doubles();
        double[] values = got.toArray();
        GoldenAssert.assertClose(want.place(), values, wanted, RTOL, ATOL);
        for (int i = 0; zeroIsExact && i < wanted.length; i++) {
            assertThat(wanted[i] != 0 || values[i] == 0)
                    .as("%s at index %d: want exactly 0, got %s", want.place(), i, values[i])
                    .isTrue();
        }
    }
}
