package io.github.smallnn.testing;

import io.github.smallnn.random.RandomState;
import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Tensor;

/** Seeded random tensors for tests. */
public final class Batches {
    private Batches() {}

    /**
     * Standard normal values.
     *
     * @param seed seed
     * @param rows rows
     * @param cols columns
     * @return a new tensor
     */
    public static DoubleTensor normal(long seed, int rows, int cols) {
        double[] values = new double[rows * cols];
        new RandomState(seed).fillNormal(values, 0, 1);
        return Tensor.of(rows, cols, values);
    }

    /**
     * Whole numbers from 0 to {@code classes - 1}.
     *
     * @param seed seed
     * @param rows rows
     * @param classes number of classes
     * @return a new tensor of one column
     */
    public static DoubleTensor labels(long seed, int rows, int classes) {
        return indices(seed, rows, 1, classes);
    }

    /**
     * Whole numbers from 0 to {@code count - 1}.
     *
     * @param seed seed
     * @param rows rows
     * @param cols columns
     * @param count number of values
     * @return a new tensor
     */
    public static DoubleTensor indices(long seed, int rows, int cols, int count) {
        RandomState random = new RandomState(seed);
        double[] values = new double[rows * cols];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.integers(0, count);
        }
        return Tensor.of(rows, cols, values);
    }
}
