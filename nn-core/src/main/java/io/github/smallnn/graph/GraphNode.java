package io.github.smallnn.graph;

import io.github.smallnn.kernel.Binary;
import io.github.smallnn.kernel.Unary;
import io.github.smallnn.op.Activation;
import io.github.smallnn.op.Arithmetic;
import io.github.smallnn.op.Arithmetic.Operand;
import io.github.smallnn.op.Concat;
import io.github.smallnn.op.Elementwise;
import io.github.smallnn.op.MapOp;
import io.github.smallnn.op.MatMul;
import io.github.smallnn.op.Op;
import io.github.smallnn.op.Reshape;
import io.github.smallnn.op.Slice;
import io.github.smallnn.op.Softmax;
import io.github.smallnn.op.SumFeatures;
import io.github.smallnn.tensor.Shape;
import java.util.function.UnaryOperator;

/** A handle on one definition of a graph. */
final class GraphNode implements Node {
    private final Graph graph;
    private final int index;

    GraphNode(Graph graph, int index) {
        this.graph = graph;
        this.index = index;
    }

    int index() {
        return index;
    }

    boolean belongsTo(Graph g) {
        return graph == g;
    }

    @Override
    public Shape shape() {
        return graph.definition(index).shape();
    }

    @Override
    public String path() {
        return graph.definition(index).path();
    }

    @Override
    public boolean perSample() {
        return graph.definition(index).perSample();
    }

    @Override
    public Node parameter(String name, Shape shape, Initializer init) {
        boolean matrix = shape.rank() == 2;
        int fanIn = matrix ? shape.axis(0) : shape.size();
        return parameter(name, shape, init, fanIn, matrix ? shape.axis(1) : shape.size());
    }

    @Override
    public Node parameter(String name, Shape shape, Initializer init, int fanIn, int fanOut) {
        return graph.parameter(name, shape, new Definition.Parameter(init, true, fanIn, fanOut));
    }

    @Override
    public Node statistic(String name, Shape shape, Initializer init) {
        return graph.parameter(name, shape, new Definition.Parameter(init, false, shape.size(), shape.size()));
    }

    @Override
    public Node constant(double value) {
        return graph.constant(new double[] {value});
    }

    @Override
    public Node constants(double... values) {
        return graph.constant(values);
    }

    @Override
    public Node apply(Op op, Node... more) {
        int[] inputs = new int[more.length + 1];
        inputs[0] = index;
        for (int i = 0; i < more.length; i++) {
            GraphNode n = (GraphNode) more[i];
            if (!n.belongsTo(graph)) {
                throw new IllegalArgumentException(graph.at(op.spec().name()) + ": input " + (i + 1) + " ('" + n.path()
                        + "') belongs to another network; a node can only be used while its own network is built");
            }
            inputs[i + 1] = n.index;
        }
        return graph.apply(op, inputs);
    }

    @Override
    public Node matmul(Node w) {
        if (w.perSample()) {
            throw graph.refusal(
                    graph.at("matmul"),
                    new int[] {index, ((GraphNode) w).index},
                    "the right operand must be made of parameters, not of samples",
                    null);
        }
        return apply(new MatMul(), w);
    }

    @Override
    public Node plusRow(Node b) {
        return plus(b);
    }

    @Override
    public Node plus(Node o) {
        return arithmetic(Binary.ADD, o);
    }

    @Override
    public Node plus(double v) {
        return apply(new Activation(Unary.LINEAR, 1, v));
    }

    @Override
    public Node minus(Node o) {
        return arithmetic(Binary.SUBTRACT, o);
    }

    @Override
    public Node minus(double v) {
        return plus(-v);
    }

    @Override
    public Node times(Node o) {
        return arithmetic(Binary.MULTIPLY, o);
    }

    @Override
    public Node times(double v) {
        return apply(new Activation(Unary.LINEAR, v, 0));
    }

    @Override
    public Node dividedBy(Node o) {
        return arithmetic(Binary.DIVIDE, o);
    }

    private Node arithmetic(Binary f, Node o) {
        return apply(new Arithmetic(f, operand(this, o), operand(o, this)), o);
    }

    private static Operand operand(Node n, Node other) {
        boolean repeatable = !n.perSample()
                && (other.perSample() || other.shape().size() > n.shape().size());
        if (!repeatable) {
            return Operand.FULL;
        }
        return n.shape().size() == 1 ? Operand.SCALAR : Operand.ROW;
    }

    @Override
    public Node concat(Node o) {
        if (perSample() != o.perSample()) {
            throw graph.refusal(
                    graph.at("concat"),
                    new int[] {index, ((GraphNode) o).index},
                    "one side has a row per sample, the other has not",
                    null);
        }
        return apply(new Concat(), o);
    }

    @Override
    public Node slice(int from, int to) {
        return apply(new Slice(from, to));
    }

    @Override
    public Node reshape(Shape shape) {
        return apply(new Reshape(shape));
    }

    @Override
    public Node sum() {
        return apply(new SumFeatures());
    }

    @Override
    public Node square() {
        return apply(Activation.of(Unary.SQUARE));
    }

    @Override
    public Node sqrt() {
        return apply(Activation.of(Unary.SQRT));
    }

    @Override
    public Node abs() {
        return apply(Activation.of(Unary.ABS));
    }

    @Override
    public Node exp() {
        return apply(Activation.of(Unary.EXP));
    }

    @Override
    public Node log() {
        return apply(Activation.of(Unary.LOG));
    }

    @Override
    public Node relu() {
        return apply(Activation.of(Unary.RELU));
    }

    @Override
    public Node sigmoid() {
        return apply(Activation.of(Unary.SIGMOID));
    }

    @Override
    public Node tanh() {
        return apply(Activation.of(Unary.TANH));
    }

    @Override
    public Node softmax() {
        return apply(new Softmax(false));
    }

    @Override
    public Node logSoftmax() {
        return apply(new Softmax(true));
    }

    @Override
    public Node map(String name, Elementwise f) {
        return apply(new MapOp(name, f));
    }

    @Override
    public Node weightedBy(Node w) {
        checkWeights(w);
        return times(w).countedBy(w);
    }

    @Override
    public Node countedBy(Node w) {
        checkWeights(w);
        graph.weights(index, ((GraphNode) w).index);
        return this;
    }

    private void checkWeights(Node w) {
        if (!w.perSample() || !w.shape().equals(shape())) {
            throw graph.refusal(
                    graph.at("weighted"),
                    new int[] {index, ((GraphNode) w).index},
                    "weights need the shape of the values, one row per sample",
                    null);
        }
    }

    @Override
    public Node scope(String name, UnaryOperator<Node> body) {
        return graph.inScope(name, () -> body.apply(this));
    }

    @Override
    public Node sharedScope(Object key, String name, UnaryOperator<Node> body) {
        return graph.inSharedScope(key, name, () -> body.apply(this));
    }
}
