package io.github.smallnn.linear;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Tensor;
import org.ejml.data.DMatrixRMaj;

/**
 * A weighted problem brought to plain least squares: columns minus their weighted means (where an intercept is
 * fitted), rows times the root of their weight.
 *
 * @param x rows x features
 * @param y rows x targets
 * @param xMeans what was taken off the columns of X
 * @param yMeans what was taken off the columns of y
 */
record CentredProblem(DMatrixRMaj x, DMatrixRMaj y, double[] xMeans, double[] yMeans) {

    static CentredProblem of(Dataset data, boolean centre) {
        data.requireFinite();
        double[] weights = weights(data);
        double[] xMeans = centre
                ? means(data.inputs(), weights)
                : new double[data.inputs().cols()];
        double[] yMeans = centre
                ? means(data.targets(), weights)
                : new double[data.targets().cols()];
        return new CentredProblem(
                prepared(data.inputs(), xMeans, weights), prepared(data.targets(), yMeans, weights), xMeans, yMeans);
    }

    /** What the solution of this problem says about the original one. */
    LinearFit fit(LeastSquares.Solution solution) {
        int targets = y.numCols;
        int features = x.numCols;
        double[] coef = new double[targets * features];
        double[] intercept = new double[targets];
        for (int t = 0; t < targets; t++) {
            double shift = 0;
            for (int c = 0; c < features; c++) {
                double b = solution.coef().get(c, t);
                coef[t * features + c] = b;
                shift += xMeans[c] * b;
            }
            intercept[t] = yMeans[t] - shift;
        }
        DoubleTensor rows = DoubleTensor.wrap(DMatrixRMaj.wrap(targets, features, coef));
        return new LinearFit(rows, intercept, solution.rank(), solution.singularValues(), solution.solver());
    }

    /** The weights, or null where all are 1. */
    private static double[] weights(Dataset data) {
        if (data.weights() == null) {
            return null;
        }
        double[] weights = data.weights().toArray();
        double total = 0;
        for (double w : weights) {
            total += w;
        }
        if (total == 0) {
            throw new IllegalArgumentException("all sample weights are 0; at least one must be positive");
        }
        return weights;
    }

    private static double[] means(Tensor t, double[] weights) {
        double[] means = new double[t.cols()];
        double total = 0;
        for (int r = 0; r < t.rows(); r++) {
            double w = weights == null ? 1 : weights[r];
            total += w;
            for (int c = 0; c < means.length; c++) {
                means[c] += w * t.get(r, c);
            }
        }
        for (int c = 0; c < means.length; c++) {
            means[c] /= total;
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
