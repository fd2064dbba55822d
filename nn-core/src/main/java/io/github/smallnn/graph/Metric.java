package io.github.smallnn.graph;

import io.github.smallnn.tensor.Tensor;

/** A figure computed from predictions and targets, such as accuracy. Must be pure; any thread. */
@FunctionalInterface
public interface Metric {

    /**
     * Computes the figure.
     *
     * @param prediction predictions, one row per sample. Not modified.
     * @param target targets, one row per sample. Not modified.
     * @return the figure
     */
    double of(Tensor prediction, Tensor target);
}
