package io.github.smallnn.train;

import io.github.smallnn.graph.Reduction;

/** The loss over many batches, as if they had been one. Confined. */
final class LossTotal {
    private final Reduction reduction;
    private double numerator;
    private double denominator;
    private long rows;

    LossTotal(Reduction reduction) {
        this.reduction = reduction;
    }

    void add(double moreNumerator, double moreDenominator, int moreRows) {
        numerator += moreNumerator;
        denominator += moreDenominator;
        rows += moreRows;
    }

    double loss() {
        return switch (reduction) {
            case MEAN -> numerator / denominator;
            case SUM -> numerator;
            case BATCH_MEAN -> numerator / rows;
        };
    }
}
