package io.github.smallnn.schedule;

import io.github.smallnn.kernel.DoubleMath;

/** The functions that schedules are made of: the same bits on every JVM, and no garbage. */
final class Curves {
    // Taylor coefficients of sin(y) / y and of cos(y) in y^2, highest first; y is at most pi / 4, so that what is left
    // out
    // is below 2^-55.
    private static final double[] SINE = {
        -1 / 1307674368000.0, 1 / 6227020800.0, -1 / 39916800.0, 1 / 362880.0, -1 / 5040.0, 1 / 120.0, -1 / 6.0, 1
    };
    private static final double[] COSINE = {
        1 / 20922789888000.0,
        -1 / 87178291200.0,
        1 / 479001600.0,
        -1 / 3628800.0,
        1 / 40320.0,
        -1 / 720.0,
        1 / 24.0,
        -1 / 2.0,
        1
    };

    private Curves() {}

    /** base^exponent for a base of at least 0. */
    static double power(double base, double exponent) {
        if (exponent == 0 || base == 1) {
            return 1;
        }
        if (exponent == 1) {
            return base;
        }
        return base == 0 ? 0 : DoubleMath.exp(exponent * DoubleMath.log(base));
    }

    /** cos(pi x), exact at whole and half numbers. */
    static double cosine(double x) {
        double r = Math.abs(x) % 2;
        double fold = r > 1 ? 2 - r : r;
        double sign = fold > 0.5 ? -1 : 1;
        double part = fold > 0.5 ? 1 - fold : fold;
        return sign * (part <= 0.25 ? series(COSINE, Math.PI * part) : sine(Math.PI * (0.5 - part)));
    }

    private static double sine(double y) {
        return y * series(SINE, y);
    }

    private static double series(double[] coefficients, double y) {
        double square = y * y;
        double sum = 0;
        for (double c : coefficients) {
            sum = Math.fma(sum, square, c);
        }
        return sum;
    }

    /** From a to b as t goes from 0 to 1, along half a wave. */
    static double halfWave(double a, double b, double t) {
        return b + (a - b) / 2 * (1 + cosine(t));
    }
}
