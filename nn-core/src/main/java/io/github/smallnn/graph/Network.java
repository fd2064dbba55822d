package io.github.smallnn.graph;

import io.github.smallnn.op.OpRegistry;
import io.github.smallnn.random.RandomSource;
import io.github.smallnn.random.RandomState;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A built network: an immutable list of nodes from one input to one output, without numbers.
 *
 * <p>Parameters live in a {@link ParameterSet} made by {@link #initialize}; a session made here binds the two and runs.
 * Immutable, any thread.
 */
public final class Network {
    private final List<Definition> definitions;
    private final List<Definition> parameters;
    private final long multiplyAdds;

    private Network(List<Definition> definitions) {
        this.definitions = List.copyOf(definitions);
        this.parameters = this.definitions.stream()
                .filter(d -> d.kind() instanceof Definition.Parameter)
                .toList();
        this.multiplyAdds = Work.multiplyAdds(this.definitions);
    }

    /**
     * Builds a network.
     *
     * @param input shape of one input sample
     * @param body what is applied to it
     * @return the network
     * @throws IllegalArgumentException if a layer does not fit its input (the message has the path and both shapes), or the
     *     output does not depend on the input
     */
    public static Network of(Shape input, Layer body) {
        Graph graph = new Graph(true);
        GraphNode output = (GraphNode) body.build(graph.input(NodeSpec.INPUT, input));
        if (!output.belongsTo(graph)) {
            throw new IllegalArgumentException(
                    "the layer returned a node of another network ('" + output.path() + "')");
        }
        if (!output.perSample()) {
            throw new IllegalArgumentException(
                    "the output '" + output.path() + "' is made of parameters only and does not depend on the input");
        }
        return new Network(Pruning.reaching(graph.definitions(), output.index()));
    }

    /**
     * Builds a network for samples of one axis.
     *
     * @param inputs number of inputs
     * @param body what is applied to them
     * @return the network
     */
    public static Network of(int inputs, Layer body) {
        return of(Shape.of(inputs), body);
    }

    /**
     * Rebuilds a network from its list of nodes.
     *
     * @param nodes what {@link #ops()} gave; the last one is the output
     * @param registry makes the ops
     * @return an equal network, of the same fingerprint
     * @throws IllegalArgumentException if an op is unknown, an input is missing or a shape differs, naming the path
     */
    public static Network of(List<NodeSpec> nodes, OpRegistry registry) {
        return new Network(NodeList.read(nodes, registry));
    }

    /**
     * The network as data.
     *
     * @return the nodes in the order in which they are computed; the last is the output
     */
    public List<NodeSpec> ops() {
        return NodeList.write(definitions);
    }

    /**
     * Shape of one input sample.
     *
     * @return the shape
     */
    public Shape inputShape() {
        return definitions.get(0).shape();
    }

    /**
     * Shape of one output sample.
     *
     * @return the shape
     */
    public Shape outputShape() {
        return definitions.get(definitions.size() - 1).shape();
    }

    /**
     * Number of numbers in all parameters.
     *
     * @return the count
     */
    public int parameterCount() {
        int n = 0;
        for (Definition d : parameters) {
            n = Math.addExact(n, d.shape().size());
        }
        return n;
    }

    /**
     * What a prediction computes, as far as sizes tell: the multiply-adds of products and convolutions for one row, and one
     * for every element of any other op. A training step takes about three times as much.
     *
     * @return the count
     */
    public long multiplyAdds() {
        return multiplyAdds;
    }

    /**
     * New parameters, drawn in the order in which the layers made them, weight before bias.
     *
     * @param precision element type
     * @param random where to draw from
     * @return a new set
     */
    public ParameterSet initialize(Precision precision, RandomSource random) {
        return initialize(precision, random, Presets.torch());
    }

    /**
     * New parameters, started as a preset says, drawn in the order in which the layers made them.
     *
     * @param precision element type
     * @param random where to draw from
     * @param preset chooses the initializer of each parameter
     * @return a new set
     */
    public ParameterSet initialize(Precision precision, RandomSource random, Preset preset) {
        ParameterSet p = blank(precision);
        List<NodeSpec> nodes = ops();
        List<NodeSpec> own = nodes.stream().filter(NodeSpec::isParameter).toList();
        for (int i = 0; i < parameters.size(); i++) {
            Definition d = parameters.get(i);
            Definition.Parameter kind = (Definition.Parameter) d.kind();
            try {
                preset.choose(own.get(i), kind.init(), nodes).fill(p.tensor(i), kind.fanIn(), kind.fanOut(), random);
            } catch (IllegalStateException e) {
                throw new IllegalStateException(d.path() + ": " + e.getMessage(), e);
            }
        }
        return p;
    }

    /**
     * New parameters in double precision from a seed, drawn by NumPy's legacy generator.
     *
     * @param seed from 0 to 2^32 - 1
     * @return a new set
     */
    public ParameterSet initialize(long seed) {
        return initialize(Precision.DOUBLE, new RandomState(seed));
    }

    /**
     * Parameters of this network, all zero.
     *
     * @param precision element type
     * @return a new set
     */
    public ParameterSet blank(Precision precision) {
        int n = parameters.size();
        String[] paths = new String[n];
        Shape[] shapes = new Shape[n];
        Tensor[] tensors = new Tensor[n];
        boolean[] trainable = new boolean[n];
        for (int i = 0; i < n; i++) {
            Definition d = parameters.get(i);
            paths[i] = d.path();
            shapes[i] = d.shape();
            tensors[i] = Tensor.zeros(precision, d.storageRows(), d.storageCols());
            trainable[i] = ((Definition.Parameter) d.kind()).trainable();
        }
        boolean[] statistic = new boolean[n];
        for (int i = 0; i < n; i++) {
            statistic[i] = !trainable[i];
        }
        return new ParameterSet(precision, paths, shapes, tensors, trainable, statistic);
    }

    /**
     * A session that predicts.
     *
     * @param parameters parameters of this network
     * @param maxBatch largest batch it will serve
     * @return a new session for one thread
     * @throws IllegalArgumentException if the parameters are not of this network or maxBatch is below 1
     */
    public Inference inference(ParameterSet parameters, int maxBatch) {
        return inference(parameters, maxBatch, SessionOptions.defaults());
    }

    /**
     * A session that predicts, with options.
     *
     * @param parameters parameters of this network
     * @param maxBatch largest batch it will serve
     * @param options which inner values stay readable, and checks
     * @return a new session for one thread
     */
    public Inference inference(ParameterSet parameters, int maxBatch, SessionOptions options) {
        return new Inference(Engine.of(this, parameters, maxBatch, options));
    }

    /**
     * A session that computes losses and gradients.
     *
     * @param parameters parameters of this network; their trainable marks are read now
     * @param loss what is minimised
     * @param maxBatch largest batch it will serve
     * @return a new session for one thread
     */
    public Backprop backprop(ParameterSet parameters, Loss loss, int maxBatch) {
        return backprop(parameters, loss, maxBatch, SessionOptions.defaults());
    }

    /**
     * A session that computes losses and gradients, with options.
     *
     * @param parameters parameters of this network; their trainable marks are read now
     * @param loss what is minimised
     * @param maxBatch largest batch it will serve
     * @param options seed of its random ops, input gradient, readable inner values, checks
     * @return a new session for one thread
     */
    public Backprop backprop(ParameterSet parameters, Loss loss, int maxBatch, SessionOptions options) {
        return new Backprop(
                Engine.of(this, parameters, loss, maxBatch, options, Engine.Mode.TRAINING), loss.reduction());
    }

    /**
     * A session that computes losses the way predictions are made: without dropout, with running statistics.
     *
     * @param parameters parameters of this network
     * @param loss what is measured
     * @param maxBatch largest batch it will serve
     * @return a new session for one thread
     */
    public Evaluation evaluation(ParameterSet parameters, Loss loss, int maxBatch) {
        SessionOptions options = SessionOptions.defaults();
        return new Evaluation(
                Engine.of(this, parameters, loss, maxBatch, options, Engine.Mode.INFERENCE), loss.reduction());
    }

    /**
     * SHA-256 over all nodes: equal for networks that compute the same function of input and parameters by the same ops.
     *
     * @return 64 hexadecimal digits
     */
    public String fingerprint() {
        Fingerprint f = new Fingerprint();
        for (NodeSpec n : ops()) {
            f.text(n.path()).text(n.spec().toString()).text(n.inputs().toString());
            f.text(n.shape().toString()).text(Boolean.toString(n.perSample()));
        }
        return f.hex();
    }

    /**
     * A table of path, op, output shape and parameters, with totals.
     *
     * @return lines of text
     */
    public String summary() {
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"path", "op", "shape", "parameters"});
        for (Definition d : definitions) {
            boolean parameter = d.kind() instanceof Definition.Parameter;
            String count =
                    parameter ? String.format(Locale.ROOT, "%,d", d.shape().size()) : "";
            rows.add(new String[] {d.path(), d.kind().spec().name(), d.shape().toString(), count});
        }
        StringBuilder s = new StringBuilder();
        for (String[] row : rows) {
            for (int c = 0; c < row.length; c++) {
                s.append(pad(row[c], width(rows, c), c == row.length - 1));
                s.append(c == row.length - 1 ? "\n" : "  ");
            }
        }
        return s.append(String.format(
                        Locale.ROOT, "%,d parameters in %d tensors%n", parameterCount(), parameters.size()))
                .toString();
    }

    private static int width(List<String[]> rows, int column) {
        return rows.stream().mapToInt(r -> r[column].length()).max().orElse(0);
    }

    private static String pad(String s, int width, boolean right) {
        String fill = " ".repeat(width - s.length());
        return right ? fill + s : s + fill;
    }

    List<Definition> definitions() {
        return definitions;
    }

    @Override
    public String toString() {
        return "Network " + inputShape() + " -> " + outputShape() + ", " + parameterCount() + " parameters";
    }
}
