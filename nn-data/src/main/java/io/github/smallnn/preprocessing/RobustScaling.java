package io.github.smallnn.preprocessing;

import io.github.smallnn.tensor.Tensor;

/** What a {@link RobustScaler} learned from data: {@code z = (x - center) / scale} and back. Immutable, any thread. */
public final class RobustScaling implements InvertibleTransform {
    private final RobustScaler settings;
    private final double[] center;
    private final double[] scale;

    RobustScaling(RobustScaler settings, double[] center, double[] scale) {
        this.settings = settings;
        this.center = center;
        this.scale = scale;
    }

    /**
     * The settings it was fitted with.
     *
     * @return the settings
     */
    public RobustScaler settings() {
        return settings;
    }

    /**
     * Median of each column, or 0 where the settings do not subtract it.
     *
     * @return a new array
     */
    public double[] center() {
        return center.clone();
    }

    /**
     * Divisor of each column: the distance of the quantiles, or 1 where that is zero and where the settings do not
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
        return Cells.map(x, scale.length, (v, c) -> (v - center[c]) / scale[c]);
    }

    @Override
    public Tensor inverseTransform(Tensor z) {
        return Cells.map(z, scale.length, (v, c) -> v * scale[c] + center[c]);
    }
}
