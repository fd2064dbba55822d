/**
 * Figures that compare predictions with targets: {@link io.github.smallnn.metrics.Metrics} has them all, as values
 * and by name.
 *
 * <p>Figures follow scikit-learn, which golden tests hold. A newcomer may add one as a {@link
 * io.github.smallnn.metrics.WeightedMetric} and enter it in the table of {@code Metrics}; the command line and the
 * tests read that table.
 */
package io.github.smallnn.metrics;
