package io.github.smallnn.metrics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The metrics of the library, as values and by name. The figures are scikit-learn's. All are pure; any thread.
 *
 * <p>Sums carry the sample weight s of a row, which is 1 unless given. Rows are samples; a figure over several
 * target columns is the plain mean of the columns' figures.
 *
 * <p>Figures of a classification take scores, as a network predicts them. For predicted labels, for the figures of each
 * class, and for several figures of the same predictions use {@link ConfusionMatrix}; for curves {@link RocCurve} and
 * {@link PrecisionRecallCurve}.
 */
public final class Metrics {
    private static final List<MetricEntry> ENTRIES = MetricTable.entries();
    private static final Map<String, WeightedMetric> BY_NAME = byName();

    private Metrics() {}

    private static Map<String, WeightedMetric> byName() {
        Map<String, WeightedMetric> table = new LinkedHashMap<>();
        for (MetricEntry entry : ENTRIES) {
            if (table.put(entry.name(), entry.metric()) != null) {
                throw new IllegalStateException("two metrics are named " + entry.name());
            }
        }
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
     * R2 of several target columns, weighted by how much each varies: scikit-learn's {@code
     * multioutput="variance_weighted"}. Of one column it is {@link #r2()}.
     *
     * @return the metric
     */
    public static WeightedMetric r2VarianceWeighted() {
        return RegressionFigure.R2_VARIANCE_WEIGHTED;
    }

    /**
     * Explained variance: {@code 1 - Var(y - p) / Var(y)}, which a constant error does not lower. A constant target
     * gives 1 if the error is constant and 0 otherwise; a single row gives NaN.
     *
     * @return the metric
     */
    public static WeightedMetric explainedVariance() {
        return RegressionFigure.EXPLAINED_VARIANCE;
    }

    /**
     * Mean absolute percentage error, as a share: {@code sum(s * |y - p| / max(|y|, 2.2e-16)) / sum(s)}.
     *
     * @return the metric
     */
    public static WeightedMetric mape() {
        return RegressionFigure.MAPE;
    }

    /**
     * Mean squared logarithmic error: {@code sum(s * (log(1 + y) - log(1 + p))^2) / sum(s)}.
     *
     * <p>Errors: a negative target or prediction, naming its row.
     *
     * @return the metric
     */
    public static WeightedMetric msle() {
        return RegressionFigure.MSLE;
    }

    /**
     * Median of the absolute errors. With weights it is the smallest error at which the weights from below reach half
     * of all.
     *
     * @return the metric
     */
    public static WeightedMetric medianAbsoluteError() {
        return RegressionFigure.MEDIAN_ABSOLUTE_ERROR;
    }

    /**
     * The largest absolute error among rows whose weight is not 0.
     *
     * @return the metric
     */
    public static WeightedMetric maxError() {
        return RegressionFigure.MAX_ERROR;
    }

    /**
     * Share of rows whose true class is among those with the k highest scores, of equal scores the later class first.
     * Takes rows x classes scores and class indices or one-hot rows. A row with a NaN score is a miss.
     *
     * @param k how many classes count, at least 1
     * @return the metric
     * @throws IllegalArgumentException if k is below 1
     */
    public static WeightedMetric topAccuracy(int k) {
        return new TopAccuracy(k);
    }

    /**
     * Mean of the classes' recall; see {@link ConfusionMatrix#balancedAccuracy()}. Takes what {@link #accuracy()}
     * takes.
     *
     * @return the metric
     */
    public static WeightedMetric balancedAccuracy() {
        return (p, y, s) -> ConfusionMatrix.ofScores(p, y, s).balancedAccuracy();
    }

    /**
     * Cohen's kappa; see {@link ConfusionMatrix#cohenKappa()}. Takes what {@link #accuracy()} takes.
     *
     * @return the metric
     */
    public static WeightedMetric cohenKappa() {
        return (p, y, s) -> ConfusionMatrix.ofScores(p, y, s).cohenKappa();
    }

    /**
     * Matthews' correlation; see {@link ConfusionMatrix#matthewsCorrelation()}. Takes what {@link #accuracy()} takes.
     *
     * @return the metric
     */
    public static WeightedMetric matthewsCorrelation() {
        return (p, y, s) -> ConfusionMatrix.ofScores(p, y, s).matthewsCorrelation();
    }

    /**
     * Share of predictions that are right. Takes what {@link #accuracy()} takes.
     *
     * @param average how the classes' figures are put together
     * @return the metric
     */
    public static WeightedMetric precision(Average average) {
        return (p, y, s) -> ConfusionMatrix.ofScores(p, y, s).precision(average);
    }

    /**
     * Share of true rows that were found. Takes what {@link #accuracy()} takes.
     *
     * @param average how the classes' figures are put together
     * @return the metric
     */
    public static WeightedMetric recall(Average average) {
        return (p, y, s) -> ConfusionMatrix.ofScores(p, y, s).recall(average);
    }

    /**
     * Harmonic mean of precision and recall. Takes what {@link #accuracy()} takes.
     *
     * @param average how the classes' figures are put together
     * @return the metric
     */
    public static WeightedMetric f1(Average average) {
        return (p, y, s) -> ConfusionMatrix.ofScores(p, y, s).f1(average);
    }

    /**
     * Area under the ROC curve of two classes: the share of pairs of rows of both classes that the scores put in the
     * right order, ties counting one half. Takes rows x 1 scores of class 1 (or rows x 2 scores of both, of which the
     * second counts) and rows x 1 classes 0 and 1. For more classes there are {@code roc_auc_ovr_macro}, {@code
     * roc_auc_ovr_weighted} and {@code roc_auc_ovo_macro} in the table.
     *
     * <p>Errors: all rows of one class, a NaN score.
     *
     * @return the metric
     */
    public static WeightedMetric rocAuc() {
        return (p, y, s) -> RocCurve.of(p, y, s).area();
    }

    /**
     * Average precision of two classes; see {@link PrecisionRecallCurve#averagePrecision()}. Takes what {@link
     * #rocAuc()} takes.
     *
     * @return the metric
     */
    public static WeightedMetric averagePrecision() {
        return (p, y, s) -> PrecisionRecallCurve.of(p, y, s).averagePrecision();
    }

    /**
     * Mean negative logarithm of the probability of the true class: {@code -sum(s * log(p)) / sum(s)}, probabilities
     * being kept 1e-15 away from 0 and 1 and scaled to a sum of 1 in each row. Takes rows x classes probabilities or
     * rows x 1 probabilities of class 1.
     *
     * <p>Errors: a prediction that is no probability, naming its row.
     *
     * @return the metric
     */
    public static WeightedMetric logLoss() {
        return Probabilities.LOG_LOSS;
    }

    /**
     * Brier score of two classes: {@code sum(s * (y - p)^2) / sum(s)} with the probability p of class 1.
     *
     * <p>Errors: a prediction that is no probability, naming its row; more than two classes.
     *
     * @return the metric
     */
    public static WeightedMetric brier() {
        return Probabilities.BRIER;
    }

    /**
     * All metrics with their names and what scikit-learn calls them.
     *
     * @return an unmodifiable list
     */
    public static List<MetricEntry> entries() {
        return ENTRIES;
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
     * @return an unmodifiable set, in the order of {@link #entries()}
     */
    public static Set<String> names() {
        return BY_NAME.keySet();
    }
}
