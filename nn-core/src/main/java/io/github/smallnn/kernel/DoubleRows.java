package io.github.smallnn.kernel;

/** Loops that treat a row of doubles as one thing: sums, softmax and relatives. Stateless, any thread. */
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

    private static double max(double[] x, int xo, int n) {
        double m = x[xo];
        for (int i = 1; i < n; i++) {
            m = Math.max(m, x[xo + i]);
        }
        return m;
    }

    static void softmax(double[] x, int xo, double[] y, int yo, int n) {
        double m = max(x, xo, n);
        for (int i = 0; i < n; i++) {
            y[yo + i] = x[xo + i] - m;
        }
        DoubleMath.exp(y, yo, y, yo, n);
        double s = sum(y, yo, n);
        for (int i = 0; i < n; i++) {
            y[yo + i] /= s;
        }
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

    static void logSoftmax(double[] x, int xo, double[] y, int yo, int n) {
        double m = max(x, xo, n);
        double s = 0;
        for (int i = 0; i < n; i++) {
            s += DoubleMath.exp(x[xo + i] - m);
        }
        double shift = DoubleMath.log(s);
        for (int i = 0; i < n; i++) {
            y[yo + i] = x[xo + i] - m - shift;
        }
    }

    static void logSoftmaxBackward(double[] y, int yo, double[] g, int go, double beta, double[] d, int o, int n) {
        double s = sum(g, go, n);
        for (int i = 0; i < n; i++) {
            double v = g[go + i] - DoubleMath.exp(y[yo + i]) * s;
            d[o + i] = beta == 0 ? v : (double) beta * d[o + i] + v;
        }
    }

    /** d[i] = beta d[i] + factor exp(x[i]). */
    static void addExp(double factor, double[] x, int xo, double beta, double[] d, int o, int n) {
        for (int i = 0; i < n; i++) {
            double v = (double) factor * DoubleMath.exp(x[xo + i]);
            d[o + i] = beta == 0 ? v : (double) beta * d[o + i] + v;
        }
    }
}
