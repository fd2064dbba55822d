package io.github.smallnn.train;

import io.github.smallnn.graph.Reduction;

/** The loss over many batches, as if they had been one, and their mean penalty by rows. Confined. */
final class LossTotal {
    private final Reduction reduction;
    private double numerator;
    private double denominator;
    private double penalties;
    private long rows;

    LossTotal(Reduction reduction) {
        this.reduction = reduction;
    }

    void add(double moreNumerator, double moreDenominator, double penalty, int moreRows) {
        numerator += moreNumerator;
        denominator += moreDenominator;
        penalties += penalty * moreRows;
        rows += moreRows;
    }

    double loss() {
        return penalties / rows
                + switch (reduction) {
                    case MEAN -> numerator / denominator;
                    case SUM -> numerator;
                    case BATCH_MEAN -> numerator / rows;
                };
    }
}
