package io.github.smallnn.kernel;

/** The loops of {@link Unary} over runs of doubles. Stateless, any thread. */
// The casts to double do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class DoubleUnary {
    private DoubleUnary() {}

    /** y[i] = f(x[i]); the runs may be the same. */
    static void apply(Unary f, double p, double q, double[] x, int xo, double[] y, int yo, int n) {
        switch (f) {
            case IDENTITY -> System.arraycopy(x, xo, y, yo, n);
            case RELU -> {
                for (int i = 0; i < n; i++) {
                    y[yo + i] = Math.max(x[xo + i], 0);
                }
            }
            case LEAKY_RELU -> {
                double slope = (double) p;
                for (int i = 0; i < n; i++) {
                    double v = x[xo + i];
                    y[yo + i] = v > 0 ? v : v * slope;
                }
            }
            case SIGMOID -> DoubleMath.sigmoid(x, xo, y, yo, n);
            case TANH -> DoubleMath.tanh(x, xo, y, yo, n);
            case SOFTPLUS -> softplus(p, q, x, xo, y, yo, n);
            case EXP -> DoubleMath.exp(x, xo, y, yo, n);
            case LOG -> DoubleMath.log(x, xo, y, yo, n);
            case SQUARE -> {
                for (int i = 0; i < n; i++) {
                    y[yo + i] = x[xo + i] * x[xo + i];
                }
            }
            case SQRT -> {
                for (int i = 0; i < n; i++) {
                    y[yo + i] = (double) Math.sqrt(x[xo + i]);
                }
            }
            case ABS -> {
                for (int i = 0; i < n; i++) {
                    y[yo + i] = Math.abs(x[xo + i]);
                }
            }
            case LINEAR -> {
                double a = (double) p;
                double b = (double) q;
                for (int i = 0; i < n; i++) {
                    y[yo + i] = a * x[xo + i] + b;
                }
            }
            default -> {
                for (int i = 0; i < n; i++) {
                    y[yo + i] = DoubleCurves.value(f, p, q, x[xo + i]);
                }
            }
        }
    }

    private static void softplus(double p, double q, double[] x, int xo, double[] y, int yo, int n) {
        double b = (double) p;
        for (int i = 0; i < n; i++) {
            double v = x[xo + i];
            y[yo + i] = v * b > q ? v : DoubleMath.softplus(v * b) / b;
        }
    }

    /** dx[i] = beta dx[i] + dy[i] f'(x[i]); dx may be dy. */
    static void derive(
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
        if (beta == 0) {
            multiply(f, p, q, x, xo, y, yo, dy, go, dx, o, n);
            return;
        }
        double b = (double) beta;
        for (int i = 0; i < n; i++) {
            dx[o + i] = b * dx[o + i] + dy[go + i] * derivative(f, p, q, x[xo + i], y[yo + i]);
        }
    }

    // One loop per frequent function: the switch inside the loop of the general form keeps C2 from vectorising it.
    private static void multiply(
            Unary f,
            double p,
            double q,
            double[] x,
            int xo,
            double[] y,
            int yo,
            double[] dy,
            int go,
            double[] dx,
            int o,
            int n) {
        switch (f) {
            case IDENTITY -> System.arraycopy(dy, go, dx, o, n);
            case RELU -> DoubleGate.above0(y, yo, dy, go, dx, o, n);
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
                    dx[o + i] = dy[go + i] * derivative(f, p, q, x[xo + i], y[yo + i]);
                }
            }
        }
    }

    private static double derivative(Unary f, double p, double q, double x, double y) {
        return switch (f) {
            case IDENTITY -> 1;
            case RELU -> y > 0 ? 1 : 0;
            case LEAKY_RELU -> x > 0 ? 1 : (double) p;
            case SIGMOID -> y * (1 - y);
            case TANH -> 1 - y * y;
            case SOFTPLUS -> x * (double) p > q ? 1 : DoubleMath.sigmoid(x * (double) p);
            case EXP -> y;
            case LOG -> 1 / x;
            case SQUARE -> 2 * x;
            case SQRT -> 1 / (2 * y);
            case ABS -> x > 0 ? 1 : x < 0 ? -1 : 0;
            case LINEAR -> (double) p;
            default -> DoubleCurves.derivative(f, p, q, x, y);
        };
    }
}
