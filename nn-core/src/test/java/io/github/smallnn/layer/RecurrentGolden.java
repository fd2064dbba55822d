package io.github.smallnn.layer;

import io.github.smallnn.graph.Backprop;
import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Network;
import io.github.smallnn.graph.Node;
import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.graph.Reduction;
import io.github.smallnn.graph.SessionOptions;
import io.github.smallnn.layer.Recurrent.Cell;
import io.github.smallnn.layer.Recurrent.Unrolled;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import io.github.smallnn.testing.GoldenCase;
import io.github.smallnn.testing.GoldenValue;
import java.util.ArrayList;
import java.util.List;

/**
 * A recurrent layer of golden/layers.json: input and given states are columns of one input tensor, all states and the last
 * ones are columns of one output tensor.
 */
final class RecurrentGolden {
    private static final Loss UPSTREAM = ((Loss) Node::times).reduced(Reduction.SUM);

    private final GoldenCase c;
    private final Recurrent layer;
    private final int[] sequence;
    private final int rows;
    private final boolean given;

    private RecurrentGolden(GoldenCase c) {
        this.c = c;
        this.layer = layer(c.get("layer").asText(), c.get("config"));
        int[] dims = c.get("input").array().dims();
        this.rows = dims[0];
        this.sequence = new int[] {dims[1], dims[2]};
        this.given = c.has("h_0");
    }

    static void run(GoldenCase c) {
        new RecurrentGolden(c).run();
    }

    private static Recurrent layer(String name, GoldenValue config) {
        boolean relu = config.has("nonlinearity")
                && config.get("nonlinearity").asText().equals("relu");
        Cell cell = switch (name) {
            case "RNN" -> relu ? Cell.RNN_RELU : Cell.RNN_TANH;
            case "GRU" -> Cell.GRU;
            case "LSTM" -> Cell.LSTM;
            default -> throw new IllegalArgumentException("no recurrent layer " + name);
        };
        Recurrent layer = new Recurrent(cell, config.get("hidden_size").asInt());
        boolean bias = !config.has("bias") || config.get("bias").asBoolean();
        return bias ? layer : layer.withoutBias();
    }

    private boolean lstm() {
        return layer.cell() == Cell.LSTM;
    }

    private Node build(Node x) {
        int size = sequence[0] * sequence[1];
        int hidden = layer.hidden();
        Node series = (given ? x.slice(0, size) : x).reshape(Shape.of(sequence));
        Unrolled u;
        if (!given) {
            u = layer.run(series);
        } else if (lstm()) {
            u = layer.run(series, x.slice(size, size + hidden), x.slice(size + hidden, size + 2 * hidden));
        } else {
            u = layer.run(series, x.slice(size, size + hidden));
        }
        Node y = u.outputs().reshape(Shape.of(sequence[0] * hidden)).concat(u.h());
        return lstm() ? y.concat(u.c()) : y;
    }

    private void run() {
        List<GoldenValue> inputs = new ArrayList<>(List.of(c.get("input")));
        if (given) {
            inputs.add(c.get("h_0"));
        }
        if (given && lstm()) {
            inputs.add(c.get("c_0"));
        }
        Tensor input = columns(inputs);
        Network network = Network.of(input.cols(), this::build);
        ParameterSet p = network.blank(Precision.DOUBLE);
        for (String name : c.get("params").names()) {
            LayersGoldenTest.setTorch(
                    p, GoldenLayers.path(p, name), c.get("params").get(name).array(), GoldenLayers.transposed(c, name));
        }
        Backprop session =
                network.backprop(p, UPSTREAM, rows, SessionOptions.defaults().withInputGradient());
        session.evaluate(input, columns(parts("grad_outputs")), null);
        check("outputs", session.output(), parts("outputs"));
        List<GoldenValue> wanted = new ArrayList<>(List.of(c.get("grad_input")));
        if (given) {
            wanted.add(c.get("grad_h_0"));
        }
        if (given && lstm()) {
            wanted.add(c.get("grad_c_0"));
        }
        check("gradients of the inputs", session.inputGradient(), wanted);
        for (String name : c.get("grad_params").names()) {
            Tensor t = session.gradients().get(GoldenLayers.path(p, name));
            double[] got = LayersGoldenTest.torchLayout(t, GoldenLayers.transposed(c, name));
            LayersGoldenTest.check(
                    c, "grad_params/" + name, got, c.get("grad_params").get(name), tolerance());
        }
    }

    private List<GoldenValue> parts(String which) {
        GoldenValue v = c.get(which);
        List<GoldenValue> parts = new ArrayList<>(List.of(v.get("output"), v.get("h_n")));
        if (lstm()) {
            parts.add(v.get("c_n"));
        }
        return parts;
    }

    private void check(String what, Tensor got, List<GoldenValue> wanted) {
        int from = 0;
        for (GoldenValue w : wanted) {
            int width = w.array().size() / rows;
            double[] part = got.columnRange(from, from + width).toArray();
            LayersGoldenTest.check(c, what + " from column " + from, part, w, tolerance());
            from += width;
        }
    }

    /** The parts side by side; sequences are (rows, steps, n) and states (1, rows, n), so both split evenly into rows. */
    private Tensor columns(List<GoldenValue> parts) {
        int width = parts.stream().mapToInt(v -> v.array().size() / rows).sum();
        Tensor t = Tensor.zeros(Precision.DOUBLE, rows, width);
        int from = 0;
        for (GoldenValue v : parts) {
            int w = v.array().size() / rows;
            t.columnRange(from, from + w).copyFrom(Tensor.of(rows, w, v.array().doubles()));
            from += w;
        }
        return t;
    }

    private static double[] tolerance() {
        return LayersGoldenTest.tolerance(Precision.DOUBLE);
    }
}
