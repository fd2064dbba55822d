package io.github.smallnn.metrics;

import java.util.Objects;

/**
 * A metric of the library in the table that documents, command line and tests read.
 *
 * @param name the name by which {@link Metrics#byName} finds it
 * @param metric the metric
 * @param takes what predictions it takes
 * @param scikitLearn scikit-learn's name for it
 * @param differs how it differs from scikit-learn; empty if it does not
 */
public record MetricEntry(String name, WeightedMetric metric, String takes, String scikitLearn, String differs) {
    /**
     * Checks that nothing is missing.
     *
     * @param name the name by which it is found
     * @param metric the metric
     * @param takes what predictions it takes
     * @param scikitLearn scikit-learn's name for it
     * @param differs how it differs from scikit-learn
     * @throws NullPointerException if something is missing
     */
    public MetricEntry {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(metric, "metric");
        Objects.requireNonNull(takes, "takes");
        Objects.requireNonNull(scikitLearn, "scikitLearn");
        Objects.requireNonNull(differs, "differs");
    }
}
