package io.github.smallnn.preprocessing;

import io.github.smallnn.tensor.Tensor;

/** What a {@link MinMaxScaler} learned from data: {@code z = x * scale + offset} and back. Immutable, any thread. */
public final class MinMaxScaling implements InvertibleTransform {
    private final MinMaxScaler settings;
    private final double[] dataMin;
    private final double[] dataMax;
    private final double[] scale;
    private final double[] offset;

    MinMaxScaling(MinMaxScaler settings, double[] dataMin, double[] dataMax) {
        this.settings = settings;
        this.dataMin = dataMin;
        this.dataMax = dataMax;
        this.scale = new double[dataMin.length];
        this.offset = new double[dataMin.length];
        for (int c = 0; c < scale.length; c++) {
            scale[c] = (settings.high() - settings.low()) / Cells.divisor(dataMax[c] - dataMin[c]);
            offset[c] = settings.low() - dataMin[c] * scale[c];
        }
    }

    /**
     * The settings it was fitted with.
     *
     * @return the settings
     */
    public MinMaxScaler settings() {
        return settings;
    }

    /**
     * Smallest value of each column: scikit-learn's {@code data_min_}.
     *
     * @return a new array
     */
    public double[] dataMin() {
        return dataMin.clone();
    }

    /**
     * Largest value of each column: scikit-learn's {@code data_max_}.
     *
     * @return a new array
     */
    public double[] dataMax() {
        return dataMax.clone();
    }

    /**
     * Factor of each column: scikit-learn's {@code scale_}.
     *
     * @return a new array
     */
    public double[] scale() {
        return scale.clone();
    }

    /**
     * What is added to each column after the factor: scikit-learn's {@code min_}.
     *
     * @return a new array
     */
    public double[] offset() {
        return offset.clone();
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
        return Cells.map(x, scale.length, (v, c) -> clipped(v * scale[c] + offset[c]));
    }

    private double clipped(double z) {
        return settings.clip() ? Math.min(Math.max(z, settings.low()), settings.high()) : z;
    }

    @Override
    public Tensor inverseTransform(Tensor z) {
        return Cells.map(z, scale.length, (v, c) -> (v - offset[c]) / scale[c]);
    }
}
