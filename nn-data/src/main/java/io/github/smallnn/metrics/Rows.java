package io.github.smallnn.metrics;

import io.github.smallnn.tensor.Tensor;

/** Checks and weights of the rows that a metric compares. */
final class Rows {
    private Rows() {}

    static void requireSameRows(Tensor prediction, Tensor target) {
        if (prediction.rows() == 0) {
            throw new IllegalArgumentException("a metric needs at least one row");
        }
        if (prediction.rows() != target.rows()) {
            throw mismatch(prediction, target, "give one target row per prediction row");
        }
    }

    static IllegalArgumentException mismatch(Tensor prediction, Tensor target, String advice) {
        return new IllegalArgumentException(
                "predictions are " + prediction.describe() + ", but targets are " + target.describe() + "; " + advice);
    }

    /** The sum of the weights, each of which is checked. */
    static double totalWeight(int rows, Tensor weights) {
        if (weights == null) {
            return rows;
        }
        if (weights.rows() != rows || weights.cols() != 1) {
            throw new IllegalArgumentException(
                    "sample weights must be " + rows + " x 1, but are " + weights.describe());
        }
        double total = 0;
        for (int r = 0; r < rows; r++) {
            double w = weights.get(r, 0);
            if (!(w >= 0 && w < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "sample weight of row " + r + " is " + w + "; weights must be finite and not negative");
            }
            total += w;
        }
        if (total == 0) {
            throw new IllegalArgumentException("all sample weights are 0; at least one must be positive");
        }
        return total;
    }

    static double weight(Tensor weights, int row) {
        return weights == null ? 1 : weights.get(row, 0);
    }
}
