package io.github.smallnn.optim;

/** Factories of optimizers with PyTorch's defaults; the results have {@code with...} methods for more settings. */
public final class Optimizers {
    private Optimizers() {}

    /**
     * Stochastic gradient descent: w = w - rate g, on each batch.
     *
     * @param rate learning rate
     * @return the rule
     * @throws IllegalArgumentException if the rate is negative or not finite
     */
    public static Sgd sgd(double rate) {
        return new Sgd(rate);
    }

    /**
     * Gradient descent: the rule of {@link #sgd}, meant for one batch of all data
     * ({@link io.github.smallnn.train.Trainer#fullBatch()}).
     *
     * @param rate learning rate
     * @return the rule
     * @throws IllegalArgumentException if the rate is negative or not finite
     */
    public static Sgd gd(double rate) {
        return new Sgd(rate);
    }

    /**
     * Adam with a rate of 0.001.
     *
     * @return the rule
     */
    public static Adam adam() {
        return new Adam(1e-3);
    }

    /**
     * Adam.
     *
     * @param rate learning rate
     * @return the rule
     * @throws IllegalArgumentException if the rate is negative or not finite
     */
    public static Adam adam(double rate) {
        return new Adam(rate);
    }
}
