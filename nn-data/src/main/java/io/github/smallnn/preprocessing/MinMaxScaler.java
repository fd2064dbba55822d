package io.github.smallnn.preprocessing;

import io.github.smallnn.tensor.Tensor;

/**
 * Brings every column into a range, as scikit-learn's {@code MinMaxScaler} does: the smallest value becomes {@code
 * low}, the largest {@code high}. A constant column becomes {@code low}. Immutable, any thread.
 *
 * @param low where the smallest value goes
 * @param high where the largest value goes, above {@code low}
 * @param clip whether values beyond those of the fit are cut off at the ends of the range
 */
public record MinMaxScaler(double low, double high, boolean clip) implements Transform {

    /**
     * Checks the range.
     *
     * @param low where the smallest value goes
     * @param high where the largest value goes, above {@code low}
     * @param clip whether values beyond those of the fit are cut off
     * @throws IllegalArgumentException if low is not below high or one is not finite
     */
    public MinMaxScaler {
        if (!(low < high) || !Double.isFinite(high - low)) {
            throw new IllegalArgumentException(
                    "the range of a MinMaxScaler needs finite low < high, got low " + low + " and high " + high);
        }
    }

    /** A scaler to the range 0 to 1 that does not clip. */
    public MinMaxScaler() {
        this(0, 1, false);
    }

    /**
     * Learns the smallest and largest value of each column.
     *
     * @param x rows x columns, all finite. Not modified.
     * @return the fitted scaling
     * @throws IllegalArgumentException if there is no row or a value is not finite, naming it
     */
    @Override
    public MinMaxScaling fit(Tensor x) {
        Cells.requireRows(x);
        Cells.requireFinite(x);
        double[] min = new double[x.cols()];
        double[] max = new double[x.cols()];
        for (int c = 0; c < x.cols(); c++) {
            min[c] = x.get(0, c);
            max[c] = min[c];
            for (int r = 1; r < x.rows(); r++) {
                min[c] = Math.min(min[c], x.get(r, c));
                max[c] = Math.max(max[c], x.get(r, c));
            }
        }
        return new MinMaxScaling(this, min, max);
    }
}
