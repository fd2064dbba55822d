package io.github.smallnn.preprocessing;

import io.github.smallnn.tensor.Tensor;
import java.util.OptionalDouble;

/**
 * Replaces every value by its place among the categories of its column, counted from 0, as scikit-learn's {@code
 * OrdinalEncoder} does. The categories of a column are the different numbers that occur in it, in rising order.
 * Immutable, any thread.
 *
 * @param unknown what a category becomes that was not seen when fitting; empty if it is an error
 */
public record OrdinalEncoder(OptionalDouble unknown) implements Transform {

    /** An encoder to which an unknown category is an error. */
    public OrdinalEncoder() {
        this(OptionalDouble.empty());
    }

    /**
     * Learns the categories.
     *
     * @param x rows x columns, all finite. Not modified.
     * @return the fitted encoding
     * @throws IllegalArgumentException if there is no row, a value is not finite, naming it, or the value for unknown
     *     categories is the place of a known one
     */
    @Override
    public OrdinalEncoding fit(Tensor x) {
        return new OrdinalEncoding(this, Categories.of(x));
    }
}
