package io.github.smallnn.op;

import io.github.smallnn.kernel.Kernels;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;

/** What a session offers to an op during a step. Belongs to one thread. */
public interface OpContext {

    /**
     * The loops of the session's precision.
     *
     * @return the kernels
     */
    Kernels kernels();

    /**
     * Number of inputs.
     *
     * @return how many inputs the op has here
     */
    int inputs();

    /**
     * An input.
     *
     * @param i index of the input
     * @return its values, one row per sample (a parameter: its storage). Not to be modified.
     */
    Tensor in(int i);

    /**
     * Shape of an input.
     *
     * @param i index of the input
     * @return the logical shape of one sample
     */
    Shape inShape(int i);

    /**
     * The output.
     *
     * @return where forward writes
     */
    Tensor out();

    /**
     * Shape of the output.
     *
     * @return the logical shape of one sample
     */
    Shape outShape();

    /**
     * Gradient of the output, in backward.
     *
     * @return a tensor like {@link #out()}. Not to be modified.
     */
    Tensor gradOut();

    /**
     * Whether anybody needs the gradient of an input.
     *
     * @param i index of the input
     * @return false for example for the first layer's input and for frozen parameters
     */
    boolean wants(int i);

    /**
     * Gradient of an input, in backward.
     *
     * @param i index of an input with {@code wants(i)}
     * @return where backward writes
     */
    Tensor gradIn(int i);

    /**
     * What to do with the old content of {@code gradIn(i)}.
     *
     * @param i index of an input with {@code wants(i)}
     * @return 0: it is garbage, overwrite it; 1: add to it
     */
    double beta(int i);

    /**
     * A temporary of those that {@link Op#scratch} and then {@link Op#batchScratch} asked for.
     *
     * @param i its index
     * @return a tensor that keeps its content from forward to backward
     */
    Tensor scratch(int i);

    /**
     * A counter-based uniform draw, the same each time it is asked for within one step.
     *
     * @param row row of this batch
     * @param col column
     * @return a number in [0, 1)
     */
    double uniform(int row, int col);

    /**
     * Key of this op in this step, for kernels that draw many numbers.
     *
     * @return a key for {@link io.github.smallnn.kernel.CounterRandom}
     */
    long randomKey();

    /**
     * Row that this session's row 0 is in the whole batch.
     *
     * @return 0 unless the batch is sharded or chunked
     */
    int firstRow();

    /**
     * Next value of a running statistic, which becomes the parameter's value when the step is committed.
     *
     * @param i index of an input that is a non-trainable parameter
     * @return where to write the next value
     */
    Tensor update(int i);
}
