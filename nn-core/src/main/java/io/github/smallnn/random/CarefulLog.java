package io.github.smallnn.random;

/**
 * The natural logarithm, rounded with an error of at most 0.501 units in the last place: so close to the exact value
 * that normal numbers agree with NumPy's to the bit in all but a few of 10,000, and made only of operations that Java
 * defines exactly, so that one seed gives one stream on every machine.
 *
 * <p>For positive normal numbers, the only arguments that the generators have. Slower than the kernels' logarithm,
 * which is off by up to a unit.
 */
final class CarefulLog {
    /*
     * x = 2^k m with m between sqrt(1/2) and sqrt(2), s = (m - 1) / (m + 1), z = s^2: log x = k log 2 + 2 s (1 + z/3 +
     * z^2/5 + z^3/7 + ...). The quotient, z, z/3 and the sum are carried as pairs of doubles, the second holding what
     * rounding took from the first; from z^2/5 (below 2e-4) on one double will do. Pairs: T. J. Dekker, "A
     * floating-point technique for extending the available precision", Numerische Mathematik 18 (1971).
     */
    private static final long SQRT_HALF_BITS = 0x3fe6a09e667f3bcdL;

    /** The leading 33 bits of log 2, so that its product with any exponent is exact, and the rest. */
    private static final double LN2_LEADING = 0x1.62e42feep-1;

    private static final double LN2_REST = 0x1.a39ef35793c76p-33;

    private static final double THIRD = 0x1.5555555555555p-2;
    private static final double THIRD_REST = 0x1.5555555555555p-56;

    private CarefulLog() {}

    static double log(double x) {
        long bits = Double.doubleToRawLongBits(x);
        long power = (bits - SQRT_HALF_BITS) >> 52;
        double m = Double.longBitsToDouble(bits - (power << 52));

        double sum = m + 1;
        double sumRest = m < 1 ? m - (sum - 1) : 1 - (sum - m);
        double s = (m - 1) / sum;
        double sRest = (Math.fma(-s, sum, m - 1) - s * sumRest) / sum;

        double z = s * s;
        double zRest = Math.fma(s, s, -z) + 2 * s * sRest;
        double third = z * THIRD;
        double others = Math.fma(z, THIRD, -third) + zRest * THIRD + z * THIRD_REST + z * z * series(z);
        double p = third + others;
        double pRest = third - p + others;

        double product = s * p;
        double productRest = Math.fma(s, p, -product) + s * pRest + sRest * p;
        double half = s + product;
        double halfRest = s - half + product + productRest + sRest;

        double whole = power * LN2_LEADING;
        double result = whole + 2 * half;
        double resultRest = 2 * half - (result - whole) + 2 * halfRest + power * LN2_REST;
        return result + resultRest;
    }

    /* 1/5 + z/7 + z^2/9 + ... for z up to 0.0295; the first term left out is below 1e-19. */
    private static double series(double z) {
        double y = 1.0 / 27;
        y = Math.fma(y, z, 1.0 / 25);
        y = Math.fma(y, z, 1.0 / 23);
        y = Math.fma(y, z, 1.0 / 21);
        y = Math.fma(y, z, 1.0 / 19);
        y = Math.fma(y, z, 1.0 / 17);
        y = Math.fma(y, z, 1.0 / 15);
        y = Math.fma(y, z, 1.0 / 13);
        y = Math.fma(y, z, 1.0 / 11);
        y = Math.fma(y, z, 1.0 / 9);
        y = Math.fma(y, z, 1.0 / 7);
        return Math.fma(y, z, 1.0 / 5);
    }
}
