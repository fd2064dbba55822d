// Generated from DoubleRows.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.kernel;

/** Loops that treat a row of floats as one thing: sums, softmax and relatives. Stateless, any thread. */
// The casts to float do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class FloatRows {
    private FloatRows() {}

    /** Sum in ascending order. */
    static float sum(float[] x, int xo, int n) {
        float s = 0;
        for (int i = 0; i < n; i++) {
            s += x[xo + i];
        }
        return s;
    }

    private static float max(float[] x, int xo, int n) {
        float m = x[xo];
        for (int i = 1; i < n; i++) {
            m = Math.max(m, x[xo + i]);
        }
        return m;
    }

    static void softmax(float[] x, int xo, float[] y, int yo, int n) {
        float m = max(x, xo, n);
        for (int i = 0; i < n; i++) {
            y[yo + i] = x[xo + i] - m;
        }
        FloatMath.exp(y, yo, y, yo, n);
        float s = sum(y, yo, n);
        for (int i = 0; i < n; i++) {
            y[yo + i] /= s;
        }
    }

    static void softmaxBackward(float[] y, int yo, float[] g, int go, double beta, float[] d, int o, int n) {
        float dot = 0;
        for (int i = 0; i < n; i++) {
            dot += y[yo + i] * g[go + i];
        }
        for (int i = 0; i < n; i++) {
            float v = y[yo + i] * (g[go + i] - dot);
            d[o + i] = beta == 0 ? v : (float) beta * d[o + i] + v;
        }
    }

    static void logSoftmax(float[] x, int xo, float[] y, int yo, int n) {
        float m = max(x, xo, n);
        float s = 0;
        for (int i = 0; i < n; i++) {
            s += FloatMath.exp(x[xo + i] - m);
        }
        float shift = FloatMath.log(s);
        for (int i = 0; i < n; i++) {
            y[yo + i] = x[xo + i] - m - shift;
        }
    }

    static void logSoftmaxBackward(float[] y, int yo, float[] g, int go, double beta, float[] d, int o, int n) {
        float s = sum(g, go, n);
        for (int i = 0; i < n; i++) {
            float v = g[go + i] - FloatMath.exp(y[yo + i]) * s;
            d[o + i] = beta == 0 ? v : (float) beta * d[o + i] + v;
        }
    }

    /** d[i] = beta d[i] + factor exp(x[i]). */
    static void addExp(double factor, float[] x, int xo, double beta, float[] d, int o, int n) {
        for (int i = 0; i < n; i++) {
            float v = (float) factor * FloatMath.exp(x[xo + i]);
            d[o + i] = beta == 0 ? v : (float) beta * d[o + i] + v;
        }
    }
}
