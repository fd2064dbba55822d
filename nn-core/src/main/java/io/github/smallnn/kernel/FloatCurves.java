// Generated from DoubleCurves.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.kernel;

/** Values and derivatives of the less common functions of {@link Unary}, for one float. Stateless, any thread. */
// The casts to float do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class FloatCurves {
    private static final float SELU_ALPHA = 1.6732632423543772f;
    private static final float SELU_SCALE = 1.0507009873554805f;
    private static final float SQRT_HALF = 0.7071067811865476f;
    private static final float SQRT_2_OVER_PI = 0.7978845608028654f;
    private static final float HALF_OF_IT = 0.3989422804014327f;
    private static final float CUBIC = 0.044715f;
    // 1/6 rounded to single precision: what PyTorch's float kernel uses as this derivative.
    private static final float SIXTH = 0.1666666716337204f;

    private FloatCurves() {}

    static float value(Unary f, double p, double q, float x) {
        return switch (f) {
            case ELU -> x > 0 ? x : (float) p * FloatMath.expm1(x);
            case CELU -> x > 0 ? x : (float) p * FloatMath.expm1(x / (float) p);
            case SELU -> SELU_SCALE * (x > 0 ? x : SELU_ALPHA * FloatMath.expm1(x));
            case GELU -> 0.5f * x * (1 + FloatMath.erf(x * SQRT_HALF));
            case GELU_TANH -> 0.5f * x * (1 + FloatMath.tanh(bent(x)));
            case SILU -> x * FloatMath.sigmoid(x);
            case MISH -> x * FloatMath.tanh(FloatMath.softplus(x));
            case HARDTANH -> Math.min(Math.max(x, (float) p), (float) q);
            case HARDSIGMOID -> Math.min(Math.max(x + 3, 0), 6) / 6;
            case HARDSWISH -> x * Math.min(Math.max(x + 3, 0), 6) / 6;
            case SOFTSIGN -> x / (1 + Math.abs(x));
            case SOFTSHRINK -> softshrink(x, (float) p);
            case TANHSHRINK -> x - FloatMath.tanh(x);
            case LOG_SIGMOID -> -FloatMath.softplus(-x);
            default -> throw new IllegalArgumentException(f + " is no curve");
        };
    }

    static float derivative(Unary f, double p, double q, float x, float y) {
        return switch (f) {
            case ELU -> x > 0 ? 1 : (float) p * FloatMath.exp(x);
            case CELU -> x > 0 ? 1 : FloatMath.exp(x / (float) p);
            case SELU -> SELU_SCALE * (x > 0 ? 1 : SELU_ALPHA * FloatMath.exp(x));
            case GELU -> 0.5f * (1 + FloatMath.erf(x * SQRT_HALF)) + x * (HALF_OF_IT * FloatMath.exp(-0.5f * x * x));
            case GELU_TANH -> geluTanhSlope(x);
            case SILU -> siluSlope(x, FloatMath.sigmoid(x));
            case MISH -> mishSlope(x, FloatMath.tanh(FloatMath.softplus(x)));
            case HARDTANH -> y > (float) p && y < (float) q ? 1 : 0;
            case HARDSIGMOID -> x > -3 && x < 3 ? SIXTH : 0;
            case HARDSWISH -> x < -3 ? 0 : x < 3 ? x / 3 + 0.5f : 1;
            case SOFTSIGN -> 1 / ((1 + Math.abs(x)) * (1 + Math.abs(x)));
            case SOFTSHRINK -> Math.abs(x) > (float) p ? 1 : 0;
            case TANHSHRINK -> square(FloatMath.tanh(x));
            case LOG_SIGMOID -> FloatMath.sigmoid(-x);
            default -> throw new IllegalArgumentException(f + " is no curve");
        };
    }

    // Times 0 rather than 0, so that a NaN stays one.
    private static float softshrink(float x, float by) {
        return x > by ? x - by : x < -by ? x + by : x * 0;
    }

    private static float bent(float x) {
        return SQRT_2_OVER_PI * (x + CUBIC * x * x * x);
    }

    // Where tanh is 1 in all digits, x^2 may already be infinite.
    private static float geluTanhSlope(float x) {
        float t = FloatMath.tanh(bent(x));
        float rest = 1 - t * t;
        float bend = rest == 0 ? 0 : 0.5f * x * rest * SQRT_2_OVER_PI * (1 + 3 * CUBIC * x * x);
        return 0.5f * (1 + t) + bend;
    }

    private static float siluSlope(float x, float s) {
        return s * (1 + x * (1 - s));
    }

    private static float mishSlope(float x, float t) {
        return t + x * (1 - t * t) * FloatMath.sigmoid(x);
    }

    private static float square(float v) {
        return v * v;
    }
}
