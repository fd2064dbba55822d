package io.github.smallnn.preprocessing;

import io.github.smallnn.tensor.Tensor;

/** What a {@link MaxAbsScaler} learned from data: {@code z = x / scale} and back. Immutable, any thread. */
public final class MaxAbsScaling implements InvertibleTransform {
    private final double[] maxAbs;
    private final double[] scale;

    MaxAbsScaling(double[] maxAbs) {
        this.maxAbs = maxAbs;
        this.scale = new double[maxAbs.length];
        for (int c = 0; c < scale.length; c++) {
            scale[c] = Cells.divisor(maxAbs[c]);
        }
    }

    /**
     * Largest absolute value of each column.
     *
     * @return a new array
     */
    public double[] maxAbs() {
        return maxAbs.clone();
    }

    /**
     * Divisor of each column: the largest absolute value, or 1 where that is zero.
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
        return Cells.map(x, scale.length, (v, c) -> v / scale[c]);
    }

    @Override
    public Tensor inverseTransform(Tensor z) {
        return Cells.map(z, scale.length, (v, c) -> v * scale[c]);
    }
}
