package io.github.smallnn.kernel;

/**
 * The exponential and its relatives over runs of doubles, a block at a time, with the bits of {@link DoubleMath}.
 *
 * <p>C2 makes vector code of arithmetic on arrays that share one index, but not of bit casts. So each function is three
 * loops over a block: the polynomial (vectors), powers of two and choices between two formulas (bits, one element after
 * the other), and the rest (vectors). A choice is a factor of exactly 0 or 1. Confined: an instance owns its blocks.
 */
final class DoubleBlocks {

    private static final int BLOCK = 128;
    private static final long ONE = Double.doubleToRawLongBits(1);
    private static final long SMALL_TANH = Double.doubleToRawLongBits(DoubleMath.SMALL_TANH);
    private static final long SMALL_ERF = Double.doubleToRawLongBits(DoubleErf.SMALL);

    private final double[] argument = new double[BLOCK];
    private final double[] power = new double[BLOCK];
    private final double[] otherPower = new double[BLOCK];
    private final double[] choice = new double[BLOCK];
    private final double[] sign = new double[BLOCK];
    private final double[] series = new double[BLOCK];

    void exp(double[] x, int xo, double[] y, int yo, int n) {
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

    void sigmoid(double[] x, int xo, double[] y, int yo, int n) {
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

    void tanh(double[] x, int xo, double[] y, int yo, int n) {
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

    void erf(double[] x, int xo, double[] y, int yo, int n) {
        for (int from = 0; from < n; from += BLOCK) {
            int size = Math.min(BLOCK, n - from);
            System.arraycopy(x, xo + from, argument, 0, size);
            signs(argument, SMALL_ERF, sign, choice, size);
            magnitudes(argument, size);
            errorNearZero(argument, otherPower, size);
            logRest(argument, series, size);
            series(argument, power, series, size);
            halfPowers(power, size);
            error(power, series, choice, otherPower, sign, argument, size);
            System.arraycopy(argument, 0, y, yo + from, size);
        }
    }

    private static void clamp(double[] x, int n) {
        for (int i = 0; i < n; i++) {
            x[i] = Math.max(Math.min(x[i], DoubleMath.EXP_HIGHEST), DoubleMath.EXP_LOWEST);
        }
    }

    private static void negative(double[] x, int n) {
        for (int i = 0; i < n; i++) {
            x[i] = Math.max(-Math.abs(x[i]), DoubleMath.EXP_LOWEST);
        }
    }

    private static void doubled(double[] x, int n) {
        for (int i = 0; i < n; i++) {
            x[i] = Math.max(-2 * Math.abs(x[i]), DoubleMath.TANH_LOWEST);
        }
    }

    private static void magnitudes(double[] x, int n) {
        for (int i = 0; i < n; i++) {
            x[i] = Math.min(Math.abs(x[i]), DoubleErf.HIGHEST);
        }
    }

    private static void errorNearZero(double[] x, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = DoubleErf.series(x[i]);
        }
    }

    // In two loops: JDK 17 makes no vectors of one with all terms.
    private static void logRest(double[] x, double[] high, int n) {
        for (int i = 0; i < n; i++) {
            high[i] = DoubleErf.high(x[i]);
        }
        for (int i = 0; i < n; i++) {
            x[i] = DoubleErf.logRest(x[i], high[i]);
        }
    }

    /** The power of two as {@link DoubleMath#shifted} leaves it, and {@code e^r - 1} of the rest r. */
    private static void series(double[] x, double[] power, double[] series, int n) {
        for (int i = 0; i < n; i++) {
            power[i] = DoubleMath.shifted(x[i]);
        }
        for (int i = 0; i < n; i++) {
            series[i] = DoubleMath.expm1Reduced(x[i], DoubleMath.whole(power[i]));
        }
    }

    private static void powers(double[] power, double[] otherPower, int n) {
        for (int i = 0; i < n; i++) {
            int p = DoubleMath.power(power[i]);
            int half = p >> 1;
            power[i] = DoubleMath.twoTo(half);
            otherPower[i] = DoubleMath.twoTo(p - half);
        }
    }

    private static void halfPowers(double[] power, int n) {
        for (int i = 0; i < n; i++) {
            power[i] = DoubleMath.twoTo(DoubleMath.power(power[i]) - 1);
        }
    }

    private static void product(double[] series, double[] power, double[] otherPower, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            y[i] = (1 + series[i]) * power[i] * otherPower[i];
        }
    }

    // The sign bit of a - b, for two numbers that are not negative, is that of the difference of their bits.
    private static void signs(double[] x, long limit, double[] sign, double[] small, int n) {
        for (int i = 0; i < n; i++) {
            long bits = Double.doubleToRawLongBits(x[i]);
            long below = (bits & Long.MAX_VALUE) - limit >> 63;
            small[i] = Double.longBitsToDouble(below & ONE);
            sign[i] = Double.longBitsToDouble(bits & Long.MIN_VALUE | ONE);
        }
    }

    private static void whereNegative(double[] x, double[] negative, int n) {
        for (int i = 0; i < n; i++) {
            negative[i] = Double.longBitsToDouble(Double.doubleToRawLongBits(x[i]) >> 63 & ONE);
        }
    }

    private static void logistic(double[] e, double[] negative, int n) {
        for (int i = 0; i < n; i++) {
            double under = 1 + e[i];
            double over = Math.fma(negative[i], e[i], 1 - negative[i]);
            e[i] = DoubleMath.quotient(over, under, e[i] - (under - 1));
        }
    }

    private static void tangent(double[] power, double[] series, double[] small, double[] sign, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            double e = 2 * Math.fma(power[i], series[i], power[i]);
            double less = 2 * Math.fma(power[i], series[i], power[i] - 0.5);
            double large = 1 - small[i];
            double over = Math.fma(small[i], -less, large * (2 * e));
            double under = Math.fma(small[i], less + 2, large * (e + 1));
            double q = DoubleMath.quotient(over, under, less - (under - 2));
            y[i] = Math.fma(small[i], q, large * (1 - q)) * sign[i];
        }
    }

    private static void error(
            double[] power, double[] series, double[] small, double[] near, double[] sign, double[] y, int n) {
        for (int i = 0; i < n; i++) {
            double far = 2 * Math.fma(-power[i], series[i], 0.5 - power[i]);
            y[i] = Math.fma(small[i], near[i], (1 - small[i]) * far) * sign[i];
        }
    }
}
