// Generated from DoubleRows.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.kernel;

/** Loops that treat a row of floats as one thing: sums, maxima and the gradient of softmax. Stateless, any thread. */
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

    static float max(float[] x, int xo, int n) {
        float m = x[xo];
        for (int i = 1; i < n; i++) {
            m = Math.max(m, x[xo + i]);
        }
        return m;
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
}
