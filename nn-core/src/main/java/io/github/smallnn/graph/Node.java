package io.github.smallnn.graph;

import io.github.smallnn.op.Elementwise;
import io.github.smallnn.op.Op;
import io.github.smallnn.tensor.Shape;
import java.util.function.UnaryOperator;

/**
 * A value of the graph under construction. Methods add an op and return its output; nothing is computed yet.
 *
 * <p>A node has one row per sample ({@link #perSample()}) unless it is made of parameters and constants only. Arithmetic
 * of a per-sample node with one that is not repeats the latter: a single number everywhere, a shape equal to the last axes
 * on every row. Two per-sample nodes must have the same shape; there is no broadcasting between them.
 *
 * <p>Valid only while the layer or loss that received it is being built; confined to that thread. Methods throw
 * {@link IllegalArgumentException} with the node's path and the shapes if inputs do not fit.
 */
public sealed interface Node permits GraphNode {

    /**
     * Logical shape of one sample (of the whole value for a parameter).
     *
     * @return the shape
     */
    Shape shape();

    /**
     * Name of this node in the network, such as {@code hidden/dense/weight}.
     *
     * @return the path
     */
    String path();

    /**
     * Whether this node has a row per sample.
     *
     * @return false for parameters, constants and what is made of them alone
     */
    boolean perSample();

    /**
     * A new trainable parameter in the current scope; fan-in and fan-out are the first and last axis for rank 2, else the
     * size.
     *
     * @param name name, such as {@code weight}
     * @param shape shape; [d0, d1, ...] is stored as d0 rows
     * @param init how it starts
     * @return the parameter
     */
    Node parameter(String name, Shape shape, Initializer init);

    /**
     * A new trainable parameter with fans of its own.
     *
     * @param name name
     * @param shape shape
     * @param init how it starts
     * @param fanIn inputs per unit, for the initializer
     * @param fanOut outputs per unit, for the initializer
     * @return the parameter
     */
    Node parameter(String name, Shape shape, Initializer init, int fanIn, int fanOut);

    /**
     * A new non-trainable parameter: a running statistic that an op updates, or fixed numbers that travel with the model.
     *
     * @param name name
     * @param shape shape
     * @param init how it starts
     * @return the parameter
     */
    Node statistic(String name, Shape shape, Initializer init);

    /**
     * A constant number, of shape [1].
     *
     * @param value the number
     * @return the constant
     */
    Node constant(double value);

    /**
     * A constant vector, of shape [n].
     *
     * @param values the numbers
     * @return the constant
     */
    Node constants(double... values);

    /**
     * Applies an op to this node and more inputs.
     *
     * @param op the op
     * @param more further inputs, after this one
     * @return its output
     */
    Node apply(Op op, Node... more);

    /**
     * x W on the last axis.
     *
     * @param w a parameter of shape [in, out]
     * @return shape [..., out]
     */
    Node matmul(Node w);

    /**
     * Adds a parameter to every row.
     *
     * @param b of the shape of the last axes
     * @return the sum
     */
    Node plusRow(Node b);

    /**
     * Sum.
     *
     * @param o other operand
     * @return this + o
     */
    Node plus(Node o);

    /**
     * Sum with a number.
     *
     * @param v the number
     * @return this + v
     */
    Node plus(double v);

    /**
     * Difference.
     *
     * @param o other operand
     * @return this - o
     */
    Node minus(Node o);

    /**
     * Difference with a number.
     *
     * @param v the number
     * @return this - v
     */
    Node minus(double v);

    /**
     * Product element by element.
     *
     * @param o other operand
     * @return this o
     */
    Node times(Node o);

    /**
     * Product with a number.
     *
     * @param v the number
     * @return v this
     */
    Node times(double v);

    /**
     * Quotient element by element.
     *
     * @param o other operand
     * @return this / o
     */
    Node dividedBy(Node o);

    /**
     * Joins two nodes on the last axis.
     *
     * @param o other node, equal in all axes but the last
     * @return shape [..., a + b]
     */
    Node concat(Node o);

    /**
     * A range of the last axis.
     *
     * @param from first index
     * @param to index after the last
     * @return shape [..., to - from]
     */
    Node slice(int from, int to);

    /**
     * The same numbers in another shape of the same size.
     *
     * @param shape new shape
     * @return the reshaped node
     */
    Node reshape(Shape shape);

    /**
     * Sum over the last axis.
     *
     * @return shape [..., 1]
     */
    Node sum();

    /**
     * Square.
     *
     * @return x^2
     */
    Node square();

    /**
     * Square root.
     *
     * @return sqrt(x)
     */
    Node sqrt();

    /**
     * Absolute value.
     *
     * @return |x|, derivative 0 at 0
     */
    Node abs();

    /**
     * Exponential.
     *
     * @return exp(x)
     */
    Node exp();

    /**
     * Natural logarithm.
     *
     * @return log(x)
     */
    Node log();

    /**
     * Rectifier.
     *
     * @return max(x, 0), derivative 0 at 0
     */
    Node relu();

    /**
     * Logistic function.
     *
     * @return 1 / (1 + exp(-x))
     */
    Node sigmoid();

    /**
     * Hyperbolic tangent.
     *
     * @return tanh(x)
     */
    Node tanh();

    /**
     * Softmax over the last axis.
     *
     * @return exp(x) / sum(exp(x))
     */
    Node softmax();

    /**
     * Logarithm of the softmax over the last axis.
     *
     * @return x - log(sum(exp(x)))
     */
    Node logSoftmax();

    /**
     * A user's element-wise function. Costs an interface call per element.
     *
     * @param name name, kept as {@code user:name}
     * @param f function and derivative
     * @return f(x)
     */
    Node map(String name, Elementwise f);

    /**
     * In a loss: values multiplied by weights that also count in the denominator of the mean.
     *
     * @param w weights of the shape of this node, one row per sample
     * @return values w; must be what the loss returns
     */
    Node weightedBy(Node w);

    /**
     * In a loss: values as they are, whose weights count in the denominator of the mean in place of 1 per value. For values
     * that have their weights in them already.
     *
     * @param w weights of the shape of this node, one row per sample
     * @return this node; must be what the loss returns
     */
    Node countedBy(Node w);

    /**
     * Runs a body in a named scope: parameters and ops made there have paths below it. A name used twice in one place
     * becomes {@code name-2}, {@code name-3}.
     *
     * @param name scope name, without a slash
     * @param body receives this node
     * @return what the body returns
     */
    Node scope(String name, UnaryOperator<Node> body);

    /**
     * Like {@link #scope}, but a body run again under the same key finds the parameters of the first run instead of making
     * new ones.
     *
     * @param key what is shared, compared by identity
     * @param name scope name
     * @param body receives this node
     * @return what the body returns
     * @throws IllegalArgumentException if a later run asks for another parameter or another shape
     */
    Node sharedScope(Object key, String name, UnaryOperator<Node> body);
}
