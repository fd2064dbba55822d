package io.github.smallnn.random;

import java.math.BigDecimal;
import java.math.MathContext;

/** Exponential and logarithm to more than 30 decimal digits, for tables that are made once. */
final class PreciseMath {
    static final MathContext DIGITS = new MathContext(44);

    private static final int HALVINGS = 10;
    private static final BigDecimal NEGLIGIBLE = new BigDecimal("1e-44");

    private PreciseMath() {}

    /** e^x for |x| below 100: the series of x / 1024, squared ten times. */
    static BigDecimal exp(BigDecimal x) {
        BigDecimal y = x.divide(BigDecimal.valueOf(1L << HALVINGS), DIGITS);
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int n = 1; term.abs().compareTo(NEGLIGIBLE) > 0; n++) {
            term = term.multiply(y).divide(BigDecimal.valueOf(n), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        for (int i = 0; i < HALVINGS; i++) {
            sum = sum.multiply(sum, DIGITS);
        }
        return sum;
    }

    /** log v for v above 0: a first value y in double precision, and d = v e^-y - 1 adds d - d^2 / 2. */
    static BigDecimal log(BigDecimal v) {
        BigDecimal y = new BigDecimal(StrictMath.log(v.doubleValue()));
        BigDecimal d = v.multiply(exp(y.negate()), DIGITS).subtract(BigDecimal.ONE);
        return y.add(d).subtract(d.multiply(d).divide(BigDecimal.valueOf(2), DIGITS), DIGITS);
    }
}
