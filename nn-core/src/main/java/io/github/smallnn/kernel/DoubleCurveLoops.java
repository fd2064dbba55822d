package io.github.smallnn.kernel;

/**
 * {@link DoubleCurves} over runs, a block at a time: first the elementary functions that a curve stands on, over the whole
 * block, then its formula element by element. Confined: an instance owns its blocks.
 */
// The casts to double do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class DoubleCurveLoops {

    private static final int BLOCK = 512;

    private final DoubleLoopChoice loops;
    private final double[] first = new double[BLOCK];
    private final double[] second = new double[BLOCK];

    DoubleCurveLoops(DoubleLoopChoice loops) {
        this.loops = loops;
    }

    /** y[i] = f(x[i]); the runs may be the same. */
    void apply(Unary f, double p, double q, double[] x, int xo, double[] y, int yo, int n) {
        for (int from = 0; from < n; from += BLOCK) {
            int size = Math.min(BLOCK, n - from);
            int at = xo + from;
            int to = yo + from;
            prepare(f, p, x, at, size);
            for (int i = 0; i < size; i++) {
                y[to + i] = DoubleCurves.value(f, p, q, x[at + i], first[i]);
            }
        }
    }

    /** dx[i] = beta dx[i] + dy[i] f'(x[i]); dx may be dy. */
    void derive(
            Unary f,
            double p,
            double q,
            double[] x,
            int xo,
            double[] y,
            int yo,
            double[] dy,
            int go,
            double beta,
            double[] dx,
            int o,
            int n) {
        double b = (double) beta;
        for (int from = 0; from < n; from += BLOCK) {
            int size = Math.min(BLOCK, n - from);
            prepareSlope(f, p, x, xo + from, size);
            for (int i = 0; i < size; i++) {
                int at = from + i;
                double v = dy[go + at] * DoubleCurves.slope(f, p, q, x[xo + at], y[yo + at], first[i], second[i]);
                dx[o + at] = beta == 0 ? v : b * dx[o + at] + v;
            }
        }
    }

    private void prepare(Unary f, double p, double[] x, int xo, int n) {
        DoubleLoops fast = loops.of(n);
        switch (f) {
            case ELU, SELU -> fast.expm1(x, xo, first, 0, n);
            case CELU -> {
                quotient(x, xo, (double) p, n);
                fast.expm1(first, 0, first, 0, n);
            }
            case GELU -> {
                multiple(x, xo, DoubleCurves.SQRT_HALF, n);
                fast.erf(first, 0, first, 0, n);
            }
            case GELU_TANH -> bentTanh(fast, x, xo, n);
            case SILU -> fast.sigmoid(x, xo, first, 0, n);
            case MISH -> {
                softplus(fast, x, xo, 1, n);
                fast.tanh(first, 0, first, 0, n);
            }
            case SOFTPLUS -> softplus(fast, x, xo, (double) p, n);
            case LOG_SIGMOID -> softplus(fast, x, xo, -1, n);
            case TANHSHRINK -> fast.tanh(x, xo, first, 0, n);
            default -> {}
        }
    }

    private void prepareSlope(Unary f, double p, double[] x, int xo, int n) {
        DoubleLoops fast = loops.of(n);
        switch (f) {
            case ELU, SELU -> loops.exp(x, xo, first, 0, n);
            case CELU -> {
                quotient(x, xo, (double) p, n);
                loops.exp(first, 0, first, 0, n);
            }
            case GELU -> {
                bell(x, xo, n);
                multiple(x, xo, DoubleCurves.SQRT_HALF, n);
                fast.erf(first, 0, first, 0, n);
            }
            case SILU -> fast.sigmoid(x, xo, first, 0, n);
            case MISH -> {
                prepare(f, p, x, xo, n);
                fast.sigmoid(x, xo, second, 0, n);
            }
            case SOFTPLUS -> sigmoid(fast, x, xo, (double) p, n);
            case LOG_SIGMOID -> sigmoid(fast, x, xo, -1, n);
            case GELU_TANH, TANHSHRINK -> prepare(f, p, x, xo, n);
            default -> {}
        }
    }

    private void multiple(double[] x, int xo, double factor, int n) {
        for (int i = 0; i < n; i++) {
            first[i] = x[xo + i] * factor;
        }
    }

    private void quotient(double[] x, int xo, double divisor, int n) {
        for (int i = 0; i < n; i++) {
            first[i] = x[xo + i] / divisor;
        }
    }

    /** The second block: e^(-x^2 / 2). */
    private void bell(double[] x, int xo, int n) {
        for (int i = 0; i < n; i++) {
            second[i] = -0.5 * x[xo + i] * x[xo + i];
        }
        loops.exp(second, 0, second, 0, n);
    }

    private void bentTanh(DoubleLoops fast, double[] x, int xo, int n) {
        for (int i = 0; i < n; i++) {
            first[i] = DoubleCurves.bent(x[xo + i]);
        }
        fast.tanh(first, 0, first, 0, n);
    }

    private void sigmoid(DoubleLoops fast, double[] x, int xo, double factor, int n) {
        multiple(x, xo, factor, n);
        fast.sigmoid(first, 0, first, 0, n);
    }

    /** The first block: {@link DoubleMath#softplus(double)} of factor x, in its steps. */
    private void softplus(DoubleLoops fast, double[] x, int xo, double factor, int n) {
        for (int i = 0; i < n; i++) {
            first[i] = -Math.abs(x[xo + i] * factor);
        }
        loops.exp(first, 0, first, 0, n);
        fast.log1p(first, 0, first, 0, n);
        for (int i = 0; i < n; i++) {
            double v = x[xo + i] * factor;
            first[i] = (v > 0 ? v : 0) + first[i];
        }
    }
}
