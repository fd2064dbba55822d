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
import java.util.ArrayList;
import java.util.List;
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
    private static final List<String> PREDICTIONS = List.of("input", "input2", "input3", "var");

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
        Tensor input = prediction(c);
        Tensor target = target(c);
        Loss loss = GoldenLosses.of(c);
        String reduction = c.get("config").get("reduction").asText();
        Backprop session;
        if (reduction.equals("none")) {
            Backprop plain = session(loss, input);
            plain.evaluate(input, target, null);
            close(c.get("value"), plain.values().toArray(), false);
            Tensor upstream = tensor(c.get("grad_output").array());
            session = session(new Upstream(loss, target.cols(), upstream.cols()).reduced(Reduction.SUM), input);
            session.evaluate(input, joined(List.of(target, upstream)), null);
        } else {
            session = session(loss.reduced(reduction(reduction)), input);
            double value = session.evaluate(input, target, null);
            GoldenAssert.assertClose(
                    c.get("value").place(), value, c.get("value").asDouble(), RTOL, ATOL);
        }
        gradients(c, session.inputGradient());
        COUNT.ran(c);
    }

    private static Reduction reduction(String torch) {
        return torch.equals("batchmean") ? Reduction.BATCH_MEAN : Reduction.valueOf(torch.toUpperCase());
    }

    /** A loss whose target has further columns with the gradient of every value, as PyTorch's reduction "none" takes it. */
    private record Upstream(Loss loss, int targets, int values) implements Loss {
        @Override
        public Node build(Node prediction, Node target) {
            return loss.build(prediction, target.slice(0, targets)).times(target.slice(targets, targets + values));
        }

        @Override
        public Shape targetShape(Shape prediction) {
            assertThat(loss.targetShape(prediction)).isEqualTo(Shape.of(targets));
            return Shape.of(targets + values);
        }
    }

    /** The inputs that get gradients, side by side. */
    private static Tensor prediction(GoldenCase c) {
        List<Tensor> parts = new ArrayList<>();
        for (String name : PREDICTIONS) {
            if (c.get("inputs").has(name)) {
                parts.add(tensor(c.get("inputs").get(name).array()));
            }
        }
        return joined(parts);
    }

    private static Tensor target(GoldenCase c) {
        if (c.get("inputs").has("target")) {
            return tensor(c.get("inputs").get("target").array());
        }
        return Tensor.column(new double[c.get("inputs").get("input").array().rows()]);
    }

    private static void gradients(GoldenCase c, Tensor got) {
        int from = 0;
        for (String name : PREDICTIONS) {
            if (c.get("inputs").has(name)) {
                int to = from + c.get("inputs").get(name).array().columns();
                close(c.get("grads").get(name), got.columnRange(from, to).toArray(), true);
                from = to;
            }
        }
        assertThat(from).isEqualTo(got.cols());
    }

    private static Backprop session(Loss loss, Tensor input) {
        Network network = Network.of(input.cols(), Layers.identity());
        SessionOptions options = SessionOptions.defaults().withInputGradient();
        return network.backprop(network.initialize(1), loss, input.rows(), options);
    }

    private static Tensor tensor(GoldenArray a) {
        return Tensor.of(a.rows(), a.columns(), a.doubles());
    }

    private static Tensor joined(List<Tensor> parts) {
        int cols = parts.stream().mapToInt(Tensor::cols).sum();
        Tensor all =
                Tensor.of(parts.get(0).rows(), cols, new double[parts.get(0).rows() * cols]);
        int from = 0;
        for (Tensor part : parts) {
            all.columnRange(from, from + part.cols()).copyFrom(part);
            from += part.cols();
        }
        return all;
    }

    /** Within the file's tolerance; gradients of 0 exactly. */
    private static void close(GoldenValue want, double[] values, boolean zeroIsExact) {
        double[] wanted = want.array().doubles();
        GoldenAssert.assertClose(want.place(), values, wanted, RTOL, ATOL);
        for (int i = 0; zeroIsExact && i < wanted.length; i++) {
            assertThat(wanted[i] != 0 || values[i] == 0)
                    .as("%s at index %d: want exactly 0, got %s", want.place(), i, values[i])
                    .isTrue();
        }
    }
}
