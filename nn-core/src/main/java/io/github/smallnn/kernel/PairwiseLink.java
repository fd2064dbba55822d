package io.github.smallnn.kernel;

import io.github.smallnn.tensor.Tensor;

/**
 * An element-wise loss as the last link of a {@link Chain}.
 *
 * @param f loss
 * @param p its parameter
 * @param y prediction
 * @param t target, a window that moves from batch to batch
 * @param values values of the loss
 * @param dy gradient of the prediction
 * @param capacity largest number of rows
 */
public record PairwiseLink(Pairwise f, double p, Tensor y, Tensor t, Tensor values, Tensor dy, int capacity) {}
