package io.github.smallnn.linear;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.tensor.Tensor;
import org.ejml.data.DMatrixRMaj;

/**
 * A weighted problem brought to plain least squares in memory: columns minus their weighted means (where an intercept
 * is fitted), rows times the root of their weight.
 *
 * @param x rows x features
 * @param y rows x targets
 * @param centre what was taken off
 */
record CentredProblem(DMatrixRMaj x, DMatrixRMaj y, Centre centre) {

    static CentredProblem of(Dataset data, boolean intercept) {
        double[] weights = data.weights() == null ? null : data.weights().toArray();
        double total = total(weights, data.rows());
        Centre centre = intercept
                ? new Centre(
                        means(data.inputs(), weights, total),
                        means(data.targets(), weights, total),
                        true,
                        total,
                        data.rows())
                : Centre.none(data.inputs().cols(), data.targets().cols(), total, data.rows());
        return new CentredProblem(
                prepared(data.inputs(), centre.x(), weights), prepared(data.targets(), centre.y(), weights), centre);
    }

    private static double total(double[] weights, int rows) {
        if (weights == null) {
            return rows;
        }
        double total = 0;
        for (double w : weights) {
            total += w;
        }
        Centre.requireWeight(total);
        return total;
    }

    // The mean of the deviations from the first row is added to it, so that equal numbers have exactly that mean.
    private static double[] means(Tensor t, double[] weights, double total) {
        double[] means = new double[t.cols()];
        CompensatedSum sum = new CompensatedSum();
        for (int c = 0; c < means.length; c++) {
            double first = t.get(0, c);
            sum.clear();
            for (int r = 0; r < t.rows(); r++) {
                sum.addProduct(weights == null ? 1 : weights[r], t.get(r, c) - first);
            }
            means[c] = first + sum.value() / total;
        }
        return means;
    }

    private static DMatrixRMaj prepared(Tensor t, double[] means, double[] weights) {
        DMatrixRMaj m = new DMatrixRMaj(t.rows(), t.cols());
        for (int r = 0; r < t.rows(); r++) {
            double root = weights == null ? 1 : Math.sqrt(weights[r]);
            for (int c = 0; c < t.cols(); c++) {
                m.set(r, c, (t.get(r, c) - means[c]) * root);
            }
        }
        return m;
    }
}
