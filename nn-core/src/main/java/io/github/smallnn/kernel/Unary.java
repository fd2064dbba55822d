package io.github.smallnn.kernel;

/**
 * Element-wise functions of one value that {@link Kernels#unary} computes, each with up to two parameters p and q.
 *
 * <p>This is a closed family: a function needs a case in {@code unary} and one in {@code unaryBackward} of the double
 * kernel (the float twin is generated). Users add functions of their own by {@code Node.map} or by composing nodes.
 * Immutable, any thread.
 */
public enum Unary {
    /** y = x. */
    IDENTITY(false),
    /** y = max(x, 0); derivative 0 at 0. */
    RELU(false),
    /** y = x for x > 0, else p x; derivative p at 0. */
    LEAKY_RELU(true),
    /** y = 1 / (1 + exp(-x)). */
    SIGMOID(false),
    /** y = tanh(x). */
    TANH(false),
    /** y = log(1 + exp(p x)) / p, and x itself where p x > q. */
    SOFTPLUS(true),
    /** y = exp(x). */
    EXP(false),
    /** y = log(x). */
    LOG(true),
    /** y = x^2. */
    SQUARE(true),
    /** y = sqrt(x). */
    SQRT(false),
    /** y = |x|; derivative 0 at 0. */
    ABS(true),
    /** y = p x + q. */
    LINEAR(false);

    private final boolean needsInput;

    Unary(boolean needsInput) {
        this.needsInput = needsInput;
    }

    /**
     * Whether the derivative is computed from x; otherwise from y alone, and x may be overwritten by y.
     *
     * @return true if x must be kept until the backward pass
     */
    public boolean needsInput() {
        return needsInput;
    }
}
