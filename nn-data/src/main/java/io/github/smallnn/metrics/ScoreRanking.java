package io.github.smallnn.metrics;

import io.github.smallnn.tensor.Tensor;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Rows of two classes from the highest score to the lowest: at each different score the weight of the true and of the
 * false positives that a threshold there would give. Rows of weight 0 are left out.
 *
 * @param thresholds the different scores, falling
 * @param truePositives weight of the rows of class 1 with at least that score
 * @param falsePositives weight of the rows of class 0 with at least that score
 */
record ScoreRanking(double[] thresholds, double[] truePositives, double[] falsePositives) {

    /** Ranks one score column against class indices of one column. */
    static ScoreRanking of(Tensor scores, Tensor target, Tensor weights) {
        Rows.requireSameRows(scores, target);
        if (scores.cols() > 2 || target.cols() != 1) {
            throw Rows.mismatch(
                    scores,
                    target,
                    "give one column of scores of class 1 (or two of both classes) and one column of classes 0 and 1");
        }
        double[] score = new double[scores.rows()];
        boolean[] positive = new boolean[score.length];
        for (int r = 0; r < score.length; r++) {
            score[r] = scores.get(r, scores.cols() - 1);
            double y = target.get(r, 0);
            if (y != 0 && y != 1) {
                throw new IllegalArgumentException(
                        "target of row " + r + " is " + y + ", but this figure needs classes 0 and 1");
            }
            positive[r] = y == 1;
        }
        return of(score, positive, weights);
    }

    static ScoreRanking of(double[] score, boolean[] positive, Tensor weights) {
        Rows.totalWeight(score.length, weights);
        Integer[] order = new Integer[score.length];
        int rows = 0;
        for (int r = 0; r < score.length; r++) {
            if (Double.isNaN(score[r])) {
                throw new IllegalArgumentException(
                        "the score of row " + r + " is NaN, so it has no place in the order");
            }
            if (Rows.weight(weights, r) > 0) {
                order[rows++] = r;
            }
        }
        // Rows of equal score are summed from the last to the first, as scikit-learn does: rounding shows in the
        // curves.
        order = Arrays.copyOf(order, rows);
        Arrays.sort(
                order, Comparator.<Integer>comparingDouble(r -> -score[r]).thenComparing(Comparator.reverseOrder()));
        double[][] ranked = new double[3][rows];
        int n = 0;
        double hits = 0;
        double misses = 0;
        for (int i = 0; i < rows; i++) {
            int r = order[i];
            double w = Rows.weight(weights, r);
            hits += positive[r] ? w : 0;
            misses += positive[r] ? 0 : w;
            if (i == rows - 1 || score[order[i + 1]] != score[r]) {
                ranked[0][n] = score[r];
                ranked[1][n] = hits;
                ranked[2][n++] = misses;
            }
        }
        return new ScoreRanking(Arrays.copyOf(ranked[0], n), Arrays.copyOf(ranked[1], n), Arrays.copyOf(ranked[2], n));
    }

    int size() {
        return thresholds.length;
    }

    double positives() {
        return truePositives[size() - 1];
    }

    double negatives() {
        return falsePositives[size() - 1];
    }

    /** Refuses rows that are all of one class. */
    ScoreRanking requireBothClasses(String figure) {
        if (positives() == 0 || negatives() == 0) {
            throw new IllegalArgumentException(
                    figure + " needs rows of both classes, but all rows are of class " + (positives() == 0 ? 0 : 1));
        }
        return this;
    }
}
