package io.github.smallnn.examples;

/**
 * The second document's network: two inputs, two linear hidden nodes, one linear output, no bias.
 *
 * <p>{@code h1 = w1 x1 + w3 x2}, {@code h2 = w2 x1 + w4 x2}, {@code prediction = w5 h1 + w6 h2}: a linear model
 * with the coefficients {@link #beta1} and {@link #beta2}. All arithmetic is in the document's order, operation by
 * operation.
 */
record SixWeights(double w1, double w2, double w3, double w4, double w5, double w6) {

    static SixWeights of(double[] w) {
        return new SixWeights(w[0], w[1], w[2], w[3], w[4], w[5]);
    }

    double beta1() {
        return w1 * w5 + w2 * w6;
    }

    double beta2() {
        return w3 * w5 + w4 * w6;
    }

    double predict(double x1, double x2) {
        return x1 * beta1() + x2 * beta2();
    }

    /**
     * The document's update for one sample. The output weights move first; the hidden weights then move by the
     * <em>new</em> output weights, which is not the gradient of any loss.
     */
    SixWeights updated(double x1, double x2, double y, double rate) {
        double error = y - x1 * beta1() - x2 * beta2();
        double v5 = w5 + rate * (w1 * x1 + w3 * x2) * error;
        double v6 = w6 + rate * (w2 * x1 + w4 * x2) * error;
        return new SixWeights(
                w1 + rate * v5 * x1 * error,
                w2 + rate * v6 * x1 * error,
                w3 + rate * v5 * x2 * error,
                w4 + rate * v6 * x2 * error,
                v5,
                v6);
    }

    double[] toArray() {
        return new double[] {w1, w2, w3, w4, w5, w6};
    }
}
