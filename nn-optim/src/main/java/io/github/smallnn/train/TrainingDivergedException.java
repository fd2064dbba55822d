package io.github.smallnn.train;

/**
 * The loss of a batch became NaN or infinite. No step was taken along its gradient: the model is as the step before left
 * it, which may be far from useful. Start over with other settings ({@link Trainer#reset(io.github.smallnn.graph.ParameterSet)}).
 */
public final class TrainingDivergedException extends ArithmeticException {
    private static final long serialVersionUID = 1L;

    /** Epoch, from 1. */
    private final long epoch;

    /** Batch in the epoch, from 1. */
    private final int batch;

    /** Last finite loss of a batch. */
    private final double lastGoodLoss;

    /**
     * A report of where it happened.
     *
     * @param epoch epoch since the trainer began, from 1
     * @param batch batch in the epoch, from 1
     * @param loss the loss, not finite
     * @param lastGoodLoss loss of the last batch that had a finite one in this run, NaN if there was none
     * @param rate learning rate
     */
    public TrainingDivergedException(long epoch, int batch, double loss, double lastGoodLoss, double rate) {
        super("training diverged in epoch " + epoch + ", batch " + batch + ": the loss is " + loss + " ("
                + (Double.isNaN(lastGoodLoss)
                        ? "there was no finite one before"
                        : "the last good one was " + lastGoodLoss)
                + "). Lower the learning rate (now " + rate + ") or scale the inputs and targets, and start over");
        this.epoch = epoch;
        this.batch = batch;
        this.lastGoodLoss = lastGoodLoss;
    }

    /**
     * Where it happened.
     *
     * @return epoch since the trainer began, from 1
     */
    public long epoch() {
        return epoch;
    }

    /**
     * Where it happened.
     *
     * @return batch in the epoch, from 1
     */
    public int batch() {
        return batch;
    }

    /**
     * Loss of the last batch of this run that had a finite one.
     *
     * @return the loss, NaN if the first batch was it
     */
    public double lastGoodLoss() {
        return lastGoodLoss;
    }
}
