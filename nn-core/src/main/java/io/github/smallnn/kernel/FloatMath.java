package io.github.smallnn.kernel;

/**
 * Elementary functions in single precision, made only of operations that Java defines exactly ({@code + - * /},
 * {@link Math#fma}, bit casts, shifts, comparisons), so that every JVM and processor gives the same bits.
 *
 * <p>Each result is within 2 ulp of the true value, subnormal results included; NaN, infinities and signed zeros follow
 * the mathematical limits. The array forms give the bits of the scalar forms. Internal to the kernels: public so that
 * kernels of other modules may use it. Stateless and thread-safe.
 */
public final class FloatMath {

    /*
     * exp and expm1 write x = n ln 2 + r with |r| <= ln(2) / 2 and sum the Taylor series of e^r - 1 to r^8 (remainder
     * below 2^-29 of the result). log and log1p write x = 2^e (1 + f) with 1 + f in [sqrt(1/2), sqrt(2)) and sum the
     * series of log(1 + f) = 2 atanh(f / (2 + f)) to the 9th power. Taylor coefficients rather than minimax ones: they cost two more
     * multiply-adds and can be checked by eye.
     */
    private static final float LOG2_E = 0x1.715476p0f;
    private static final float LN2_HIGH = 0x1.62e43p-1f;
    private static final float LN2_LOW = -0x1.05c61p-29f;
    // The 15 leading bits of ln 2 and the rest: the product of the first with any exponent is exact.
    private static final float LN2_LEADING = 0x1.62e4p-1f;
    private static final float LN2_REST = 0x1.7f7d1cp-20f;
    // Adding 1.5 * 2^23 rounds to a whole number and leaves it in the low bits.
    private static final float ROUNDER = 0x1.8p23f;
    private static final int ROUNDER_BITS = 0x4B400000;
    private static final float TWO_24 = 0x1p24f;
    private static final int SQRT_HALF_BITS = 0x3F3504F3;
    // Beyond these arguments nothing changes any more.
    static final float EXP_HIGHEST = 89;
    static final float EXP_LOWEST = -105;
    static final float TANH_LOWEST = -20;
    /** Below it tanh takes the quotient that is accurate near zero. */
    static final float SMALL_TANH = 0.55f;

    private FloatMath() {}

    /**
     * {@code e^x}.
     *
     * @param x the argument
     * @return {@code e^x}: 0 at minus infinity, infinity above about 88.72
     */
    public static float exp(float x) {
        float c = x > EXP_HIGHEST ? EXP_HIGHEST : x;
        c = c < EXP_LOWEST ? EXP_LOWEST : c;
        float shifted = shifted(c);
        int power = power(shifted);
        int half = power >> 1;
        // Two factors, because 2^power itself may be subnormal or too large.
        return (1 + expm1Reduced(c, whole(shifted))) * twoTo(half) * twoTo(power - half);
    }

    /**
     * {@code e^x - 1}, accurate near zero.
     *
     * @param x the argument
     * @return {@code e^x - 1}: -1 at minus infinity, infinity above about 88.72, {@code x} itself for tiny {@code x}
     */
    public static float expm1(float x) {
        float c = x > EXP_HIGHEST ? EXP_HIGHEST : x;
        c = c < -20 ? -20 : c;
        float shifted = shifted(c);
        // Half the power, because 2^128 does not exist; the sum is doubled at the end.
        float scale = twoTo(power(shifted) - 1);
        float y = 2 * Math.fma(scale, expm1Reduced(c, whole(shifted)), scale - 0.5f);
        return Math.abs(x) < 0x1p-25f ? x : y;
    }

    /**
     * The natural logarithm.
     *
     * @param x the argument
     * @return {@code ln x}: minus infinity at either zero, NaN below zero
     */
    public static float log(float x) {
        if (!(x > 0 && x < Float.POSITIVE_INFINITY)) {
            return x == 0 ? Float.NEGATIVE_INFINITY : x > 0 ? x : Float.NaN;
        }
        float normal = x < Float.MIN_NORMAL ? x * TWO_24 : x;
        int shift = x < Float.MIN_NORMAL ? 24 : 0;
        int bits = Float.floatToRawIntBits(normal);
        int power = (bits - SQRT_HALF_BITS) >> 23;
        float f = Float.intBitsToFloat(bits - (power << 23)) - 1;
        return logNear1(f, power - shift);
    }

    /**
     * {@code ln(1 + x)}, accurate near zero.
     *
     * @param x the argument
     * @return {@code ln(1 + x)}: minus infinity at -1, NaN below, {@code x} itself for tiny {@code x}
     */
    public static float log1p(float x) {
        if (!(x > -1 && x < Float.POSITIVE_INFINITY)) {
            return x == -1 ? Float.NEGATIVE_INFINITY : x > 0 ? x : Float.NaN;
        }
        float u = 1 + x;
        float back = u - 1;
        float lost = (1 - (u - back)) + (x - back);
        int bits = Float.floatToRawIntBits(u);
        int power = (bits - SQRT_HALF_BITS) >> 23;
        float f = Float.intBitsToFloat(bits - (power << 23)) - 1;
        // Half of it times twice the power, because 2^-power does not exist for the largest numbers.
        f += 0.5f * lost * twoTo(1 - power);
        return Math.abs(x) < 0x1p-25f ? x : logNear1(f, power);
    }

    /**
     * The hyperbolic tangent.
     *
     * @param x the argument
     * @return {@code tanh x}, with the sign of {@code x} also for zeros
     */
    public static float tanh(float x) {
        float a = Math.abs(x);
        float c = -2 * a;
        c = c < TANH_LOWEST ? TANH_LOWEST : c;
        float shifted = shifted(c);
        float scale = twoTo(power(shifted) - 1);
        float p = expm1Reduced(c, whole(shifted));
        float e = 2 * Math.fma(scale, p, scale);
        float less = 2 * Math.fma(scale, p, scale - 0.5f);
        // With e = e^-2a: (1 - e) / (1 + e) while 1 - e is far from 1, then 1 - 2e / (1 + e), which does not double its error.
        boolean small = a < SMALL_TANH;
        float over = small ? -less : 2 * e;
        float under = small ? less + 2 : e + 1;
        float q = quotient(over, under, less - (under - 2));
        float y = small ? q : 1 - q;
        return Math.copySign(y, x);
    }

    /**
     * The logistic function {@code 1 / (1 + e^-x)}.
     *
     * @param x the argument
     * @return a value in {@code [0, 1]}
     */
    public static float sigmoid(float x) {
        float e = exp(-Math.abs(x));
        float under = 1 + e;
        return quotient(x < 0 ? e : 1, under, e - (under - 1));
    }

    /**
     * {@code ln(1 + e^x)} without overflow.
     *
     * @param x the argument
     * @return {@code max(x, 0) + ln(1 + e^-|x|)}
     */
    public static float softplus(float x) {
        return (x > 0 ? x : 0) + log1p(exp(-Math.abs(x)));
    }

    /**
     * The error function {@code 2 / sqrt(pi)} times the integral of {@code e^(-t^2)} from 0 to {@code x}.
     *
     * @param x the argument
     * @return a value in {@code [-1, 1]}, with the sign of {@code x} also for zeros
     */
    public static float erf(float x) {
        return FloatErf.erf(x);
    }

    /** {@code x / ln 2}, rounded to a whole number and shifted so that the number is in the low bits. */
    static float shifted(float x) {
        return Math.fma(x, LOG2_E, ROUNDER);
    }

    /** The whole number in {@link #shifted}. */
    static float whole(float shifted) {
        return shifted - ROUNDER;
    }

    /** The whole number in {@link #shifted} as an int. */
    static int power(float shifted) {
        return Float.floatToRawIntBits(shifted) - ROUNDER_BITS;
    }

    /** {@code over / (under + lost)} for {@code under} in {@code [1, 2]} and {@code lost} what its rounding left out. */
    static float quotient(float over, float under, float lost) {
        float q = over / under;
        float rest = Math.fma(-q, under, over) - q * lost;
        // The rest is tiny, so that 1 / under is needed roughly: it is about 1.5 - under / 2.
        return Math.fma(rest, Math.fma(under, -0.5f, 1.5f), q);
    }

    /** {@code 2^power} for {@code -126 <= power <= 127}; 0 for -127. */
    static float twoTo(int power) {
        return Float.intBitsToFloat((power + 127) << 23);
    }

    /** {@code e^r - 1} for {@code r = c - n ln 2} and {@code |r| <= 0.35}. */
    static float expm1Reduced(float c, float n) {
        float leading = Math.fma(n, -LN2_HIGH, c);
        float rest = n * LN2_LOW;
        float r = leading - rest;
        float lost = (leading - r) - rest;
        float r2 = r * r;
        float q0 = Math.fma(r, 1f / 6, 1f / 2);
        float q1 = Math.fma(r, 1f / 120, 1f / 24);
        float q2 = Math.fma(r, 1f / 5040, 1f / 720);
        float high = Math.fma(Math.fma(r2, 1f / 40320, q2), r2, q1);
        return r + Math.fma(Math.fma(high, r2, q0), r2, lost);
    }

    /** {@code ln(2^power (1 + f))} for {@code 1 + f} in {@code [sqrt(1/2), sqrt(2))}. */
    private static float logNear1(float f, float power) {
        float s = f / (2 + f);
        float z = s * s;
        float low = Math.fma(z, 2f / 5, 2f / 3);
        float high = Math.fma(z, 2f / 9, 2f / 7);
        float tail = z * Math.fma(high, z * z, low);
        // ln(1 + f) = f - f^2/2 + s (f^2/2 + tail), where s f = f^2/2 - s f^2/2.
        float halfSquare = 0.5f * f * f;
        float small = Math.fma(s, halfSquare + tail, power * LN2_REST);
        return Math.fma(power, LN2_LEADING, f - (halfSquare - small));
    }

    /**
     * {@link #exp(float)} of {@code n} elements; {@code y} may be {@code x}. Modified: {@code y}.
     *
     * @param x the arguments
     * @param xo index of the first argument
     * @param y the results
     * @param yo index of the first result
     * @param n number of elements
     */
    public static void exp(float[] x, int xo, float[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = exp(x[xo + i]);
        }
    }

    /**
     * {@link #expm1(float)} of {@code n} elements; {@code y} may be {@code x}. Modified: {@code y}.
     *
     * @param x the arguments
     * @param xo index of the first argument
     * @param y the results
     * @param yo index of the first result
     * @param n number of elements
     */
    public static void expm1(float[] x, int xo, float[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = expm1(x[xo + i]);
        }
    }

    /**
     * {@link #log(float)} of {@code n} elements; {@code y} may be {@code x}. Modified: {@code y}.
     *
     * @param x the arguments
     * @param xo index of the first argument
     * @param y the results
     * @param yo index of the first result
     * @param n number of elements
     */
    public static void log(float[] x, int xo, float[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = log(x[xo + i]);
        }
    }

    /**
     * {@link #log1p(float)} of {@code n} elements; {@code y} may be {@code x}. Modified: {@code y}.
     *
     * @param x the arguments
     * @param xo index of the first argument
     * @param y the results
     * @param yo index of the first result
     * @param n number of elements
     */
    public static void log1p(float[] x, int xo, float[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = log1p(x[xo + i]);
        }
    }

    /**
     * {@link #tanh(float)} of {@code n} elements; {@code y} may be {@code x}. Modified: {@code y}.
     *
     * @param x the arguments
     * @param xo index of the first argument
     * @param y the results
     * @param yo index of the first result
     * @param n number of elements
     */
    public static void tanh(float[] x, int xo, float[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = tanh(x[xo + i]);
        }
    }

    /**
     * {@link #sigmoid(float)} of {@code n} elements; {@code y} may be {@code x}. Modified: {@code y}.
     *
     * @param x the arguments
     * @param xo index of the first argument
     * @param y the results
     * @param yo index of the first result
     * @param n number of elements
     */
    public static void sigmoid(float[] x, int xo, float[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = sigmoid(x[xo + i]);
        }
    }

    /**
     * {@link #softplus(float)} of {@code n} elements; {@code y} may be {@code x}. Modified: {@code y}.
     *
     * @param x the arguments
     * @param xo index of the first argument
     * @param y the results
     * @param yo index of the first result
     * @param n number of elements
     */
    public static void softplus(float[] x, int xo, float[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = softplus(x[xo + i]);
        }
    }

    /**
     * {@link #erf(float)} of {@code n} elements; {@code y} may be {@code x}. Modified: {@code y}.
     *
     * @param x the arguments
     * @param xo index of the first argument
     * @param y the results
     * @param yo index of the first result
     * @param n number of elements
     */
    public static void erf(float[] x, int xo, float[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = erf(x[xo + i]);
        }
    }
}
