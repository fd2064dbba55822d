package io.github.smallnn.preprocessing;

import io.github.smallnn.tensor.Tensor;

/** Settings of a change of inputs that learns from data before it is applied. Values are immutable; any thread. */
@FunctionalInterface
public interface Transform {

    /**
     * Learns from data.
     *
     * @param x rows x columns. Not modified.
     * @return what was learned, to be applied to this and other data
     * @throws IllegalArgumentException if there is no row or a value is not acceptable, naming it
     */
    FittedTransform fit(Tensor x);
}
