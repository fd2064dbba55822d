package io.github.smallnn.kernel;

/**
 * The error function in double precision. Below 1/2 the series of powers of {@code x}; above, {@code 1 - e^p} with
 * {@code p} a polynomial for the logarithm of {@code 1 - erf}; 1 from 6 on.
 */
/*
 * One polynomial for all of [1/2, 6], rather than a table of coefficients, so that the vector form needs no gathers. It
 * can be that short because an error of p counts only times 1 - erf. Its coefficients, in powers of a - 1, are those of
 * the least largest error so weighted, 0.08 ulp of the result, and were found with 60 digits (docs/adr/0008).
 */
final class DoubleErf {

    /** Below it the series of powers of x. */
    static final double SMALL = 0.5;
    /** From here on the result is 1. */
    static final double HIGHEST = 6;

    private static final double TWO_OVER_SQRT_PI = 0x1.20dd750429b6dp0;
    // 2/sqrt(pi) - 1
    private static final double REST = 0x1.06eba8214db69p-3;

    private DoubleErf() {}

    static double erf(double x) {
        double a = Math.abs(x);
        return a < SMALL ? series(x) : Math.copySign(rest(a), x);
    }

    /** {@code x + x (2/sqrt(pi) (1 - x^2/3 + x^4/10 - ...) - 1)}: the term of degree 2n + 1 is divided by n! (2n + 1). */
    static double series(double x) {
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

    private static double rest(double a) {
        double c = logRest(a > HIGHEST ? HIGHEST : a);
        double shifted = DoubleMath.shifted(c);
        double half = DoubleMath.twoTo(DoubleMath.power(shifted) - 1);
        return 2 * Math.fma(-half, DoubleMath.expm1Reduced(c, DoubleMath.whole(shifted)), 0.5 - half);
    }

    /** {@code ln(1 - erf(a))} for {@code 1/2 <= a <= 6}. */
    private static double logRest(double a) {
        return logRest(a, high(a));
    }

    /** {@link #logRest(double)} from its terms of degree 8 and more over {@code (a - 1)^8}. */
    static double logRest(double a, double high) {
        double h = a - 1;
        double h2 = h * h;
        double h4 = h2 * h2;
        double c0 = Math.fma(h, -0x1.51c9b0006c24p1, -0x1.d97fbf27aa2a1p0);
        double c2 = Math.fma(h, -0x1.5477f09ca5d2ap-5, -0x1.afabc11a28f35p-1);
        double c4 = Math.fma(h, -0x1.033f69994839ap-9, 0x1.48c9d40c0c061p-7);
        double c6 = Math.fma(h, 0x1.b8be76b95b001p-16, 0x1.f1b4bb912c98bp-13);
        double middle = Math.fma(high, h4, Math.fma(c6, h2, c4));
        return Math.fma(middle, h4, Math.fma(c2, h2, c0));
    }

    /** The polynomial that {@code (a - 1)^8} is multiplied by. */
    static double high(double a) {
        double h = a - 1;
        double h2 = h * h;
        double h4 = h2 * h2;
        double c0 = Math.fma(h, 0x1.415bf58b1fa3fp-17, -0x1.c75a319c4e6d7p-16);
        double c2 = Math.fma(h, 0x1.bcb2f8a5d6cd4p-24, -0x1.0ef199e5a21dcp-19);
        double c4 = Math.fma(h, -0x1.195bb686f6ddbp-24, 0x1.0c6221c7a1937p-23);
        double c6 = Math.fma(h, -0x1.dc444ec0280e6p-29, 0x1.4979a0ce4a2bep-26);
        double c8 = Math.fma(h, 0x1.0dfb3e8e8dd8p-34, 0x1.026c3f4ea198fp-32);
        double c10 = Math.fma(h, 0x1.5d720c5310278p-39, -0x1.61d1c6b1886c9p-36);
        double last = Math.fma(Math.fma(-0x1.10d6626f1005bp-43, h4, Math.fma(c10, h2, c8)), h4, Math.fma(c6, h2, c4));
        return Math.fma(last, h4, Math.fma(c2, h2, c0));
    }
}
