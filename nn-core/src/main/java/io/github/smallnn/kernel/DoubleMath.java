package io.github.smallnn.kernel;

/**
 * Elementary functions in double precision, made only of operations that Java defines exactly ({@code + - * /},
 * {@link Math#fma}, bit casts, shifts, comparisons), so that every JVM and processor gives the same bits.
 *
 * <p>Each result is within 2 ulp of the true value, subnormal results included; NaN, infinities and signed zeros follow
 * the mathematical limits. The array forms give the bits of the scalar forms. Internal to the kernels: public so that
 * kernels of other modules may use it. Stateless and thread-safe.
 */
public final class DoubleMath {

    /*
     * exp and expm1 write x = n ln 2 + r with |r| <= ln(2) / 2 and sum the Taylor series of e^r - 1 to r^13 (remainder
     * below 2^-57 of the result). log and log1p write x = 2^e (1 + f) with 1 + f in [sqrt(1/2), sqrt(2)) and sum the
     * series of log(1 + f) = 2 atanh(f / (2 + f)) to the 21st power. Taylor coefficients rather than minimax ones: they cost two more
     * multiply-adds and can be checked by eye.
     */
    private static final double LOG2_E = 0x1.71547652b82fep0;
    private static final double LN2_HIGH = 0x1.62e42fefa39efp-1;
    private static final double LN2_LOW = 0x1.abc9e3b39803fp-56;
    // The 38 leading bits of ln 2 and the rest: the product of the first with any exponent is exact.
    private static final double LN2_LEADING = 0x1.62e42fefap-1;
    private static final double LN2_REST = 0x1.cf79abc9e3b3ap-40;
    // Adding 1.5 * 2^52 rounds to a whole number and leaves it in the low bits.
    private static final double ROUNDER = 0x1.8p52;
    private static final double TWO_54 = 0x1p54;
    private static final long SQRT_HALF_BITS = 0x3FE6A09E667F3BCDL;
    // Beyond these arguments nothing changes any more.
    static final double EXP_HIGHEST = 710;
    static final double EXP_LOWEST = -746;
    static final double TANH_LOWEST = -50;
    /** Below it tanh takes the quotient that is accurate near zero. */
    static final double SMALL_TANH = 0.55;

    private DoubleMath() {}

    /**
     * {@code e^x}.
     *
     * @param x the argument
     * @return {@code e^x}: 0 at minus infinity, infinity above about 709.78
     */
    public static double exp(double x) {
        double c = x > EXP_HIGHEST ? EXP_HIGHEST : x;
        c = c < EXP_LOWEST ? EXP_LOWEST : c;
        double shifted = shifted(c);
        int power = power(shifted);
        int half = power >> 1;
        // Two factors, because 2^power itself may be subnormal or too large.
        return (1 + expm1Reduced(c, whole(shifted))) * twoTo(half) * twoTo(power - half);
    }

    /**
     * {@code e^x - 1}, accurate near zero.
     *
     * @param x the argument
     * @return {@code e^x - 1}: -1 at minus infinity, infinity above about 709.78, {@code x} itself for tiny {@code x}
     */
    public static double expm1(double x) {
        double c = x > EXP_HIGHEST ? EXP_HIGHEST : x;
        c = c < -50 ? -50 : c;
        double shifted = shifted(c);
        // Half the power, because 2^1024 does not exist; the sum is doubled at the end.
        double scale = twoTo(power(shifted) - 1);
        double y = 2 * Math.fma(scale, expm1Reduced(c, whole(shifted)), scale - 0.5);
        return Math.abs(x) < 0x1p-54 ? x : y;
    }

    /**
     * The natural logarithm.
     *
     * @param x the argument
     * @return {@code ln x}: minus infinity at either zero, NaN below zero
     */
    public static double log(double x) {
        if (!(x > 0 && x < Double.POSITIVE_INFINITY)) {
            return x == 0 ? Double.NEGATIVE_INFINITY : x > 0 ? x : Double.NaN;
        }
        double normal = x < Double.MIN_NORMAL ? x * TWO_54 : x;
        int shift = x < Double.MIN_NORMAL ? 54 : 0;
        long bits = Double.doubleToRawLongBits(normal);
        int power = (int) ((bits - SQRT_HALF_BITS) >> 52);
        double f = Double.longBitsToDouble(bits - ((long) power << 52)) - 1;
        return logNear1(f, power - shift);
    }

    /**
     * {@code ln(1 + x)}, accurate near zero.
     *
     * @param x the argument
     * @return {@code ln(1 + x)}: minus infinity at -1, NaN below, {@code x} itself for tiny {@code x}
     */
    public static double log1p(double x) {
        if (!(x > -1 && x < Double.POSITIVE_INFINITY)) {
            return x == -1 ? Double.NEGATIVE_INFINITY : x > 0 ? x : Double.NaN;
        }
        double u = 1 + x;
        double back = u - 1;
        double lost = (1 - (u - back)) + (x - back);
        long bits = Double.doubleToRawLongBits(u);
        int power = (int) ((bits - SQRT_HALF_BITS) >> 52);
        double f = Double.longBitsToDouble(bits - ((long) power << 52)) - 1;
        // Half of it times twice the power, because 2^-power does not exist for the largest numbers.
        f += 0.5 * lost * twoTo(1 - power);
        return Math.abs(x) < 0x1p-54 ? x : logNear1(f, power);
    }

    /**
     * The hyperbolic tangent.
     *
     * @param x the argument
     * @return {@code tanh x}, with the sign of {@code x} also for zeros
     */
    public static double tanh(double x) {
        double a = Math.abs(x);
        double c = -2 * a;
        c = c < TANH_LOWEST ? TANH_LOWEST : c;
        double shifted = shifted(c);
        double scale = twoTo(power(shifted) - 1);
        double p = expm1Reduced(c, whole(shifted));
        double e = 2 * Math.fma(scale, p, scale);
        double less = 2 * Math.fma(scale, p, scale - 0.5);
        // With e = e^-2a: (1 - e) / (1 + e) while 1 - e is far from 1, then 1 - 2e / (1 + e), which does not double its
        // error.
        boolean small = a < SMALL_TANH;
        double over = small ? -less : 2 * e;
        double under = small ? less + 2 : e + 1;
        double q = quotient(over, under, less - (under - 2));
        double y = small ? q : 1 - q;
        return Math.copySign(y, x);
    }

    /**
     * The logistic function {@code 1 / (1 + e^-x)}.
     *
     * @param x the argument
     * @return a value in {@code [0, 1]}
     */
    public static double sigmoid(double x) {
        double e = exp(-Math.abs(x));
        double under = 1 + e;
        return quotient(x < 0 ? e : 1, under, e - (under - 1));
    }

    /**
     * {@code ln(1 + e^x)} without overflow.
     *
     * @param x the argument
     * @return {@code max(x, 0) + ln(1 + e^-|x|)}
     */
    public static double softplus(double x) {
        return (x > 0 ? x : 0) + log1p(exp(-Math.abs(x)));
    }

    /**
     * The error function {@code 2 / sqrt(pi)} times the integral of {@code e^(-t^2)} from 0 to {@code x}.
     *
     * @param x the argument
     * @return a value in {@code [-1, 1]}, with the sign of {@code x} also for zeros
     */
    public static double erf(double x) {
        return DoubleErf.erf(x);
    }

    /** {@code x / ln 2}, rounded to a whole number and shifted so that the number is in the low bits. */
    static double shifted(double x) {
        return Math.fma(x, LOG2_E, ROUNDER);
    }

    /** The whole number in {@link #shifted}. */
    static double whole(double shifted) {
        return shifted - ROUNDER;
    }

    /** The whole number in {@link #shifted} as an int. */
    static int power(double shifted) {
        return (int) Double.doubleToRawLongBits(shifted);
    }

    /** {@code over / (under + lost)} for {@code under} in {@code [1, 2]} and {@code lost} what its rounding left out. */
    static double quotient(double over, double under, double lost) {
        double q = over / under;
        double rest = Math.fma(-q, under, over) - q * lost;
        // The rest is tiny, so that 1 / under is needed roughly: it is about 1.5 - under / 2.
        return Math.fma(rest, Math.fma(under, -0.5, 1.5), q);
    }

    /** {@code 2^power} for {@code -1022 <= power <= 1023}; 0 for -1023. */
    static double twoTo(int power) {
        return Double.longBitsToDouble((long) (power + 1023) << 52);
    }

    /** {@code e^r - 1} for {@code r = c - n ln 2} and {@code |r| <= 0.35}. */
    static double expm1Reduced(double c, double n) {
        double leading = Math.fma(n, -LN2_HIGH, c);
        double rest = n * LN2_LOW;
        double r = leading - rest;
        double lost = (leading - r) - rest;
        double r2 = r * r;
        double r4 = r2 * r2;
        double q0 = Math.fma(r, 1.0 / 6, 1.0 / 2);
        double q1 = Math.fma(r, 1.0 / 120, 1.0 / 24);
        double q2 = Math.fma(r, 1.0 / 5040, 1.0 / 720);
        double q3 = Math.fma(r, 1.0 / 362880, 1.0 / 40320);
        double q4 = Math.fma(r, 1.0 / 39916800, 1.0 / 3628800);
        double q5 = Math.fma(r, 1.0 / 6227020800.0, 1.0 / 479001600);
        double low = Math.fma(q1, r2, q0);
        double middle = Math.fma(q3, r2, q2);
        double high = Math.fma(q5, r2, q4);
        return r + Math.fma(Math.fma(Math.fma(high, r4, middle), r4, low), r2, lost);
    }

    /** {@code ln(2^power (1 + f))} for {@code 1 + f} in {@code [sqrt(1/2), sqrt(2))}. */
    private static double logNear1(double f, double power) {
        double s = f / (2 + f);
        double z = s * s;
        double z2 = z * z;
        double z4 = z2 * z2;
        double t0 = Math.fma(z, 2.0 / 5, 2.0 / 3);
        double t1 = Math.fma(z, 2.0 / 9, 2.0 / 7);
        double t2 = Math.fma(z, 2.0 / 13, 2.0 / 11);
        double t3 = Math.fma(z, 2.0 / 17, 2.0 / 15);
        double t4 = Math.fma(z, 2.0 / 21, 2.0 / 19);
        double low = Math.fma(t1, z2, t0);
        double high = Math.fma(t4, z4, Math.fma(t3, z2, t2));
        double tail = z * Math.fma(high, z4, low);
        // ln(1 + f) = f - f^2/2 + s (f^2/2 + tail), where s f = f^2/2 - s f^2/2.
        double halfSquare = 0.5 * f * f;
        double small = Math.fma(s, halfSquare + tail, power * LN2_REST);
        return Math.fma(power, LN2_LEADING, f - (halfSquare - small));
    }

    /**
     * {@link #exp(double)} of {@code n} elements; {@code y} may be {@code x}. Modified: {@code y}.
     *
     * @param x the arguments
     * @param xo index of the first argument
     * @param y the results
     * @param yo index of the first result
     * @param n number of elements
     */
    public static void exp(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = exp(x[xo + i]);
        }
    }

    /**
     * {@link #expm1(double)} of {@code n} elements; {@code y} may be {@code x}. Modified: {@code y}.
     *
     * @param x the arguments
     * @param xo index of the first argument
     * @param y the results
     * @param yo index of the first result
     * @param n number of elements
     */
    public static void expm1(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = expm1(x[xo + i]);
        }
    }

    /**
     * {@link #log(double)} of {@code n} elements; {@code y} may be {@code x}. Modified: {@code y}.
     *
     * @param x the arguments
     * @param xo index of the first argument
     * @param y the results
     * @param yo index of the first result
     * @param n number of elements
     */
    public static void log(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = log(x[xo + i]);
        }
    }

    /**
     * {@link #log1p(double)} of {@code n} elements; {@code y} may be {@code x}. Modified: {@code y}.
     *
     * @param x the arguments
     * @param xo index of the first argument
     * @param y the results
     * @param yo index of the first result
     * @param n number of elements
     */
    public static void log1p(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = log1p(x[xo + i]);
        }
    }

    /**
     * {@link #tanh(double)} of {@code n} elements; {@code y} may be {@code x}. Modified: {@code y}.
     *
     * @param x the arguments
     * @param xo index of the first argument
     * @param y the results
     * @param yo index of the first result
     * @param n number of elements
     */
    public static void tanh(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = tanh(x[xo + i]);
        }
    }

    /**
     * {@link #sigmoid(double)} of {@code n} elements; {@code y} may be {@code x}. Modified: {@code y}.
     *
     * @param x the arguments
     * @param xo index of the first argument
     * @param y the results
     * @param yo index of the first result
     * @param n number of elements
     */
    public static void sigmoid(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = sigmoid(x[xo + i]);
        }
    }

    /**
     * {@link #softplus(double)} of {@code n} elements; {@code y} may be {@code x}. Modified: {@code y}.
     *
     * @param x the arguments
     * @param xo index of the first argument
     * @param y the results
     * @param yo index of the first result
     * @param n number of elements
     */
    public static void softplus(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = softplus(x[xo + i]);
        }
    }

    /**
     * {@link #erf(double)} of {@code n} elements; {@code y} may be {@code x}. Modified: {@code y}.
     *
     * @param x the arguments
     * @param xo index of the first argument
     * @param y the results
     * @param yo index of the first result
     * @param n number of elements
     */
    public static void erf(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = erf(x[xo + i]);
        }
    }
}
