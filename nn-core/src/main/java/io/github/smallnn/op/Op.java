package io.github.smallnn.op;

import io.github.smallnn.tensor.Shape;
import java.util.List;

/**
 * A primitive operation of the graph: output shape, forward, backward.
 *
 * <p>Stateless and immutable, so one instance may serve any number of sessions and threads. Everything that a step needs
 * comes from the {@link OpContext}. Derivatives are with respect to the sum of {@code gradOut * out}.
 */
public interface Op {

    /**
     * Name and attributes. User ops are named {@code user:...}.
     *
     * @return the spec from which a registry can build this op again
     */
    OpSpec spec();

    /**
     * Shape of the result, or a refusal.
     *
     * @param in shapes of the inputs
     * @return shape of the output
     * @throws IllegalArgumentException if the inputs do not fit; the graph adds the node's path to the message
     */
    Shape outputShape(List<Shape> in);

    /**
     * Temporary tensors that a session keeps for this op, from its forward to its backward pass.
     *
     * @param in shapes of the inputs
     * @return their shapes, stored like the output: with one row per sample if the output has
     */
    default List<Shape> scratch(List<Shape> in) {
        return List.of();
    }

    /**
     * Temporary tensors that do not grow with the batch: one value per channel, for example.
     *
     * @param in shapes of the inputs
     * @return their shapes, stored like parameters; the context numbers them after those of {@link #scratch}
     */
    default List<Shape> batchScratch(List<Shape> in) {
        return List.of();
    }

    /**
     * What this op does outside training.
     *
     * @return this op, or another of the same shape (dropout: {@link Identity})
     */
    default Op inference() {
        return this;
    }

    /**
     * Whether a row of the output depends on other rows of the batch. Such an op cannot be sharded over threads or chunks.
     *
     * @return false unless overridden
     */
    default boolean couplesRows() {
        return false;
    }

    /**
     * Fewest rows that a batch may have, which is known before there is one: batch norm cannot train on a single row.
     *
     * @param in shapes of the inputs
     * @return 1 unless overridden
     */
    default int leastRows(List<Shape> in) {
        return 1;
    }

    /**
     * Writes {@code c.out()} from {@code c.in(i)}.
     *
     * @param c where to read and write
     */
    void forward(OpContext c);

    /**
     * For every input i with {@code c.wants(i)}, in index order: gradIn(i) = beta(i) gradIn(i) + the gradient. Two inputs
     * may be the same node; the second then has beta 1.
     *
     * @param c where to read and write; {@code c.gradOut()} must not be changed
     */
    void backward(OpContext c);
}
