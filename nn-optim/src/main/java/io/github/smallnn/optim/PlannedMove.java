package io.github.smallnn.optim;

/** A step of parameters that were given once, see {@link PlannableMove}. Confined. */
@FunctionalInterface
interface PlannedMove {

    /**
     * Moves all of them.
     *
     * @param rate learning rate of the step
     */
    void run(double rate);
}
