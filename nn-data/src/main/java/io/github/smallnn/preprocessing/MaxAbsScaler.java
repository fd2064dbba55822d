package io.github.smallnn.preprocessing;

import io.github.smallnn.tensor.Tensor;

/**
 * Divides every column by its largest absolute value, as scikit-learn's {@code MaxAbsScaler} does; zeros stay zeros. A
 * column of zeros has scale 1. Immutable, any thread.
 */
public record MaxAbsScaler() implements Transform {

    /**
     * Learns the largest absolute value of each column.
     *
     * @param x rows x columns, all finite. Not modified.
     * @return the fitted scaling
     * @throws IllegalArgumentException if there is no row or a value is not finite, naming it
     */
    @Override
    public MaxAbsScaling fit(Tensor x) {
        Cells.requireRows(x);
        Cells.requireFinite(x);
        double[] maxAbs = new double[x.cols()];
        for (int c = 0; c < x.cols(); c++) {
            for (int r = 0; r < x.rows(); r++) {
                maxAbs[c] = Math.max(maxAbs[c], Math.abs(x.get(r, c)));
            }
        }
        return new MaxAbsScaling(maxAbs);
    }
}
