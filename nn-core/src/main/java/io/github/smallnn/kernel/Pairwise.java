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
    LOGIT_CROSS_ENTROPY,
    /** (x - t)^2 / (2 p) where |x - t| is below p, else |x - t| - p / 2. */
    SMOOTH_ABSOLUTE_ERROR,
    /** p (t - x) where x is at most t, else (1 - p) (x - t); derivative -p where they are equal. */
    QUANTILE_ERROR,
    /**
     * Binary cross-entropy on the probability x: -t log x - (1 - t) log(1 - x), logarithms at least -100, the
     * denominator of the derivative at least 1e-12. An x outside [0, 1] is refused.
     */
    BINARY_CROSS_ENTROPY,
    /** -t x for a log-probability x, 0 where t is 0 whatever x is. */
    NEGATIVE_LIKELIHOOD,
    /** t (log t - x) for a log-probability x and a probability t, 0 where t is 0. */
    KL_DIVERGENCE,
    /** exp(t) (t - x) for log-probabilities x and t. */
    LOG_KL_DIVERGENCE,
    /** exp(x) - t x for the logarithm x of a rate and a count t. */
    POISSON,
    /** x - t log(x + p) for a rate x and a count t. */
    POISSON_RATE,
    /** Stirling's approximation of log(t!), without x: t log t - t + log(2 pi t) / 2 where t exceeds 1, else 0. */
    STIRLING,
    /**
     * (log c + t / c) / 2 for a variance x and a squared error t, c being x but at least p; the derivative by x is the
     * one by c, as if nothing were cut off. A negative x is refused.
     */
    GAUSSIAN,
    /** max(0, p - x t); the derivative at the corner is that of the line. */
    HINGE,
    /** x where t is 1, max(0, p - x) where t is -1; the derivative at the corner is that of the line. */
    HINGE_EMBEDDING,
    /** log(1 + exp(-x t)). */
    SOFT_MARGIN,
    /** max(0, x - t + p); the derivative at the corner is that of the line. */
    DISTANCE_MARGIN
}
