package io.github.smallnn.linear;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.tensor.Tensor;

/**
 * How much the gradients of single rows differ at the optimum.
 *
 * @param trace trace of the covariance of a row's gradient
 * @param rows number of rows
 */
record BatchNoise(double trace, int rows) {
    // The stationary covariance S of descent along noisy gradients of covariance C obeys H S + S H = rate C for small
    // rates, so the excess loss is tr(H S) / 2 = rate tr(C) / 4. Source: S. Mandt, M. Hoffman and D. Blei, "Stochastic
    // gradient descent as approximate Bayesian inference", JMLR 18 (2017).

    static BatchNoise of(LinearFit optimum, Dataset data) {
        Tensor prediction = optimum.predict(data.inputs());
        int outputs = prediction.cols();
        double trace = 0;
        for (int r = 0; r < data.rows(); r++) {
            double length = optimum.centre().fitted() ? 1 : 0;
            for (int c = 0; c < data.inputs().cols(); c++) {
                length += data.inputs().get(r, c) * data.inputs().get(r, c);
            }
            double share = data.weights() == null
                    ? 1
                    : data.weights().get(r, 0) * data.rows() / optimum.centre().weight();
            for (int t = 0; t < outputs; t++) {
                double slope = 2
                        * share
                        / outputs
                        * (prediction.get(r, t) - data.targets().get(r, t));
                trace += slope * slope * length;
            }
        }
        return new BatchNoise(trace / data.rows(), data.rows());
    }

    /** Excess loss for batches drawn without replacement. */
    double excess(double rate, int batchSize) {
        if (!(rate > 0) || batchSize < 1) {
            throw new IllegalArgumentException(
                    "the rate must be positive and the batch size at least 1, but are " + rate + " and " + batchSize);
        }
        if (batchSize >= rows) {
            return 0;
        }
        double finite = (double) (rows - batchSize) / (rows - 1);
        return rate * trace / (4.0 * batchSize) * finite;
    }
}
