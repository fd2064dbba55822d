package io.github.smallnn.preprocessing;

import io.github.smallnn.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * A change of some columns that leaves the others as they are: scikit-learn's {@code ColumnTransformer} with one
 * transformer and {@code remainder="passthrough"}. What is made of the columns comes first, then the others in their
 * order. Immutable, any thread.
 *
 * @param transform what to do with the columns
 * @param columns the columns it gets, in that order, counted from 0, none twice
 */
public record OnColumns(Transform transform, List<Integer> columns) implements Transform {

    /**
     * Copies and checks the columns.
     *
     * @param transform what to do with the columns
     * @param columns the columns it gets, counted from 0, none twice
     * @throws IllegalArgumentException if there are none, one is negative or one is there twice
     */
    public OnColumns {
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("name at least one column");
        }
        if (columns.stream().anyMatch(c -> c < 0) || columns.stream().distinct().count() < columns.size()) {
            throw new IllegalArgumentException("columns must be 0 or more, none twice, got " + columns);
        }
    }

    /**
     * A change of the given columns.
     *
     * @param transform what to do with the columns
     * @param columns the columns it gets, counted from 0, none twice
     * @return the change
     * @throws IllegalArgumentException if there are none, one is negative or one is there twice
     */
    public static OnColumns of(Transform transform, int... columns) {
        return new OnColumns(transform, Arrays.stream(columns).boxed().toList());
    }

    /**
     * Fits the change on its columns.
     *
     * @param x rows x columns. Not modified.
     * @return the fitted change
     * @throws IllegalArgumentException if there is no such column, or the change cannot be fitted
     */
    @Override
    public FittedOnColumns fit(Tensor x) {
        int[] chosen = columns.stream().mapToInt(c -> c).toArray();
        for (int c : chosen) {
            if (c >= x.cols()) {
                throw new IllegalArgumentException(
                        "there is no column " + c + " in " + x.describe() + "; columns are counted from 0");
            }
        }
        return new FittedOnColumns(transform.fit(FittedOnColumns.pick(x, chosen)), chosen, x.cols());
    }
}
