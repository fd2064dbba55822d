package io.github.smallnn.train;

import io.github.smallnn.tensor.Tensor;

/** The rows of a batch, shown some at a time. Confined: every shard has its own view. */
interface BatchRows {

    /** Shows {@code count} rows of the batch from its row {@code from} on. */
    void show(int from, int count);

    /** Inputs of the rows shown. */
    Tensor inputs();

    /** Targets of the rows shown. */
    Tensor targets();

    /** Sample weights of the rows shown, or null. */
    Tensor weights();
}
