package io.github.smallnn.kernel;

/**
 * Values and derivatives of the less common functions of {@link Unary}, for one double, from the elementary functions that
 * {@link DoubleCurveLoops} has taken before. Stateless, any thread.
 */
// The casts to double do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class DoubleCurves {
    private static final double SELU_ALPHA = 1.6732632423543772;
    private static final double SELU_SCALE = 1.0507009873554805;
    static final double SQRT_HALF = 0.7071067811865476;
    private static final double SQRT_2_OVER_PI = 0.7978845608028654;
    private static final double HALF_OF_IT = 0.3989422804014327;
    private static final double CUBIC = 0.044715;
    // 1/6 rounded to single precision: what PyTorch's double kernel uses as this derivative.
    private static final double SIXTH = 0.1666666716337204;

    private DoubleCurves() {}

    /** Whether a function is one of these. */
    static boolean has(Unary f) {
        return switch (f) {
            case IDENTITY, RELU, LEAKY_RELU, SIGMOID, TANH, EXP, LOG, SQUARE, SQRT, ABS, LINEAR -> false;
            default -> true;
        };
    }

    /** The value; {@code e} is expm1, erf, tanh, sigmoid or softplus of what the function asks for. */
    static double value(Unary f, double p, double q, double x, double e) {
        return switch (f) {
            case SOFTPLUS -> x * (double) p > q ? x : e / (double) p;
            case ELU, CELU -> x > 0 ? x : (double) p * e;
            case SELU -> SELU_SCALE * (x > 0 ? x : SELU_ALPHA * e);
            case GELU, GELU_TANH -> 0.5 * x * (1 + e);
            case SILU, MISH -> x * e;
            case HARDTANH -> Math.min(Math.max(x, (double) p), (double) q);
            case HARDSIGMOID -> Math.min(Math.max(x + 3, 0), 6) / 6;
            case HARDSWISH -> x * Math.min(Math.max(x + 3, 0), 6) / 6;
            case SOFTSIGN -> x / (1 + Math.abs(x));
            case SOFTSHRINK -> softshrink(x, (double) p);
            case TANHSHRINK -> x - e;
            case LOG_SIGMOID -> -e;
            default -> throw new IllegalArgumentException(f + " is no curve");
        };
    }

    /** The derivative; {@code e} and {@code d} are exp, erf, tanh or sigmoid of what the function asks for. */
    static double slope(Unary f, double p, double q, double x, double y, double e, double d) {
        return switch (f) {
            case SOFTPLUS -> x * (double) p > q ? 1 : e;
            case ELU -> x > 0 ? 1 : (double) p * e;
            case CELU -> x > 0 ? 1 : e;
            case SELU -> SELU_SCALE * (x > 0 ? 1 : SELU_ALPHA * e);
            case GELU -> 0.5 * (1 + e) + x * (HALF_OF_IT * d);
            case GELU_TANH -> geluTanhSlope(x, e);
            case SILU -> e * (1 + x * (1 - e));
            case MISH -> e + x * (1 - e * e) * d;
            case HARDTANH -> y > (double) p && y < (double) q ? 1 : 0;
            case HARDSIGMOID -> x > -3 && x < 3 ? SIXTH : 0;
            case HARDSWISH -> x < -3 ? 0 : x < 3 ? x / 3 + 0.5 : 1;
            case SOFTSIGN -> 1 / ((1 + Math.abs(x)) * (1 + Math.abs(x)));
            case SOFTSHRINK -> Math.abs(x) > (double) p ? 1 : 0;
            case TANHSHRINK -> e * e;
            case LOG_SIGMOID -> e;
            default -> throw new IllegalArgumentException(f + " is no curve");
        };
    }

    // Times 0 rather than 0, so that a NaN stays one.
    private static double softshrink(double x, double by) {
        return x > by ? x - by : x < -by ? x + by : x * 0;
    }

    /** What {@link Unary#GELU_TANH} takes the hyperbolic tangent of. */
    static double bent(double x) {
        return SQRT_2_OVER_PI * (x + CUBIC * x * x * x);
    }

    // Where tanh is 1 in all digits, x^2 may already be infinite.
    private static double geluTanhSlope(double x, double t) {
        double rest = 1 - t * t;
        double bend = rest == 0 ? 0 : 0.5 * x * rest * SQRT_2_OVER_PI * (1 + 3 * CUBIC * x * x);
        return 0.5 * (1 + t) + bend;
    }
}
