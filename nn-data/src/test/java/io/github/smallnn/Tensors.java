package io.github.smallnn;

import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Tensor;
import io.github.smallnn.testing.GoldenArray;
import io.github.smallnn.testing.GoldenValue;
import java.util.Random;

/** Tensors for tests. */
public final class Tensors {
    private Tensors() {}

    /** A golden matrix; a vector becomes a column. */
    public static DoubleTensor of(GoldenValue v) {
        GoldenArray array = v.array();
        return Tensor.of(array.rows(), array.columns(), array.doubles());
    }

    /** A golden vector or column as weights, or null if there is none of that name. */
    public static DoubleTensor orNull(GoldenValue parent, String name) {
        return parent.has(name) ? of(parent.get(name)) : null;
    }

    /** Normal numbers. */
    public static DoubleTensor random(Random random, int rows, int cols) {
        double[] values = new double[rows * cols];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextGaussian();
        }
        return Tensor.of(rows, cols, values);
    }
}
