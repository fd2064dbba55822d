package io.github.smallnn.optim.kernel;

/**
 * A step of plain gradient descent for tensors that were given once, see {@link Descents}. Confined to the thread that
 * owns them.
 */
@FunctionalInterface
public interface Descent {

    /**
     * D = G + decay W, then W = keep W - rate D for every parameter W, with the bits of {@link Updates#sgd}.
     *
     * @param rate learning rate
     * @param keep share of W that decoupled decay leaves
     */
    void run(double rate, double keep);
}
