package io.github.smallnn.examples;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.linear.LinearFit;
import io.github.smallnn.linear.LinearRegression;
import io.github.smallnn.metrics.Metrics;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;

/**
 * A linear model of two inputs, however it was found.
 *
 * @param coef the two coefficients
 * @param intercept the constant, 0 without one
 * @param rmse root mean squared error on the data
 */
record LinearResult(double[] coef, double intercept, double rmse) {

    static LinearResult of(double beta1, double beta2, double intercept, Dataset data) {
        Tensor predictions = Tensor.zeros(Precision.DOUBLE, data.rows(), 1);
        for (int r = 0; r < data.rows(); r++) {
            double x1 = data.inputs().get(r, 0);
            double x2 = data.inputs().get(r, 1);
            predictions.set(r, 0, x1 * beta1 + x2 * beta2 + intercept);
        }
        double rmse = Metrics.rmse().of(predictions, data.targets());
        return new LinearResult(new double[] {beta1, beta2}, intercept, rmse);
    }

    static LinearResult of(SixWeights w, Dataset data) {
        return of(w.beta1(), w.beta2(), 0, data);
    }

    static LinearResult closedForm(Dataset data, boolean intercept) {
        LinearFit fit = new LinearRegression(intercept).fit(data);
        double[] coef = fit.coef().toArray();
        return of(coef[0], coef[1], fit.intercept().get(0, 0), data);
    }

    /** Largest distance of a coefficient or the intercept. */
    double distance(LinearResult other) {
        double coefs = Math.max(Math.abs(coef[0] - other.coef[0]), Math.abs(coef[1] - other.coef[1]));
        return Math.max(coefs, Math.abs(intercept - other.intercept));
    }
}
