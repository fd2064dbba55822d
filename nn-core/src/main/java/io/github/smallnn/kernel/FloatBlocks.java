package io.github.smallnn.kernel;

/**
 * The exponential and its relatives over runs of floats, a block at a time, with the bits of {@link FloatMath}.
 *
 * <p>C2 makes vector code of arithmetic on arrays that share one index, but not of bit casts. So each function is three
 * loops over a block: the polynomial (vectors), powers of two and choices between two formulas (bits, one element after
 * the other), and the rest (vectors). A choice is a factor of exactly 0 or 1. Confined: an instance owns its blocks.
 */
final class FloatBlocks {

    private static final int BLOCK = 128;
    private static final int ONE = Float.floatToRawIntBits(1);
    private static final int SMALL_TANH = Float.floatToRawIntBits(FloatMath.SMALL_TANH);
    private static final int SMALL_ERF = Float.floatToRawIntBits(FloatErf.SMALL);

    private final float[] argument = new float[BLOCK];
    private final float[] power = new float[BLOCK];
    private final float[] otherPower = new float[BLOCK];
    private final float[] choice = new float[BLOCK];
    private final float[] sign = new float[BLOCK];
    private final float[] series = new float[BLOCK];

    void exp(float[] x, int xo, float[] y, int yo, int n) {
        for (int from = 0; from < n; from += BLOCK) {
            int size = Math.min(BLOCK, n - from);
            System.arraycopy(x, xo + from, argument, 0, size);
            clamp(argument, size);
            series(argument, power, series, size);
            powers(power, otherPower, size);
            product(series, power, otherPower, argument, size);
            System.arraycopy(argument, 0, y, yo + from, size);
        }
    }

    void sigmoid(float[] x, int xo, float[] y, int yo, int n) {
        for (int from = 0; from < n; from += BLOCK) {
            int size = Math.min(BLOCK, n - from);
            System.arraycopy(x, xo + from, argument, 0, size);
            whereNegative(argument, choice, size);
            negative(argument, size);
            series(argument, power, series, size);
            powers(power, otherPower, size);
            product(series, power, otherPower, argument, size);
            logistic(argument, choice, size);
            System.arraycopy(argument, 0, y, yo + from, size);
        }
    }

    void tanh(float[] x, int xo, float[] y, int yo, int n) {
        for (int from = 0; from < n; from += BLOCK) {
            int size = Math.min(BLOCK, n - from);
            System.arraycopy(x, xo + from, argument, 0, size);
            signs(argument, SMALL_TANH, sign, choice, size);
            doubled(argument, size);
            series(argument, power, series, size);
            halfPowers(power, size);
            tangent(power, series, choice, sign, argument, size);
            System.arraycopy(argument, 0, y, yo + from, size);
        }
    }

    void erf(float[] x, int xo, float[] y, int yo, int n) {
        for (int from = 0; from < n; from += BLOCK) {
            int size = Math.min(BLOCK, n - from);
            System.arraycopy(x, xo + from, argument, 0, size);
            signs(argument, SMALL_ERF, sign, choice, size);
            magnitudes(argument, size);
            errorNearZero(argument, otherPower, size);
            logRest(argument, size);
            series(argument, power, series, size);
            halfPowers(power, size);
            error(power, series, choice, otherPower, sign, argument, size);
            System.arraycopy(argument, 0, y, yo + from, size);
        }
    }

    private static void clamp(float[] x, int n) {
        for (int i = 0; i < n; i++) {
            x[i] = Math.max(Math.min(x[i], FloatMath.EXP_HIGHEST), FloatMath.EXP_LOWEST);
        }
    }

    private static void negative(float[] x, int n) {
        for (int i = 0; i < n; i++) {
            x[i] = Math.max(-Math.abs(x[i]), FloatMath.EXP_LOWEST);
        }
    }

    private static void doubled(float[] x, int n) {
        for (int i = 0; i < n; i++) {
            x[i] = Math.max(-2 * Math.abs(x[i]), FloatMath.TANH_LOWEST);
        }
    }

    private static void magnitudes(float[] x, int n) {
        for (int i = 0; i < n; i++) {
            x[i] = Math.min(Math.abs(x[i]), FloatErf.HIGHEST);
        }
    }

    private static void errorNearZero(float[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = FloatErf.series(x[i]);
        }
    }

    private static void logRest(float[] x, int n) {
        for (int i = 0; i < n; i++) {
            x[i] = FloatErf.logRest(x[i]);
        }
    }

    /** The power of two as {@link FloatMath#shifted} leaves it, and {@code e^r - 1} of the rest r. */
    private static void series(float[] x, float[] power, float[] series, int n) {
        for (int i = 0; i < n; i++) {
            power[i] = FloatMath.shifted(x[i]);
        }
        for (int i = 0; i < n; i++) {
            series[i] = FloatMath.expm1Reduced(x[i], FloatMath.whole(power[i]));
        }
    }

    private static void powers(float[] power, float[] otherPower, int n) {
        for (int i = 0; i < n; i++) {
            int p = FloatMath.power(power[i]);
            int half = p >> 1;
            power[i] = FloatMath.twoTo(half);
            otherPower[i] = FloatMath.twoTo(p - half);
        }
    }

    private static void halfPowers(float[] power, int n) {
        for (int i = 0; i < n; i++) {
            power[i] = FloatMath.twoTo(FloatMath.power(power[i]) - 1);
        }
    }

    private static void product(float[] series, float[] power, float[] otherPower, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = (1 + series[i]) * power[i] * otherPower[i];
        }
    }

    // The sign bit of a - b, for two numbers that are not negative, is that of the difference of their bits.
    private static void signs(float[] x, int limit, float[] sign, float[] small, int n) {
        for (int i = 0; i < n; i++) {
            int bits = Float.floatToRawIntBits(x[i]);
            int below = (bits & Integer.MAX_VALUE) - limit >> 31;
            small[i] = Float.intBitsToFloat(below & ONE);
            sign[i] = Float.intBitsToFloat(bits & Integer.MIN_VALUE | ONE);
        }
    }

    private static void whereNegative(float[] x, float[] negative, int n) {
        for (int i = 0; i < n; i++) {
            negative[i] = Float.intBitsToFloat(Float.floatToRawIntBits(x[i]) >> 31 & ONE);
        }
    }

    private static void logistic(float[] e, float[] negative, int n) {
        for (int i = 0; i < n; i++) {
            float under = 1 + e[i];
            float over = Math.fma(negative[i], e[i], 1 - negative[i]);
            e[i] = FloatMath.quotient(over, under, e[i] - (under - 1));
        }
    }

    private static void tangent(float[] power, float[] series, float[] small, float[] sign, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            float e = 2 * Math.fma(power[i], series[i], power[i]);
            float less = 2 * Math.fma(power[i], series[i], power[i] - 0.5f);
            float large = 1 - small[i];
            float over = Math.fma(small[i], -less, large * (2 * e));
            float under = Math.fma(small[i], less + 2, large * (e + 1));
            float q = FloatMath.quotient(over, under, less - (under - 2));
            y[i] = Math.fma(small[i], q, large * (1 - q)) * sign[i];
        }
    }

    private static void error(
            float[] power, float[] series, float[] small, float[] near, float[] sign, float[] y, int n) {
        for (int i = 0; i < n; i++) {
            float far = 2 * Math.fma(-power[i], series[i], 0.5f - power[i]);
            y[i] = Math.fma(small[i], near[i], (1 - small[i]) * far) * sign[i];
        }
    }
}
