package io.github.smallnn.data;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.tensor.Tensor;

/**
 * A regression problem whose true coefficients are known. The tensors belong to the holder of this value.
 *
 * @param x inputs, samples x features
 * @param y targets, samples x targets
 * @param coef true coefficients, features x targets, so that {@code y = x coef + bias + noise}
 */
public record Regression(Tensor x, Tensor y, Tensor coef) {

    /**
     * Inputs and targets for training. Nothing is copied.
     *
     * @return the dataset
     */
    public Dataset dataset() {
        return new Dataset(x, y);
    }
}
