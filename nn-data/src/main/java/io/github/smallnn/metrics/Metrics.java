package io.github.smallnn.metrics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The metrics of the library, as values and by name. The figures are scikit-learn's. All are pure; any thread.
 *
 * <p>Sums carry the sample weight s of a row, which is 1 unless given. Rows are samples; a figure over several
 * target columns is the plain mean of the columns' figures.
 */
public final class Metrics {
    private static final Map<String, WeightedMetric> BY_NAME = table();

    private Metrics() {}

    private static Map<String, WeightedMetric> table() {
        Map<String, WeightedMetric> table = new LinkedHashMap<>();
        table.put("accuracy", accuracy());
        table.put("label_accuracy", labelAccuracy());
        table.put("mse", mse());
        table.put("rmse", rmse());
        table.put("mae", mae());
        table.put("r2", r2());
        return Collections.unmodifiableMap(table);
    }

    /**
     * Share of rows whose highest score is that of the true class: {@code sum(s * hit) / sum(s)}.
     *
     * <p>Predictions are rows x k scores, logits or probabilities alike, since only their order counts; of equal
     * scores the first is taken. Targets are rows x 1 class indices or, for k above 1, rows x k one-hot rows (the
     * largest entry is the class). With k = 1 the prediction is the <em>logit</em> of class 1: above 0 means class
     * 1, otherwise class 0, so subtract 0.5 from probabilities first. A row with a NaN score is a miss.
     *
     * <p>Errors: a class index that is not a whole number of 0 to k - 1 (0 or 1 for one logit), naming the row.
     *
     * @return the metric
     */
    public static WeightedMetric accuracy() {
        return Accuracy.OF_SCORES;
    }

    /**
     * Share of rows whose predicted label is the true one: {@code sum(s * hit) / sum(s)}. Predictions and targets
     * are both rows x 1 labels, compared as numbers.
     *
     * @return the metric
     */
    public static WeightedMetric labelAccuracy() {
        return Accuracy.OF_LABELS;
    }

    /**
     * Mean squared error: {@code sum(s * (y - p)^2) / sum(s)}.
     *
     * @return the metric
     */
    public static WeightedMetric mse() {
        return RegressionFigure.MSE;
    }

    /**
     * Root mean squared error: the square root of {@link #mse()}, taken for each target column before the mean over
     * columns.
     *
     * @return the metric
     */
    public static WeightedMetric rmse() {
        return RegressionFigure.RMSE;
    }

    /**
     * Mean absolute error: {@code sum(s * |y - p|) / sum(s)}.
     *
     * @return the metric
     */
    public static WeightedMetric mae() {
        return RegressionFigure.MAE;
    }

    /**
     * Coefficient of determination: {@code 1 - sum(s * (y - p)^2) / sum(s * (y - mean)^2)} with the weighted mean
     * of y. A constant target gives 1 if it is met exactly and 0 otherwise; a single row gives NaN, as nothing
     * varies.
     *
     * @return the metric
     */
    public static WeightedMetric r2() {
        return RegressionFigure.R2;
    }

    /**
     * A metric by its name.
     *
     * @param name one of {@link #names()}
     * @return the metric
     * @throws IllegalArgumentException if there is none of that name, listing the names
     */
    public static WeightedMetric byName(String name) {
        WeightedMetric metric = BY_NAME.get(name);
        if (metric == null) {
            throw new IllegalArgumentException("no metric is named '" + name + "'; there are " + names());
        }
        return metric;
    }

    /**
     * The names of all metrics.
     *
     * @return an unmodifiable set, in the order of this class
     */
    public static Set<String> names() {
        return BY_NAME.keySet();
    }
}
