package io.github.smallnn.layer;

import io.github.smallnn.graph.Initializer;
import io.github.smallnn.graph.Initializers;
import io.github.smallnn.graph.Layer;
import io.github.smallnn.graph.Node;
import io.github.smallnn.op.Concat;
import io.github.smallnn.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * A recurrent layer over short sequences, unrolled while the network is built: [steps, features] to the states of all
 * steps [steps, hidden], or to the last one [hidden]. The formulas are in {@link Cell}; h and c start at 0 unless given.
 *
 * <p>Parameters, shared by all steps, in PyTorch's names: {@code weight_ih_l0} [features, gates hidden],
 * {@code weight_hh_l0} [hidden, gates hidden] (both in x out; PyTorch keeps them transposed), {@code bias_ih_l0} and
 * {@code bias_hh_l0} [gates hidden], below {@code rnn}, {@code gru} or {@code lstm}. Gates lie in the order given at the cell.
 * All start as PyTorch's do, uniform with bound 1 / sqrt(hidden). One layer, one direction; stack them with {@code then}.
 *
 * <p>Differs from Keras, which returns the last state unless asked otherwise, has gate orders z, r, n and one bias for an
 * LSTM, and starts with Glorot uniform and orthogonal weights, bias 0 and a forget bias of 1. Every step is a set of nodes:
 * cost and memory grow with the number of steps, so cut long sequences into pieces. Immutable, any thread.
 *
 * @param cell what a step computes
 * @param hidden size of the state
 * @param input how the weight of the input starts
 * @param recurrent how the weight of the state starts
 * @param bias how both biases start, or null for none
 * @param lastOnly whether the output is the last state alone
 */
public record Recurrent(
        Cell cell, int hidden, Initializer input, Initializer recurrent, Initializer bias, boolean lastOnly)
        implements Layer {

    /** What a step computes from x, the state h and, in an LSTM, the cell state c. */
    public enum Cell {
        /** h' = tanh(x W + b + h U + d). */
        RNN_TANH("rnn", 1),
        /** h' = max(0, x W + b + h U + d). */
        RNN_RELU("rnn", 1),
        /**
         * Gates r, z, n: r and z = sigmoid(x W + b + h U + d), n = tanh(x W + b + r (h U + d)), h' = (1 - z) n + z h. Source:
         * Cho et al., 2014, with the reset gate after the product.
         */
        GRU("gru", 3),
        /**
         * Gates i, f, g, o of x W + b + h U + d: c' = sigmoid(f) c + sigmoid(i) tanh(g), h' = sigmoid(o) tanh(c'). Source:
         * Hochreiter and Schmidhuber, 1997, with the forget gate of Gers et al., 2000.
         */
        LSTM("lstm", 4);

        private final String path;
        private final int gates;

        Cell(String path, int gates) {
            this.path = path;
            this.gates = gates;
        }
    }

    /**
     * An unrolled sequence.
     *
     * @param outputs states h of all steps, [steps, hidden]
     * @param h the last state, [hidden]
     * @param c the last cell state of an LSTM, [hidden]; null for the other cells
     */
    public record Unrolled(Node outputs, Node h, Node c) {}

    /**
     * Checks the size.
     *
     * @param cell what a step computes
     * @param hidden size of the state
     * @param input how the weight of the input starts
     * @param recurrent how the weight of the state starts
     * @param bias how both biases start, or null for none
     * @param lastOnly whether the output is the last state alone
     * @throws IllegalArgumentException if hidden is below 1
     */
    public Recurrent {
        if (hidden < 1) {
            throw new IllegalArgumentException(cell.path + " needs a hidden size of at least 1, but got " + hidden);
        }
    }

    /**
     * With biases, started as PyTorch does, returning all states.
     *
     * @param cell what a step computes
     * @param hidden size of the state
     * @throws IllegalArgumentException if hidden is below 1
     */
    public Recurrent(Cell cell, int hidden) {
        this(cell, hidden, start(hidden), start(hidden), start(hidden), false);
    }

    // A size below 1 is left to the check of the record, which names the layer.
    private static Initializer start(int hidden) {
        return Initializers.torchUniform(1 / Math.sqrt(Math.max(1, hidden)));
    }

    /**
     * Without biases.
     *
     * @return a changed copy
     */
    public Recurrent withoutBias() {
        return new Recurrent(cell, hidden, input, recurrent, null, lastOnly);
    }

    /**
     * Returning the last state only, [hidden].
     *
     * @return a changed copy
     */
    public Recurrent last() {
        return new Recurrent(cell, hidden, input, recurrent, bias, true);
    }

    /**
     * Started otherwise.
     *
     * @param ofInput how the weight of the input starts
     * @param ofState how the weight of the state starts
     * @param ofBias how both biases start, or null for none
     * @return a changed copy
     */
    public Recurrent started(Initializer ofInput, Initializer ofState, Initializer ofBias) {
        return new Recurrent(cell, hidden, ofInput, ofState, ofBias, lastOnly);
    }

    @Override
    public Node build(Node x) {
        Unrolled u = run(x);
        return lastOnly ? u.h() : u.outputs();
    }

    /**
     * Unrolls from states of 0.
     *
     * @param x sequence, [steps, features]
     * @return all states, and the last ones
     * @throws IllegalArgumentException if x is not of two axes
     */
    public Unrolled run(Node x) {
        Node zero = x.constants(new double[hidden]);
        return unrolled(x, zero, cell == Cell.LSTM ? zero : null);
    }

    /**
     * Unrolls an RNN or GRU from a given state.
     *
     * @param x sequence, [steps, features]
     * @param h0 state before the first step, [hidden]: of each sample, or a parameter for one that is learned
     * @return all states, and the last one
     * @throws IllegalArgumentException if a shape does not fit, or this is an LSTM
     */
    public Unrolled run(Node x, Node h0) {
        if (cell == Cell.LSTM) {
            throw new IllegalArgumentException("an lstm starts from two states; use run(x, h0, c0)");
        }
        return unrolled(x, h0, null);
    }

    /**
     * Unrolls an LSTM from given states.
     *
     * @param x sequence, [steps, features]
     * @param h0 state before the first step, [hidden]: of each sample, or a parameter for one that is learned
     * @param c0 cell state before the first step, alike
     * @return all states, and the last ones
     * @throws IllegalArgumentException if a shape does not fit, or this is no LSTM
     */
    public Unrolled run(Node x, Node h0, Node c0) {
        if (cell != Cell.LSTM) {
            throw new IllegalArgumentException("only an lstm has a cell state; use run(x, h0) for " + cell.path);
        }
        return unrolled(x, h0, c0);
    }

    private Unrolled unrolled(Node x, Node h0, Node c0) {
        Shape shape = x.shape();
        if (shape.rank() != 2) {
            throw new IllegalArgumentException(
                    cell.path + " needs a sequence of shape [steps, features], but got '" + x.path() + "' " + shape);
        }
        checkState(x, "h0", h0);
        checkState(x, "c0", c0);
        Unrolled[] result = new Unrolled[1];
        x.scope(cell.path, in -> {
            result[0] = steps(in, h0, c0);
            return in;
        });
        return result[0];
    }

    private void checkState(Node x, String name, Node state) {
        if (state != null && !state.shape().equals(Shape.of(hidden))) {
            throw new IllegalArgumentException(cell.path + " on '" + x.path() + "' " + x.shape() + " needs " + name
                    + " of shape [" + hidden + "], but got '" + state.path() + "' " + state.shape());
        }
    }

    // The inputs of all steps are multiplied in one go; only the product with the state has to wait for the step
    // before.
    private Unrolled steps(Node x, Node h0, Node c0) {
        int features = x.shape().last();
        int width = Math.multiplyExact(cell.gates, hidden);
        Node w = x.parameter("weight_ih_l0", Shape.of(features, width), input);
        Node u = x.parameter("weight_hh_l0", Shape.of(hidden, width), recurrent);
        Node b = bias == null ? null : x.parameter("bias_ih_l0", Shape.of(width), bias, features, width);
        Node d = bias == null ? null : x.parameter("bias_hh_l0", Shape.of(width), bias, hidden, width);
        int steps = x.shape().axis(0);
        Node inputs = affine(x, w, b).reshape(Shape.of(Math.multiplyExact(steps, width)));
        List<Node> states = new ArrayList<>();
        RecurrentState state = new RecurrentState(h0, c0);
        for (int t = 0; t < steps; t++) {
            state = step(inputs, t * width, state, u, d);
            states.add(state.h());
        }
        return new Unrolled(join(states), state.h(), state.c());
    }

    private RecurrentState step(Node inputs, int at, RecurrentState before, Node u, Node d) {
        RecurrentState[] after = new RecurrentState[1];
        inputs.scope("step", all -> {
            Node in = all.slice(at, at + cell.gates * hidden);
            Node back = affine(before.h(), u, d);
            after[0] = switch (cell) {
                case RNN_TANH -> before.rnn(in.plus(back).tanh());
                case RNN_RELU -> before.rnn(in.plus(back).relu());
                case GRU -> before.gru(in, back);
                case LSTM -> before.lstm(in.plus(back));
            };
            return after[0].h();
        });
        return after[0];
    }

    private static Node affine(Node x, Node w, Node b) {
        Node product = x.matmul(w);
        return b == null ? product : product.plusRow(b);
    }

    private Node join(List<Node> states) {
        Node first = states.get(0);
        Node[] rest = states.subList(1, states.size()).toArray(new Node[0]);
        Node all = rest.length == 0 ? first : first.apply(new Concat(), rest);
        return all.reshape(Shape.of(states.size(), hidden));
    }
}
