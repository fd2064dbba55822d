package io.github.smallnn.linear;

/**
 * What was taken off the columns of a problem, and how much data there is.
 *
 * @param x weighted means of the columns of X, zeros without an intercept
 * @param y weighted means of the columns of y, zeros without an intercept
 * @param fitted whether an intercept is fitted
 * @param weight sum of the sample weights
 * @param rows number of rows
 */
record Centre(double[] x, double[] y, boolean fitted, double weight, long rows) {

    /** The intercept of each target that belongs to coefficients of the centred problem, targets x features. */
    double[] intercept(double[] coef) {
        double[] intercept = new double[y.length];
        if (!fitted) {
            return intercept;
        }
        for (int t = 0; t < y.length; t++) {
            double shift = 0;
            for (int c = 0; c < x.length; c++) {
                shift += x[c] * coef[t * x.length + c];
            }
            intercept[t] = y[t] - shift;
        }
        return intercept;
    }

    static void requireWeight(double weight) {
        if (weight == 0) {
            throw new IllegalArgumentException("all sample weights are 0; at least one must be positive");
        }
    }

    /** The centre of a problem without an intercept. */
    static Centre none(int features, int targets, double weight, long rows) {
        return new Centre(new double[features], new double[targets], false, weight, rows);
    }
}
