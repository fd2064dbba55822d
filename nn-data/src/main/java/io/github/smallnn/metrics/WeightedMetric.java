package io.github.smallnn.metrics;

import io.github.smallnn.graph.Metric;
import io.github.smallnn.tensor.Tensor;

/** A {@link Metric} that can count rows by sample weights. Pure; any thread. */
@FunctionalInterface
public interface WeightedMetric extends Metric {

    /**
     * Computes the figure with sample weights.
     *
     * @param prediction predictions, one row per sample. Not modified.
     * @param target targets, one row per sample. Not modified.
     * @param weights rows x 1, finite, not negative and not all 0; or null for weights of 1. Not modified.
     * @return the figure
     * @throws IllegalArgumentException if the sizes do not fit, there is no row, or the weights are out of range
     */
    double of(Tensor prediction, Tensor target, Tensor weights);

    @Override
    default double of(Tensor prediction, Tensor target) {
        return of(prediction, target, null);
    }
}
