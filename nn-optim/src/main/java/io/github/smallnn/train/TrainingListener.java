package io.github.smallnn.train;

/**
 * Watches a run and may stop it. Called on the thread that trains; what it throws ends the run, with the model as the last
 * step left it.
 */
@FunctionalInterface
public interface TrainingListener {

    /** Whether a run goes on. */
    enum Decision {
        /** On to the next epoch. */
        GO_ON,
        /** End the run here. */
        STOP
    }

    /**
     * Called after every epoch.
     *
     * @param report what the epoch came to
     * @return whether to go on
     */
    Decision onEpoch(EpochReport report);

    /**
     * Called after every step; does nothing unless overridden.
     *
     * @param step number of the step since the trainer began, from 1
     * @param loss loss of its batch before the step
     */
    default void onStep(long step, double loss) {}
}
