package io.github.smallnn.preprocessing;

import io.github.smallnn.tensor.Tensor;

/**
 * What a {@link StandardScaler} learned from data: {@code z = (x - mean) / scale} and back. Immutable, any thread.
 */
public final class StandardScaling {
    private final StandardScaler settings;
    private final double[] mean;
    private final double[] variance;
    private final double[] scale;

    StandardScaling(StandardScaler settings, double[] mean, double[] variance, double[] scale) {
        this.settings = settings;
        this.mean = mean;
        this.variance = variance;
        this.scale = scale;
    }

    /**
     * The settings it was fitted with.
     *
     * @return the settings
     */
    public StandardScaler settings() {
        return settings;
    }

    /**
     * Mean of each column, also where the settings do not subtract it.
     *
     * @return a new array
     */
    public double[] mean() {
        return mean.clone();
    }

    /**
     * Variance of each column, also where the settings do not divide by its root.
     *
     * @return a new array
     */
    public double[] variance() {
        return variance.clone();
    }

    /**
     * Divisor of each column: the standard deviation, or 1 for a constant column and where the settings do not
     * divide.
     *
     * @return a new array
     */
    public double[] scale() {
        return scale.clone();
    }

    /**
     * Scales rows.
     *
     * @param x rows x columns. Not modified.
     * @return a new tensor of the same size and precision
     * @throws IllegalArgumentException if the number of columns differs from the fitted one
     */
    public Tensor transform(Tensor x) {
        checkColumns(x);
        Tensor z = Tensor.zeros(x.precision(), x.rows(), x.cols());
        for (int r = 0; r < x.rows(); r++) {
            for (int c = 0; c < x.cols(); c++) {
                z.set(r, c, (x.get(r, c) - shift(c)) / scale[c]);
            }
        }
        return z;
    }

    /**
     * Undoes {@link #transform}: {@code x = z * scale + mean}.
     *
     * @param z rows x columns. Not modified.
     * @return a new tensor of the same size and precision
     * @throws IllegalArgumentException if the number of columns differs from the fitted one
     */
    public Tensor inverseTransform(Tensor z) {
        checkColumns(z);
        Tensor x = Tensor.zeros(z.precision(), z.rows(), z.cols());
        for (int r = 0; r < z.rows(); r++) {
            for (int c = 0; c < z.cols(); c++) {
                x.set(r, c, z.get(r, c) * scale[c] + shift(c));
            }
        }
        return x;
    }

    private double shift(int column) {
        return settings.withMean() ? mean[column] : 0;
    }

    private void checkColumns(Tensor x) {
        if (x.cols() != mean.length) {
            throw new IllegalArgumentException("this scaling was fitted on " + mean.length + " columns, but was given "
                    + x.describe() + "; give the columns it was fitted on");
        }
    }
}
