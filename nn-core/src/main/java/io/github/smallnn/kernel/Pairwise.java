package io.github.smallnn.kernel;

/**
 * Element-wise losses of a prediction x and a target t, with one parameter p, that {@link Kernels#pairwise} computes.
 * Values and edge cases are PyTorch's. Immutable, any thread.
 */
public enum Pairwise {
    /** (x - t)^2. */
    SQUARED_ERROR,
    /** |x - t|; derivative 0 where they are equal. */
    ABSOLUTE_ERROR,
    /** (x - t)^2 / 2 where |x - t| is at most p, else p (|x - t| - p / 2). */
    HUBER,
    /**
     * Binary cross-entropy on the logit x: -t log s(x) - (1 - t) log(1 - s(x)), s the logistic function, in the form
     * max(x, 0) - x t + log(1 + exp(-|x|)) that neither overflows nor cancels.
     */
    LOGIT_CROSS_ENTROPY
}
