package io.github.smallnn.metrics;

import io.github.smallnn.tensor.Tensor;
import java.util.Arrays;

/**
 * Receiver operating characteristic of scores for two classes: scikit-learn's {@code roc_curve} (version 1.2). Row i
 * holds the rates that result if rows with a score of at least {@code thresholds[i]} are taken for class 1. The first
 * row is (0, 0) with a threshold above all scores by 1; rows on a straight line between their neighbours are left out.
 *
 * @param fpr false positive rates, rising; not to be modified
 * @param tpr true positive rates, rising; not to be modified
 * @param thresholds scores, falling; not to be modified
 */
public record RocCurve(double[] fpr, double[] tpr, double[] thresholds) {

    /**
     * Computes the curve.
     *
     * @param scores rows x 1 scores of class 1, or rows x 2 scores of both classes. Not modified.
     * @param target rows x 1 classes 0 and 1. Not modified.
     * @param weights rows x 1, finite, not negative and not all 0; or null for weights of 1. Not modified.
     * @return the curve
     * @throws IllegalArgumentException if the sizes do not fit, a score is NaN, a class is not 0 or 1, or all rows are
     *     of one class
     */
    public static RocCurve of(Tensor scores, Tensor target, Tensor weights) {
        return of(ScoreRanking.of(scores, target, weights));
    }

    static RocCurve of(ScoreRanking ranking) {
        ranking.requireBothClasses("a ROC curve");
        int n = ranking.size();
        double[] fpr = new double[n + 1];
        double[] tpr = new double[n + 1];
        double[] thresholds = new double[n + 1];
        thresholds[0] = ranking.thresholds()[0] + 1;
        int kept = 1;
        for (int i = 0; i < n; i++) {
            if (i == 0 || i == n - 1 || isCorner(ranking.falsePositives(), i) || isCorner(ranking.truePositives(), i)) {
                fpr[kept] = ranking.falsePositives()[i] / ranking.negatives();
                tpr[kept] = ranking.truePositives()[i] / ranking.positives();
                thresholds[kept++] = ranking.thresholds()[i];
            }
        }
        return new RocCurve(Arrays.copyOf(fpr, kept), Arrays.copyOf(tpr, kept), Arrays.copyOf(thresholds, kept));
    }

    private static boolean isCorner(double[] v, int i) {
        return v[i + 1] - v[i] - (v[i] - v[i - 1]) != 0;
    }

    /**
     * The area under the curve: the share of pairs of rows of both classes that the scores put in the right order, ties
     * counting one half.
     *
     * @return the area, 0 to 1
     */
    public double area() {
        double area = 0;
        for (int i = 1; i < fpr.length; i++) {
            area += (fpr[i] - fpr[i - 1]) * (tpr[i] + tpr[i - 1]) / 2;
        }
        return area;
    }
}
