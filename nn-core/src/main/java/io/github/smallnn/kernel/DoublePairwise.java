package io.github.smallnn.kernel;

/** The loops of {@link Pairwise} over runs of doubles. Stateless, any thread. */
// The casts to double do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class DoublePairwise {
    private DoublePairwise() {}

    /** v[i] = f(x[i], t[i]). */
    static void apply(Pairwise f, double p, double[] x, int xo, double[] t, int to, double[] v, int vo, int n) {
        switch (f) {
            case SQUARED_ERROR -> {
                for (int i = 0; i < n; i++) {
                    double d = x[xo + i] - t[to + i];
                    v[vo + i] = d * d;
                }
            }
            case ABSOLUTE_ERROR -> {
                for (int i = 0; i < n; i++) {
                    v[vo + i] = Math.abs(x[xo + i] - t[to + i]);
                }
            }
            case HUBER -> {
                double delta = (double) p;
                for (int i = 0; i < n; i++) {
                    double d = Math.abs(x[xo + i] - t[to + i]);
                    v[vo + i] = d <= delta ? d * d / 2 : delta * (d - delta / 2);
                }
            }
            case LOGIT_CROSS_ENTROPY -> {
                for (int i = 0; i < n; i++) {
                    double a = x[xo + i];
                    v[vo + i] = Math.max(a, 0) - a * t[to + i] + DoubleMath.log1p(DoubleMath.exp(-Math.abs(a)));
                }
            }
            default -> {
                for (int i = 0; i < n; i++) {
                    v[vo + i] = DoubleErrors.value(f, p, x[xo + i], t[to + i]);
                }
            }
        }
    }

    /** d[i] = beta d[i] + g[i] df(x[i], t[i]). */
    static void derive(
            Pairwise f,
            boolean byTarget,
            double p,
            double[] x,
            int xo,
            double[] t,
            int to,
            double[] g,
            int go,
            double beta,
            double[] d,
            int o,
            int n) {
        if (beta == 0 && f == Pairwise.SQUARED_ERROR && !byTarget) {
            for (int i = 0; i < n; i++) {
                d[o + i] = g[go + i] * (2 * (x[xo + i] - t[to + i]));
            }
            return;
        }
        for (int i = 0; i < n; i++) {
            double v = g[go + i] * derivative(f, byTarget, p, x[xo + i], t[to + i]);
            d[o + i] = beta == 0 ? v : (double) beta * d[o + i] + v;
        }
    }

    private static double derivative(Pairwise f, boolean byTarget, double p, double x, double t) {
        if (byTarget) {
            return DoubleErrors.slopeByTarget(f, p, x, t);
        }
        return switch (f) {
            case SQUARED_ERROR -> 2 * (x - t);
            case ABSOLUTE_ERROR -> DoubleErrors.sign(x - t);
            case HUBER -> DoubleErrors.clipped(x - t, p);
            case LOGIT_CROSS_ENTROPY -> DoubleMath.sigmoid(x) - t;
            default -> DoubleErrors.slope(f, p, x, t);
        };
    }
}
