// Generated from DoublePairwise.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.kernel;

/** The loops of {@link Pairwise} over runs of floats. Stateless, any thread. */
// The casts to float do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class FloatPairwise {
    private FloatPairwise() {}

    /** v[i] = f(x[i], t[i]). */
    static void apply(Pairwise f, double p, float[] x, int xo, float[] t, int to, float[] v, int vo, int n) {
        switch (f) {
            case SQUARED_ERROR -> {
                for (int i = 0; i < n; i++) {
                    float d = x[xo + i] - t[to + i];
                    v[vo + i] = d * d;
                }
            }
            case ABSOLUTE_ERROR -> {
                for (int i = 0; i < n; i++) {
                    v[vo + i] = Math.abs(x[xo + i] - t[to + i]);
                }
            }
            case HUBER -> {
                float delta = (float) p;
                for (int i = 0; i < n; i++) {
                    float d = Math.abs(x[xo + i] - t[to + i]);
                    v[vo + i] = d <= delta ? d * d / 2 : delta * (d - delta / 2);
                }
            }
            case LOGIT_CROSS_ENTROPY -> {
                for (int i = 0; i < n; i++) {
                    float a = x[xo + i];
                    v[vo + i] = Math.max(a, 0) - a * t[to + i] + FloatMath.log1p(FloatMath.exp(-Math.abs(a)));
                }
            }
            default -> {
                for (int i = 0; i < n; i++) {
                    v[vo + i] = FloatErrors.value(f, p, x[xo + i], t[to + i]);
                }
            }
        }
    }

    /** d[i] = beta d[i] + g[i] df(x[i], t[i]). */
    static void derive(
            Pairwise f,
            boolean byTarget,
            double p,
            float[] x,
            int xo,
            float[] t,
            int to,
            float[] g,
            int go,
            double beta,
            float[] d,
            int o,
            int n) {
        if (beta == 0 && f == Pairwise.SQUARED_ERROR && !byTarget) {
            for (int i = 0; i < n; i++) {
                d[o + i] = g[go + i] * (2 * (x[xo + i] - t[to + i]));
            }
            return;
        }
        for (int i = 0; i < n; i++) {
            float v = g[go + i] * derivative(f, byTarget, p, x[xo + i], t[to + i]);
            d[o + i] = beta == 0 ? v : (float) beta * d[o + i] + v;
        }
    }

    private static float derivative(Pairwise f, boolean byTarget, double p, float x, float t) {
        if (byTarget) {
            return FloatErrors.slopeByTarget(f, p, x, t);
        }
        return switch (f) {
            case SQUARED_ERROR -> 2 * (x - t);
            case ABSOLUTE_ERROR -> FloatErrors.sign(x - t);
            case HUBER -> FloatErrors.clipped(x - t, p);
            case LOGIT_CROSS_ENTROPY -> FloatMath.sigmoid(x) - t;
            default -> FloatErrors.slope(f, p, x, t);
        };
    }
}
