package io.github.smallnn.kernel;

/** Loops that treat a row of doubles as one thing: sums, maxima and the gradient of softmax. Stateless, any thread. */
// The casts to double do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class DoubleRows {
    private DoubleRows() {}

    /** Sum in ascending order. */
    static double sum(double[] x, int xo, int n) {
        double s = 0;
        for (int i = 0; i < n; i++) {
            s += x[xo + i];
        }
        return s;
    }

    static double max(double[] x, int xo, int n) {
        double m = x[xo];
        for (int i = 1; i < n; i++) {
            m = Math.max(m, x[xo + i]);
        }
        return m;
    }

    static void softmaxBackward(double[] y, int yo, double[] g, int go, double beta, double[] d, int o, int n) {
        double dot = 0;
        for (int i = 0; i < n; i++) {
            dot += y[yo + i] * g[go + i];
        }
        for (int i = 0; i < n; i++) {
            double v = y[yo + i] * (g[go + i] - dot);
            d[o + i] = beta == 0 ? v : (double) beta * d[o + i] + v;
        }
    }
}
