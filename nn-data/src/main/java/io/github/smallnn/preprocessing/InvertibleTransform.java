package io.github.smallnn.preprocessing;

import io.github.smallnn.tensor.Tensor;

/** A fitted change of inputs that can be undone. Immutable, any thread. */
public interface InvertibleTransform extends FittedTransform {

    /**
     * Undoes {@link #transform}.
     *
     * @param z rows x {@link #outputColumns()}. Not modified.
     * @return a new tensor of rows x {@link #inputColumns()} with the same precision
     * @throws IllegalArgumentException if the number of columns differs or a value is not acceptable, naming it
     */
    Tensor inverseTransform(Tensor z);
}
