package io.github.smallnn.layer;

import static io.github.smallnn.testing.GoldenAssert.assertClose;

import io.github.smallnn.graph.Backprop;
import io.github.smallnn.graph.Initializers;
import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Network;
import io.github.smallnn.graph.Node;
import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.graph.Reduction;
import io.github.smallnn.graph.SessionOptions;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import io.github.smallnn.testing.Golden;
import io.github.smallnn.testing.GoldenArray;
import io.github.smallnn.testing.GoldenCase;
import io.github.smallnn.testing.GoldenCount;
import io.github.smallnn.testing.GoldenLater;
import io.github.smallnn.testing.GoldenValue;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Forward and backward of every layer and graph of golden/layers.json that is not left for later. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LayersGoldenTest {
    // With the upstream gradient as target, the gradient of this loss by the prediction is just that.
    private static final Loss UPSTREAM = ((Loss) Node::times).reduced(Reduction.SUM);

    private final Golden golden = Golden.read("layers");
    private final GoldenCount count = new GoldenCount(golden, GoldenLater.of("layers"));

    List<GoldenCase> cases() {
        return golden.cases().stream().filter(count::wanted).toList();
    }

    @AfterAll
    void everyCaseRan() {
        count.finish();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void forwardAndBackward(GoldenCase c) {
        if (c.get("layer").asText().equals("Graph")) {
            graph(c);
        } else if (c.has("steps")) {
            BatchNormGolden.run(c);
        } else if (c.has("outputs")) {
            RecurrentGolden.run(c);
        } else {
            layer(c);
        }
        count.ran(c);
    }

    private static void layer(GoldenCase c) {
        GoldenArray x = c.get("input").array();
        int[] sample = x.dims().length == 1 ? new int[] {1} : Arrays.copyOfRange(x.dims(), 1, x.dims().length);
        Network network = Network.of(Shape.of(sample), GoldenLayers.of(c));
        Precision precision = precision(c);
        ParameterSet p = network.blank(precision);
        for (String name : c.has("params") ? c.get("params").names() : List.<String>of()) {
            setTorch(
                    p, GoldenLayers.path(p, name), c.get("params").get(name).array(), GoldenLayers.transposed(c, name));
        }
        int rows = x.dims()[0];
        Backprop session =
                network.backprop(p, UPSTREAM, rows, SessionOptions.defaults().withInputGradient());
        Tensor input = Tensor.of(rows, Shape.of(sample).size(), x.doubles()).to(precision);
        GoldenArray g = c.get("grad_output").array();
        Tensor upstream = Tensor.of(rows, g.size() / rows, g.doubles()).to(precision);
        session.evaluate(input, upstream, null);
        double[] tol = tolerance(precision);
        check(c, "output", session.output().toArray(), c.get("output"), tol);
        if (c.has("grad_input")) {
            check(c, "grad_input", session.inputGradient().toArray(), c.get("grad_input"), tol);
        }
        for (String name : c.has("grad_params") ? c.get("grad_params").names() : List.<String>of()) {
            Tensor t = session.gradients().get(GoldenLayers.path(p, name));
            double[] got = torchLayout(t, GoldenLayers.transposed(c, name));
            check(c, "grad_params/" + name, got, c.get("grad_params").get(name), tol);
        }
    }

    private static void graph(GoldenCase c) {
        GoldenValue inputs = c.get("inputs");
        int rows = inputs.get(inputs.names().get(0)).array().dims()[0];
        int width = 0;
        Map<String, int[]> ranges = new HashMap<>();
        for (String name : inputs.names()) {
            int cols = inputs.get(name).array().dims()[1];
            ranges.put(name, new int[] {width, width + cols});
            width += cols;
        }
        Network network = Network.of(width, x -> build(c, x, ranges));
        ParameterSet p = network.blank(Precision.DOUBLE);
        for (String name : c.get("params").names()) {
            GoldenArray a = c.get("params").get(name).array();
            setTorch(p, name, a, a.dims().length == 2);
        }
        Tensor input = Tensor.zeros(Precision.DOUBLE, rows, width);
        ranges.forEach((name, r) -> input.columnRange(r[0], r[1])
                .copyFrom(Tensor.of(rows, r[1] - r[0], inputs.get(name).array().doubles())));
        double[][] g = upstream(c, rows);
        SessionOptions options = SessionOptions.defaults().withInputGradient().watch(watched(c));
        Backprop session = network.backprop(p, UPSTREAM, rows, options);
        session.evaluate(input, Tensor.of(g), null);
        double[] tol = tolerance(Precision.DOUBLE);
        int from = 0;
        for (String out : outputs(c)) {
            GoldenValue want = c.get("values").get(out);
            int to = from + want.array().size() / rows;
            check(c, "values/" + out, session.output().columnRange(from, to).toArray(), want, tol);
            from = to;
        }
        for (String path : watched(c)) {
            String name = path.substring(0, path.indexOf('/'));
            check(
                    c,
                    "values/" + name,
                    session.value(path).toArray(),
                    c.get("values").get(name),
                    tol);
        }
        ranges.forEach((name, r) -> check(
                c,
                "grad_inputs/" + name,
                session.inputGradient().columnRange(r[0], r[1]).toArray(),
                c.get("grad_inputs").get(name),
                tol));
        for (String name : c.get("grad_params").names()) {
            boolean weight = c.get("params").get(name).array().dims().length == 2;
            double[] got = torchLayout(session.gradients().get(name), weight);
            check(c, "grad_params/" + name, got, c.get("grad_params").get(name), tol);
        }
    }

    private static List<String> outputs(GoldenCase c) {
        return c.has("outputs")
                ? c.get("outputs").items().stream().map(GoldenValue::asText).toList()
                : List.of("y");
    }

    /** The given gradients of all outputs, side by side. */
    private static double[][] upstream(GoldenCase c, int rows) {
        double[][] joined = new double[rows][0];
        for (String out : outputs(c)) {
            double[] g = c.get("grad_outputs").get(out).array().doubles();
            int cols = g.length / rows;
            for (int r = 0; r < rows; r++) {
                int width = joined[r].length;
                joined[r] = Arrays.copyOf(joined[r], width + cols);
                System.arraycopy(g, r * cols, joined[r], width, cols);
            }
        }
        return joined;
    }

    private static String[] watched(GoldenCase c) {
        return c.get("graph").items().stream()
                .filter(n -> !n.get("op").asText().equals("linear"))
                .map(n -> n.get("out").asText() + "/" + opPath(n.get("op").asText()))
                .toArray(String[]::new);
    }

    private static String opPath(String op) {
        return op.equals("sub") ? "subtract" : op;
    }

    private static Node build(GoldenCase c, Node x, Map<String, int[]> ranges) {
        Map<String, Node> nodes = new HashMap<>();
        Map<String, Node> parameters = new HashMap<>();
        boolean one = ranges.size() == 1;
        ranges.forEach((name, r) -> nodes.put(name, one ? x : x.slice(r[0], r[1])));
        for (String name : c.get("params").names()) {
            int[] d = c.get("params").get(name).array().dims();
            Shape shape = d.length == 1 ? Shape.of(d) : Shape.of(d[1], d[0]);
            parameters.put(name, x.parameter(name, shape, Initializers.zeros()));
        }
        for (GoldenValue n : c.get("graph").items()) {
            List<GoldenValue> in = n.get("in").items();
            Node a = nodes.get(in.get(0).asText());
            Node b = in.size() > 1 ? nodes.get(in.get(1).asText()) : null;
            String name = n.get("out").asText();
            nodes.put(name, a.scope(name, node -> apply(n, node, b, parameters)));
        }
        return outputs(c).stream().map(nodes::get).reduce(Node::concat).orElseThrow();
    }

    private static Node apply(GoldenValue n, Node a, Node b, Map<String, Node> parameters) {
        return switch (n.get("op").asText()) {
            case "linear" -> {
                Node product = a.matmul(parameters.get(n.get("weight").asText()));
                yield n.has("bias")
                        ? product.plusRow(parameters.get(n.get("bias").asText()))
                        : product;
            }
            case "tanh" -> a.tanh();
            case "relu" -> a.relu();
            case "elu" -> Activations.elu().build(a);
            case "softplus" -> Layers.softplus().build(a);
            case "sigmoid" -> a.sigmoid();
            case "add" -> a.plus(b);
            case "sub" -> a.minus(b);
            case "square" -> a.square();
            case "concat" -> a.concat(b);
            default -> throw new IllegalArgumentException("no op " + n.get("op").asText());
        };
    }

    static void setTorch(ParameterSet p, String path, GoldenArray a, boolean transposed) {
        Tensor t = p.get(path);
        for (int r = 0; r < t.rows(); r++) {
            for (int col = 0; col < t.cols(); col++) {
                t.set(r, col, a.doubles()[transposed ? col * t.rows() + r : r * t.cols() + col]);
            }
        }
    }

    static double[] torchLayout(Tensor t, boolean transposed) {
        double[] out = new double[t.rows() * t.cols()];
        for (int r = 0; r < t.rows(); r++) {
            for (int c = 0; c < t.cols(); c++) {
                out[transposed ? c * t.rows() + r : r * t.cols() + c] = t.get(r, c);
            }
        }
        return out;
    }

    private static Precision precision(GoldenCase c) {
        return c.get("dtype").asText().equals("float32") ? Precision.FLOAT : Precision.DOUBLE;
    }

    static double[] tolerance(Precision p) {
        return p == Precision.DOUBLE ? new double[] {1e-11, 1e-12} : new double[] {1e-5, 1e-6};
    }

    static void check(GoldenCase c, String what, double[] got, GoldenValue want, double[] tol) {
        assertClose(c.id() + " " + what, got, want.array().doubles(), tol[0], tol[1]);
    }
}
