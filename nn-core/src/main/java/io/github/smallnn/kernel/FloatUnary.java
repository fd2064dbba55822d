// Generated from DoubleUnary.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.kernel;

/** The loops of {@link Unary} over runs of floats. Confined. */
// The casts to float do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class FloatUnary {

    private final FloatLoopChoice loops;
    private final FloatCurveLoops curves;

    FloatUnary(FloatLoopChoice loops) {
        this.loops = loops;
        this.curves = new FloatCurveLoops(loops);
    }

    /** y[i] = f(x[i]); the runs may be the same. */
    void apply(Unary f, double p, double q, float[] x, int xo, float[] y, int yo, int n) {
        switch (f) {
            case IDENTITY -> System.arraycopy(x, xo, y, yo, n);
            case RELU -> loops.of(n).relu(x, xo, y, yo, n);
            case LEAKY_RELU -> {
                float slope = (float) p;
                for (int i = 0; i < n; i++) {
                    float v = x[xo + i];
                    y[yo + i] = v > 0 ? v : v * slope;
                }
            }
            case SIGMOID -> loops.of(n).sigmoid(x, xo, y, yo, n);
            case TANH -> loops.of(n).tanh(x, xo, y, yo, n);
            case EXP -> loops.exp(x, xo, y, yo, n);
            case LOG -> loops.of(n).log(x, xo, y, yo, n);
            case SQUARE -> {
                for (int i = 0; i < n; i++) {
                    y[yo + i] = x[xo + i] * x[xo + i];
                }
            }
            case SQRT -> {
                for (int i = 0; i < n; i++) {
                    y[yo + i] = (float) Math.sqrt(x[xo + i]);
                }
            }
            case ABS -> {
                for (int i = 0; i < n; i++) {
                    y[yo + i] = Math.abs(x[xo + i]);
                }
            }
            case LINEAR -> {
                float a = (float) p;
                float b = (float) q;
                for (int i = 0; i < n; i++) {
                    y[yo + i] = a * x[xo + i] + b;
                }
            }
            default -> curves.apply(f, p, q, x, xo, y, yo, n);
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
        if (FloatCurves.has(f)) {
            curves.derive(f, p, q, x, xo, y, yo, dy, go, beta, dx, o, n);
            return;
        }
        if (beta == 0) {
            multiply(f, p, q, x, xo, y, yo, dy, go, dx, o, n);
            return;
        }
        float b = (float) beta;
        for (int i = 0; i < n; i++) {
            dx[o + i] = b * dx[o + i] + dy[go + i] * derivative(f, p, x[xo + i], y[yo + i]);
        }
    }

    // One loop per frequent function: the switch inside the loop of the general form keeps C2 from vectorising it.
    private void multiply(
            Unary f,
            double p,
            double q,
            float[] x,
            int xo,
            float[] y,
            int yo,
            float[] dy,
            int go,
            float[] dx,
            int o,
            int n) {
        switch (f) {
            case IDENTITY -> System.arraycopy(dy, go, dx, o, n);
            case RELU -> loops.of(n).reluBackward(y, yo, dy, go, dx, o, n);
            case SIGMOID -> {
                for (int i = 0; i < n; i++) {
                    dx[o + i] = dy[go + i] * (y[yo + i] * (1 - y[yo + i]));
                }
            }
            case TANH -> {
                for (int i = 0; i < n; i++) {
                    dx[o + i] = dy[go + i] * (1 - y[yo + i] * y[yo + i]);
                }
            }
            default -> {
                for (int i = 0; i < n; i++) {
                    dx[o + i] = dy[go + i] * derivative(f, p, x[xo + i], y[yo + i]);
                }
            }
        }
    }

    private static float derivative(Unary f, double p, float x, float y) {
        return switch (f) {
            case IDENTITY -> 1;
            case RELU -> y > 0 ? 1 : 0;
            case LEAKY_RELU -> x > 0 ? 1 : (float) p;
            case SIGMOID -> y * (1 - y);
            case TANH -> 1 - y * y;
            case EXP -> y;
            case LOG -> 1 / x;
            case SQUARE -> 2 * x;
            case SQRT -> 1 / (2 * y);
            case ABS -> x > 0 ? 1 : x < 0 ? -1 : 0;
            case LINEAR -> (float) p;
            default -> throw new IllegalArgumentException(f + " is a curve");
        };
    }
}
