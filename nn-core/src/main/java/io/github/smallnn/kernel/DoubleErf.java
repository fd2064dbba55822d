package io.github.smallnn.kernel;

/**
 * The error function in double precision. Below 1/2 the series of powers of {@code x}; above, the Taylor series around
 * the nearest multiple {@code a} of 1/8, whose coefficients are {@code 2/sqrt(pi) e^(-a^2)} times Hermite polynomials of
 * {@code a}; 1 from 6 on.
 */
final class DoubleErf {

    static final int STEPS = 8;
    static final int LAST = 48;
    static final int TERMS = 11;
    private static final double TWO_OVER_SQRT_PI = 0x1.20dd750429b6dp0;
    // 2/sqrt(pi) - 1
    private static final double REST = 0x1.06eba8214db69p-3;

    /** erf(i / 8). */
    private static final double[] VALUES = {
        0.0, 0.1403162048013338, 0.27632639016823696, 0.4041169094348223, 0.5204998778130465,
        0.623240882188418, 0.7111556336535151, 0.7840750610598597, 0.8427007929497149, 0.8883882317017078,
        0.9229001282564583, 0.9481700727820903, 0.9661051464753108, 0.9784437332399837, 0.9866716712191824,
        0.9919900576701199, 0.9953222650189527, 0.9973459706405177, 0.9985372834133188, 0.9992170617821089,
        0.999593047982555, 0.9997946242638588, 0.9998993780778803, 0.9999521451602562, 0.9999779095030014,
        0.9999901032653747, 0.9999956972205363, 0.9999981847185726, 0.9999992569016276, 0.9999997048598075,
        0.9999998862727434, 0.999999957486056, 0.9999999845827421, 0.9999999945765992, 0.9999999981494259,
        0.9999999993875167, 0.9999999998033839, 0.9999999999387839, 0.9999999999815149, 0.9999999999945866,
        0.9999999999984626, 0.9999999999995766, 0.9999999999998869, 0.9999999999999707, 0.9999999999999927,
        0.9999999999999982, 0.9999999999999996, 0.9999999999999999, 1.0
    };

    private static final double[] SLOPES = slopes();

    private DoubleErf() {}

    static double erf(double x) {
        double a = Math.abs(x);
        return a < 0.5 ? nearZero(x) : Math.copySign(nearStep(a), x);
    }

    /** {@code erf(i / 8)}. */
    static double value(int i) {
        return VALUES[i];
    }

    /** Coefficient of {@code h^(term + 1)} in the series of {@code erf(i / 8 + h)}. */
    static double slope(int i, int term) {
        return SLOPES[i * TERMS + term];
    }

    /** {@code x + x (2/sqrt(pi) (1 - x^2/3 + x^4/10 - ...) - 1)}: the term of degree 2n + 1 is divided by n! (2n + 1). */
    private static double nearZero(double x) {
        double z = -x * x;
        double sum = 1.0 / (479001600.0 * 25);
        sum = Math.fma(sum, z, 1.0 / (39916800.0 * 23));
        sum = Math.fma(sum, z, 1.0 / (3628800.0 * 21));
        sum = Math.fma(sum, z, 1.0 / (362880.0 * 19));
        sum = Math.fma(sum, z, 1.0 / (40320.0 * 17));
        sum = Math.fma(sum, z, 1.0 / (5040.0 * 15));
        sum = Math.fma(sum, z, 1.0 / (720.0 * 13));
        sum = Math.fma(sum, z, 1.0 / (120.0 * 11));
        sum = Math.fma(sum, z, 1.0 / (24.0 * 9));
        sum = Math.fma(sum, z, 1.0 / (6.0 * 7));
        sum = Math.fma(sum, z, 1.0 / (2.0 * 5));
        sum = Math.fma(sum, z, 1.0 / 3);
        return Math.fma(x, Math.fma(sum * z, TWO_OVER_SQRT_PI, REST), x);
    }

    private static double nearStep(double a) {
        double c = a > 6 ? 6 : a;
        int i = (int) (c * STEPS + 0.5);
        double h = c - (double) i / STEPS;
        double sum = 0;
        for (int term = TERMS - 1; term >= 0; term--) {
            sum = Math.fma(sum, h, SLOPES[i * TERMS + term]);
        }
        return Math.fma(sum, h, VALUES[i]);
    }

    /*
     * The derivative of erf at a + h is 2/sqrt(pi) e^(-a^2) times e^(-2ah - h^2), whose powers of h have the coefficients g with
     * g[0] = 1, g[1] = -2a, (t + 1) g[t + 1] = -2 (a g[t] + g[t - 1]). Rounding errors here are harmless: each term is
     * multiplied by h, at most 1/16.
     */
    private static double[] slopes() {
        double[] slopes = new double[(LAST + 1) * TERMS];
        for (int i = 0; i <= LAST; i++) {
            double a = (double) i / STEPS;
            double scale = TWO_OVER_SQRT_PI * DoubleMath.exp(-a * a);
            double before = 0;
            double g = 1;
            for (int term = 0; term < TERMS; term++) {
                slopes[i * TERMS + term] = scale * g / (term + 1);
                double next = -2 * (a * g + before) / (term + 1);
                before = g;
                g = next;
            }
        }
        return slopes;
    }
}
