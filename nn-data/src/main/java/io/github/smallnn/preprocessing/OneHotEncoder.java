package io.github.smallnn.preprocessing;

import io.github.smallnn.tensor.Tensor;
import java.util.Objects;

/**
 * Makes a column of 0 and 1 of every category of every column, as scikit-learn's {@code OneHotEncoder} does. The
 * categories of a column are the different numbers that occur in it, in rising order; make numbers of text with {@link
 * LabelEncoder} or by reading the table with categories. Immutable, any thread.
 *
 * @param drop which categories get no column
 * @param ignoreUnknown whether a category that was not seen when fitting becomes a row of zeros; if not, it is an error
 */
public record OneHotEncoder(Drop drop, boolean ignoreUnknown) implements Transform {

    /** Which categories get no column of their own, so that the columns of a category do not add up to a constant. */
    public enum Drop {
        /** Every category gets a column. */
        NONE,
        /** The first category of each column gets none. */
        FIRST,
        /** The first category gets none where there are two. */
        IF_BINARY
    }

    /**
     * Checks the settings.
     *
     * @param drop which categories get no column
     * @param ignoreUnknown whether unknown categories become rows of zeros
     * @throws NullPointerException if {@code drop} is null
     */
    public OneHotEncoder {
        Objects.requireNonNull(drop, "drop");
    }

    /** An encoder with a column for every category, to which an unknown category is an error. */
    public OneHotEncoder() {
        this(Drop.NONE, false);
    }

    /**
     * Learns the categories.
     *
     * @param x rows x columns, all finite. Not modified.
     * @return the fitted encoding
     * @throws IllegalArgumentException if there is no row, a value is not finite, naming it, or no category is left
     *     with a column
     */
    @Override
    public OneHotEncoding fit(Tensor x) {
        return new OneHotEncoding(this, Categories.of(x));
    }
}
