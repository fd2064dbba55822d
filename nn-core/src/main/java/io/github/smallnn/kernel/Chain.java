package io.github.smallnn.kernel;

/**
 * A training step of a tiny network in one call: a link computes its own values, has the next link do everything that
 * lies behind it, and goes back through itself. The last link is the loss. Owned by one session, confined.
 */
@FunctionalInterface
public interface Chain {

    /**
     * Forward and backward from this link on.
     *
     * @param rows rows of the batch, at least 1
     * @param seed gradient of every value of the loss
     * @return the sum of the values of the loss, in the order of {@link Kernels#sum}
     */
    double run(int rows, double seed);
}
