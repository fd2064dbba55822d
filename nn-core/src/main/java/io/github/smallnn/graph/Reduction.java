package io.github.smallnn.graph;

/**
 * How a loss's values become one number. N is the sum of (sample weight x value), D the sum of (sample weight x weight of
 * the value), the latter 1 unless {@link Node#weightedBy} says otherwise. The values themselves (PyTorch's "none") are
 * {@link Backprop#values()}.
 */
public enum Reduction {
    /** N / D: the mean, with class weights PyTorch's weighted mean, with sample weights scikit-learn's. The default. */
    MEAN,
    /** N. */
    SUM,
    /** N divided by the number of rows (Keras's rule for sample weights, PyTorch's "batchmean"). */
    BATCH_MEAN;

    /**
     * What N is divided by.
     *
     * @param denominator D
     * @param rows rows of the batch
     * @return D, 1 or the rows
     */
    public double divisor(double denominator, long rows) {
        return switch (this) {
            case MEAN -> denominator;
            case SUM -> 1;
            case BATCH_MEAN -> rows;
        };
    }
}
