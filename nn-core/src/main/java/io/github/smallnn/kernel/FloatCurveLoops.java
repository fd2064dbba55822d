// Generated from DoubleCurveLoops.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.kernel;

/**
 * {@link FloatCurves} over runs, a block at a time: first the elementary functions that a curve stands on, over the whole
 * block, then its formula element by element. Confined: an instance owns its blocks.
 */
// The casts to float do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class FloatCurveLoops {

    private static final int BLOCK = 512;

    private final FloatLoopChoice loops;
    private final float[] first = new float[BLOCK];
    private final float[] second = new float[BLOCK];

    FloatCurveLoops(FloatLoopChoice loops) {
        this.loops = loops;
    }

    /** y[i] = f(x[i]); the runs may be the same. */
    void apply(Unary f, double p, double q, float[] x, int xo, float[] y, int yo, int n) {
        for (int from = 0; from < n; from += BLOCK) {
            int size = Math.min(BLOCK, n - from);
            int at = xo + from;
            int to = yo + from;
            prepare(f, p, x, at, size);
            for (int i = 0; i < size; i++) {
                y[to + i] = FloatCurves.value(f, p, q, x[at + i], first[i]);
            }
        }
    }

    /** dx[i] = beta dx[i] + dy[i] f'(x[i]); dx may be dy. */
    void derive(
            Unary f,
            double p,
            double q,
            float[] x,
            int xo,
            float[] y,
            int yo,
            float[] dy,
            int go,
            double beta,
            float[] dx,
            int o,
            int n) {
        float b = (float) beta;
        for (int from = 0; from < n; from += BLOCK) {
            int size = Math.min(BLOCK, n - from);
            prepareSlope(f, p, x, xo + from, size);
            for (int i = 0; i < size; i++) {
                int at = from + i;
                float v = dy[go + at] * FloatCurves.slope(f, p, q, x[xo + at], y[yo + at], first[i], second[i]);
                dx[o + at] = beta == 0 ? v : b * dx[o + at] + v;
            }
        }
    }

    private void prepare(Unary f, double p, float[] x, int xo, int n) {
        FloatLoops fast = loops.of(n);
        switch (f) {
            case ELU, SELU -> fast.expm1(x, xo, first, 0, n);
            case CELU -> {
                quotient(x, xo, (float) p, n);
                fast.expm1(first, 0, first, 0, n);
            }
            case GELU -> {
                multiple(x, xo, FloatCurves.SQRT_HALF, n);
                fast.erf(first, 0, first, 0, n);
            }
            case GELU_TANH -> bentTanh(fast, x, xo, n);
            case SILU -> fast.sigmoid(x, xo, first, 0, n);
            case MISH -> {
                softplus(fast, x, xo, 1, n);
                fast.tanh(first, 0, first, 0, n);
            }
            case SOFTPLUS -> softplus(fast, x, xo, (float) p, n);
            case LOG_SIGMOID -> softplus(fast, x, xo, -1, n);
            case TANHSHRINK -> fast.tanh(x, xo, first, 0, n);
            default -> {}
        }
    }

    private void prepareSlope(Unary f, double p, float[] x, int xo, int n) {
        FloatLoops fast = loops.of(n);
        switch (f) {
            case ELU, SELU -> loops.exp(x, xo, first, 0, n);
            case CELU -> {
                quotient(x, xo, (float) p, n);
                loops.exp(first, 0, first, 0, n);
            }
            case GELU -> {
                bell(x, xo, n);
                multiple(x, xo, FloatCurves.SQRT_HALF, n);
                fast.erf(first, 0, first, 0, n);
            }
            case SILU -> fast.sigmoid(x, xo, first, 0, n);
            case MISH -> {
                prepare(f, p, x, xo, n);
                fast.sigmoid(x, xo, second, 0, n);
            }
            case SOFTPLUS -> sigmoid(fast, x, xo, (float) p, n);
            case LOG_SIGMOID -> sigmoid(fast, x, xo, -1, n);
            case GELU_TANH, TANHSHRINK -> prepare(f, p, x, xo, n);
            default -> {}
        }
    }

    private void multiple(float[] x, int xo, float factor, int n) {
        for (int i = 0; i < n; i++) {
            first[i] = x[xo + i] * factor;
        }
    }

    private void quotient(float[] x, int xo, float divisor, int n) {
        for (int i = 0; i < n; i++) {
            first[i] = x[xo + i] / divisor;
        }
    }

    /** The second block: e^(-x^2 / 2). */
    private void bell(float[] x, int xo, int n) {
        for (int i = 0; i < n; i++) {
            second[i] = -0.5f * x[xo + i] * x[xo + i];
        }
        loops.exp(second, 0, second, 0, n);
    }

    private void bentTanh(FloatLoops fast, float[] x, int xo, int n) {
        for (int i = 0; i < n; i++) {
            first[i] = FloatCurves.bent(x[xo + i]);
        }
        fast.tanh(first, 0, first, 0, n);
    }

    private void sigmoid(FloatLoops fast, float[] x, int xo, float factor, int n) {
        multiple(x, xo, factor, n);
        fast.sigmoid(first, 0, first, 0, n);
    }

    /** The first block: {@link FloatMath#softplus(float)} of factor x, in its steps. */
    private void softplus(FloatLoops fast, float[] x, int xo, float factor, int n) {
        for (int i = 0; i < n; i++) {
            first[i] = -Math.abs(x[xo + i] * factor);
        }
        loops.exp(first, 0, first, 0, n);
        fast.log1p(first, 0, first, 0, n);
        for (int i = 0; i < n; i++) {
            float v = x[xo + i] * factor;
            first[i] = (v > 0 ? v : 0) + first[i];
        }
    }
}
