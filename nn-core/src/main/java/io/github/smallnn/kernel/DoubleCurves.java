package io.github.smallnn.kernel;

/** Values and derivatives of the less common functions of {@link Unary}, for one double. Stateless, any thread. */
// The casts to double do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class DoubleCurves {
    private static final double SELU_ALPHA = 1.6732632423543772;
    private static final double SELU_SCALE = 1.0507009873554805;
    private static final double SQRT_HALF = 0.7071067811865476;
    private static final double SQRT_2_OVER_PI = 0.7978845608028654;
    private static final double HALF_OF_IT = 0.3989422804014327;
    private static final double CUBIC = 0.044715;
    // 1/6 rounded to single precision: what PyTorch's double kernel uses as this derivative.
    private static final double SIXTH = 0.1666666716337204;

    private DoubleCurves() {}

    static double value(Unary f, double p, double q, double x) {
        return switch (f) {
            case ELU -> x > 0 ? x : (double) p * DoubleMath.expm1(x);
            case CELU -> x > 0 ? x : (double) p * DoubleMath.expm1(x / (double) p);
            case SELU -> SELU_SCALE * (x > 0 ? x : SELU_ALPHA * DoubleMath.expm1(x));
            case GELU -> 0.5 * x * (1 + DoubleMath.erf(x * SQRT_HALF));
            case GELU_TANH -> 0.5 * x * (1 + DoubleMath.tanh(bent(x)));
            case SILU -> x * DoubleMath.sigmoid(x);
            case MISH -> x * DoubleMath.tanh(DoubleMath.softplus(x));
            case HARDTANH -> Math.min(Math.max(x, (double) p), (double) q);
            case HARDSIGMOID -> Math.min(Math.max(x + 3, 0), 6) / 6;
            case HARDSWISH -> x * Math.min(Math.max(x + 3, 0), 6) / 6;
            case SOFTSIGN -> x / (1 + Math.abs(x));
            case SOFTSHRINK -> softshrink(x, (double) p);
            case TANHSHRINK -> x - DoubleMath.tanh(x);
            case LOG_SIGMOID -> -DoubleMath.softplus(-x);
            default -> throw new IllegalArgumentException(f + " is no curve");
        };
    }

    static double derivative(Unary f, double p, double q, double x, double y) {
        return switch (f) {
            case ELU -> x > 0 ? 1 : (double) p * DoubleMath.exp(x);
            case CELU -> x > 0 ? 1 : DoubleMath.exp(x / (double) p);
            case SELU -> SELU_SCALE * (x > 0 ? 1 : SELU_ALPHA * DoubleMath.exp(x));
            case GELU -> 0.5 * (1 + DoubleMath.erf(x * SQRT_HALF)) + x * (HALF_OF_IT * DoubleMath.exp(-0.5 * x * x));
            case GELU_TANH -> geluTanhSlope(x);
            case SILU -> siluSlope(x, DoubleMath.sigmoid(x));
            case MISH -> mishSlope(x, DoubleMath.tanh(DoubleMath.softplus(x)));
            case HARDTANH -> y > (double) p && y < (double) q ? 1 : 0;
            case HARDSIGMOID -> x > -3 && x < 3 ? SIXTH : 0;
            case HARDSWISH -> x < -3 ? 0 : x < 3 ? x / 3 + 0.5 : 1;
            case SOFTSIGN -> 1 / ((1 + Math.abs(x)) * (1 + Math.abs(x)));
            case SOFTSHRINK -> Math.abs(x) > (double) p ? 1 : 0;
            case TANHSHRINK -> square(DoubleMath.tanh(x));
            case LOG_SIGMOID -> DoubleMath.sigmoid(-x);
            default -> throw new IllegalArgumentException(f + " is no curve");
        };
    }

    // Times 0 rather than 0, so that a NaN stays one.
    private static double softshrink(double x, double by) {
        return x > by ? x - by : x < -by ? x + by : x * 0;
    }

    private static double bent(double x) {
        return SQRT_2_OVER_PI * (x + CUBIC * x * x * x);
    }

    // Where tanh is 1 in all digits, x^2 may already be infinite.
    private static double geluTanhSlope(double x) {
        double t = DoubleMath.tanh(bent(x));
        double rest = 1 - t * t;
        double bend = rest == 0 ? 0 : 0.5 * x * rest * SQRT_2_OVER_PI * (1 + 3 * CUBIC * x * x);
        return 0.5 * (1 + t) + bend;
    }

    private static double siluSlope(double x, double s) {
        return s * (1 + x * (1 - s));
    }

    private static double mishSlope(double x, double t) {
        return t + x * (1 - t * t) * DoubleMath.sigmoid(x);
    }

    private static double square(double v) {
        return v * v;
    }
}
