package io.github.smallnn.preprocessing;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.tensor.Tensor;

/**
 * Brings every column to mean 0 and standard deviation 1, as scikit-learn's {@code StandardScaler} does: {@code z =
 * (x - mean) / scale}.
 *
 * <p>The variance divides by the number of rows (or the sum of the weights). A column that is constant within
 * rounding has scale 1. This value only holds the settings; {@link #fit} returns what was learned. Immutable, any
 * thread.
 *
 * @param withMean whether the mean is subtracted
 * @param withStd whether to divide by the standard deviation
 */
public record StandardScaler(boolean withMean, boolean withStd) implements Transform {

    /** A scaler that subtracts the mean and divides by the standard deviation. */
    public StandardScaler() {
        this(true, true);
    }

    /**
     * Learns mean and scale of each column.
     *
     * @param x rows x columns, all finite. Not modified.
     * @return the fitted scaling
     * @throws IllegalArgumentException if there is no row or a value is not finite, naming it
     */
    @Override
    public StandardScaling fit(Tensor x) {
        return fit(x, null);
    }

    /**
     * Learns mean and scale of each input column of a dataset, each row counting by its sample weight.
     *
     * @param data whose inputs, all finite, are to be scaled. Not modified.
     * @return the fitted scaling
     * @throws IllegalArgumentException if a value is not finite, naming it, or all weights are 0
     */
    public StandardScaling fit(Dataset data) {
        return fit(data.inputs(), data.weights());
    }

    private StandardScaling fit(Tensor x, Tensor weights) {
        double total = totalWeight(x, weights);
        double[] mean = new double[x.cols()];
        double[] variance = new double[x.cols()];
        double[] scale = new double[x.cols()];
        for (int c = 0; c < x.cols(); c++) {
            mean[c] = mean(x, weights, total, c);
            variance[c] = variance(x, weights, total, c, mean[c]);
            boolean constant = isConstant(total, mean[c], variance[c]);
            scale[c] = withStd && !constant ? Math.sqrt(variance[c]) : 1;
        }
        return new StandardScaling(this, mean, variance, scale);
    }

    private static double totalWeight(Tensor x, Tensor weights) {
        if (x.rows() == 0) {
            throw new IllegalArgumentException("a scaler needs at least one row to fit");
        }
        double total = 0;
        for (int r = 0; r < x.rows(); r++) {
            total += weight(weights, r);
        }
        if (total == 0) {
            throw new IllegalArgumentException("all sample weights are 0; at least one must be positive");
        }
        return total;
    }

    private static double mean(Tensor x, Tensor weights, double total, int c) {
        double sum = 0;
        for (int r = 0; r < x.rows(); r++) {
            double v = x.get(r, c);
            if (!Double.isFinite(v)) {
                throw new IllegalArgumentException(
                        "row " + r + ", column " + c + " is " + v + "; remove or impute it before scaling");
            }
            sum += weight(weights, r) * v;
        }
        return sum / total;
    }

    // The corrected two-pass sum: what rounding of the mean adds is taken off again.
    private static double variance(Tensor x, Tensor weights, double total, int c, double mean) {
        double sum = 0;
        double squares = 0;
        for (int r = 0; r < x.rows(); r++) {
            double d = x.get(r, c) - mean;
            sum += weight(weights, r) * d;
            squares += weight(weights, r) * (d * d);
        }
        return Math.max(0, squares - sum * sum / total) / total;
    }

    // A variance that rounding alone could have made: scikit-learn's bound.
    private static boolean isConstant(double n, double mean, double variance) {
        double eps = Math.ulp(1.0);
        double rounding = n * mean * eps;
        return variance <= n * eps * variance + rounding * rounding;
    }

    private static double weight(Tensor weights, int row) {
        return weights == null ? 1 : weights.get(row, 0);
    }
}
