/**
 * Figures that compare predictions with targets: {@link io.github.smallnn.metrics.Metrics} has them all, as values and
 * by name; {@link io.github.smallnn.metrics.ConfusionMatrix}, {@link io.github.smallnn.metrics.RocCurve} and {@link
 * io.github.smallnn.metrics.PrecisionRecallCurve} hold more than one figure.
 *
 * <p>Figures follow scikit-learn, which golden tests hold. A newcomer may add one as a {@link
 * io.github.smallnn.metrics.WeightedMetric} and enter it in {@code MetricTable}; the command line, the documents and
 * the tests read that table.
 */
package io.github.smallnn.metrics;
