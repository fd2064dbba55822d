package io.github.smallnn.preprocessing;

import io.github.smallnn.tensor.Tensor;

/**
 * What a {@link StandardScaler} learned from data: {@code z = (x - mean) / scale} and back. Immutable, any thread.
 */
public final class StandardScaling implements InvertibleTransform {
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

    @Override
    public int inputColumns() {
        return scale.length;
    }

    @Override
    public int outputColumns() {
        return scale.length;
    }

    @Override
    public Tensor transform(Tensor x) {
        return Cells.map(x, scale.length, (v, c) -> (v - shift(c)) / scale[c]);
    }

    @Override
    public Tensor inverseTransform(Tensor z) {
        return Cells.map(z, scale.length, (v, c) -> v * scale[c] + shift(c));
    }

    private double shift(int column) {
        return settings.withMean() ? mean[column] : 0;
    }
}
