package io.github.smallnn.metrics;

import io.github.smallnn.tensor.Tensor;

/**
 * Precision and recall of scores for two classes: scikit-learn's {@code precision_recall_curve} (version 1.2). Entry i
 * of precision and recall is what results if rows with a score of at least {@code thresholds[i]} are taken for class 1;
 * one more entry at the end, 1 and 0, has no threshold.
 *
 * @param precision shares of the rows taken for class 1 that are of it; not to be modified
 * @param recall shares of the rows of class 1 that are found, falling; not to be modified
 * @param thresholds the different scores, rising, one fewer than the others; not to be modified
 */
public record PrecisionRecallCurve(double[] precision, double[] recall, double[] thresholds) {

    /**
     * Computes the curve.
     *
     * @param scores rows x 1 scores of class 1, or rows x 2 scores of both classes. Not modified.
     * @param target rows x 1 classes 0 and 1. Not modified.
     * @param weights rows x 1, finite, not negative and not all 0; or null for weights of 1. Not modified.
     * @return the curve
     * @throws IllegalArgumentException if the sizes do not fit, a score is NaN, a class is not 0 or 1, or no row is of
     *     class 1
     */
    public static PrecisionRecallCurve of(Tensor scores, Tensor target, Tensor weights) {
        ScoreRanking ranking = ScoreRanking.of(scores, target, weights);
        if (ranking.positives() == 0) {
            throw new IllegalArgumentException("a precision-recall curve needs rows of class 1, but there are none");
        }
        int n = ranking.size();
        double[] precision = new double[n + 1];
        double[] recall = new double[n + 1];
        double[] thresholds = new double[n];
        for (int i = 0; i < n; i++) {
            int from = n - 1 - i;
            double hits = ranking.truePositives()[from];
            precision[i] = hits / (hits + ranking.falsePositives()[from]);
            recall[i] = hits / ranking.positives();
            thresholds[i] = ranking.thresholds()[from];
        }
        precision[n] = 1;
        return new PrecisionRecallCurve(precision, recall, thresholds);
    }

    /**
     * Average precision: the precisions, each times the gain in recall that it comes with.
     *
     * @return the sum, 0 to 1
     */
    public double averagePrecision() {
        double sum = 0;
        for (int i = 0; i < thresholds.length; i++) {
            sum += (recall[i] - recall[i + 1]) * precision[i];
        }
        return sum;
    }
}
