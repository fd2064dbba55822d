package io.github.smallnn.kernel;

/**
 * Element-wise functions of one value that {@link Kernels#unary} computes, each with up to two parameters p and q.
 *
 * <p>This is a closed family: a function needs a case for its value and one for its derivative in the double kernel (the
 * float twin is generated). Users add functions of their own by {@code Node.map} or by composing nodes.
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
    LINEAR(false),
    /** y = x for x > 0, else p (exp(x) - 1); derivative p at 0. */
    ELU(true),
    /** y = x for x > 0, else p (exp(x / p) - 1). */
    CELU(true),
    /** {@link #ELU} with p = 1.6732632423543772, times 1.0507009873554805. */
    SELU(true),
    /** y = x Phi(x), Phi the normal distribution function. */
    GELU(true),
    /** y = x (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))) / 2. */
    GELU_TANH(true),
    /** y = x / (1 + exp(-x)). */
    SILU(true),
    /** y = x tanh(log(1 + exp(x))). */
    MISH(true),
    /** y = x between p and q, else the nearer bound; derivative 0 at both. */
    HARDTANH(false),
    /** y = (x + 3) / 6 between 0 and 1, else the nearer bound; derivative 0 at both. */
    HARDSIGMOID(true),
    /** y = x times {@link #HARDSIGMOID}; derivative -1/2 at -3 and 1 at 3, as in PyTorch. */
    HARDSWISH(true),
    /** y = x / (1 + |x|). */
    SOFTSIGN(true),
    /** y = x - p above p, x + p below -p, else 0; derivative 0 at both. */
    SOFTSHRINK(true),
    /** y = x - tanh(x). */
    TANHSHRINK(true),
    /** y = -log(1 + exp(-x)). */
    LOG_SIGMOID(true);

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
