// Generated from DoubleCurves.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.kernel;

/**
 * Values and derivatives of the less common functions of {@link Unary}, for one float, from the elementary functions that
 * {@link FloatCurveLoops} has taken before. Stateless, any thread.
 */
// The casts to float do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class FloatCurves {
    private static final float SELU_ALPHA = 1.6732632423543772f;
    private static final float SELU_SCALE = 1.0507009873554805f;
    static final float SQRT_HALF = 0.7071067811865476f;
    private static final float SQRT_2_OVER_PI = 0.7978845608028654f;
    private static final float HALF_OF_IT = 0.3989422804014327f;
    private static final float CUBIC = 0.044715f;
    // 1/6 rounded to single precision: what PyTorch's float kernel uses as this derivative.
    private static final float SIXTH = 0.1666666716337204f;

    private FloatCurves() {}

    /** Whether a function is one of these. */
    static boolean has(Unary f) {
        return switch (f) {
            case IDENTITY, RELU, LEAKY_RELU, SIGMOID, TANH, EXP, LOG, SQUARE, SQRT, ABS, LINEAR -> false;
            default -> true;
        };
    }

    /** The value; {@code e} is expm1, erf, tanh, sigmoid or softplus of what the function asks for. */
    static float value(Unary f, double p, double q, float x, float e) {
        return switch (f) {
            case SOFTPLUS -> x * (float) p > q ? x : e / (float) p;
            case ELU, CELU -> x > 0 ? x : (float) p * e;
            case SELU -> SELU_SCALE * (x > 0 ? x : SELU_ALPHA * e);
            case GELU, GELU_TANH -> 0.5f * x * (1 + e);
            case SILU, MISH -> x * e;
            case HARDTANH -> Math.min(Math.max(x, (float) p), (float) q);
            case HARDSIGMOID -> Math.min(Math.max(x + 3, 0), 6) / 6;
            case HARDSWISH -> x * Math.min(Math.max(x + 3, 0), 6) / 6;
            case SOFTSIGN -> x / (1 + Math.abs(x));
            case SOFTSHRINK -> softshrink(x, (float) p);
            case TANHSHRINK -> x - e;
            case LOG_SIGMOID -> -e;
            default -> throw new IllegalArgumentException(f + " is no curve");
        };
    }

    /** The derivative; {@code e} and {@code d} are exp, erf, tanh or sigmoid of what the function asks for. */
    static float slope(Unary f, double p, double q, float x, float y, float e, float d) {
        return switch (f) {
            case SOFTPLUS -> x * (float) p > q ? 1 : e;
            case ELU -> x > 0 ? 1 : (float) p * e;
            case CELU -> x > 0 ? 1 : e;
            case SELU -> SELU_SCALE * (x > 0 ? 1 : SELU_ALPHA * e);
            case GELU -> 0.5f * (1 + e) + x * (HALF_OF_IT * d);
            case GELU_TANH -> geluTanhSlope(x, e);
            case SILU -> e * (1 + x * (1 - e));
            case MISH -> e + x * (1 - e * e) * d;
            case HARDTANH -> y > (float) p && y < (float) q ? 1 : 0;
            case HARDSIGMOID -> x > -3 && x < 3 ? SIXTH : 0;
            case HARDSWISH -> x < -3 ? 0 : x < 3 ? x / 3 + 0.5f : 1;
            case SOFTSIGN -> 1 / ((1 + Math.abs(x)) * (1 + Math.abs(x)));
            case SOFTSHRINK -> Math.abs(x) > (float) p ? 1 : 0;
            case TANHSHRINK -> e * e;
            case LOG_SIGMOID -> e;
            default -> throw new IllegalArgumentException(f + " is no curve");
        };
    }

    // Times 0 rather than 0, so that a NaN stays one.
    private static float softshrink(float x, float by) {
        return x > by ? x - by : x < -by ? x + by : x * 0;
    }

    /** What {@link Unary#GELU_TANH} takes the hyperbolic tangent of. */
    static float bent(float x) {
        return SQRT_2_OVER_PI * (x + CUBIC * x * x * x);
    }

    // Where tanh is 1 in all digits, x^2 may already be infinite.
    private static float geluTanhSlope(float x, float t) {
        float rest = 1 - t * t;
        float bend = rest == 0 ? 0 : 0.5f * x * rest * SQRT_2_OVER_PI * (1 + 3 * CUBIC * x * x);
        return 0.5f * (1 + t) + bend;
    }
}
