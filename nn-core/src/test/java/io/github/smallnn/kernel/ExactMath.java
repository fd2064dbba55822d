package io.github.smallnn.kernel;

import java.math.BigDecimal;
import java.math.MathContext;

/** The elementary functions to 60 digits, by their series. */
final class ExactMath {

    private static final MathContext DIGITS = new MathContext(60);
    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal EPSILON = new BigDecimal("1e-60");
    private static final BigDecimal LN_2 = twiceAtanh(ONE.divide(BigDecimal.valueOf(3), DIGITS));
    private static final BigDecimal PI = BigDecimal.valueOf(16)
            .multiply(atanInverse(5))
            .subtract(BigDecimal.valueOf(4).multiply(atanInverse(239)));

    private ExactMath() {}

    static BigDecimal exp(BigDecimal x) {
        return expm1(x).add(ONE, DIGITS);
    }

    /** Below 1/2 the series of {@code e^x - 1}; above, squares of the series at a power of two below. */
    static BigDecimal expm1(BigDecimal x) {
        int halvings = Math.max(0, Math.getExponent(x.doubleValue()) + 2);
        BigDecimal r = x.divide(TWO.pow(halvings));
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal term = ONE;
        for (int n = 1; n == 1 || term.abs().compareTo(EPSILON.multiply(r.abs())) > 0; n++) {
            term = term.multiply(r).divide(BigDecimal.valueOf(n), DIGITS);
            sum = sum.add(term, DIGITS);
            if (term.signum() == 0) {
                break;
            }
        }
        if (halvings == 0) {
            return sum;
        }
        BigDecimal power = sum.add(ONE, new MathContext(100));
        for (int i = 0; i < halvings; i++) {
            power = power.multiply(power, new MathContext(100));
        }
        return power.subtract(ONE, new MathContext(460));
    }

    static BigDecimal log(BigDecimal x) {
        return log1p(x.subtract(ONE));
    }

    static BigDecimal log1p(BigDecimal x) {
        BigDecimal u = x.add(ONE);
        int power = Math.abs(x.doubleValue()) < 0.4 ? 0 : exponent(u);
        BigDecimal factor = power < 0 ? TWO.pow(-power) : ONE.divide(TWO.pow(power));
        BigDecimal f = power == 0 ? x : u.multiply(factor).subtract(ONE);
        return twiceAtanh(f.divide(f.add(TWO), DIGITS)).add(LN_2.multiply(BigDecimal.valueOf(power)), DIGITS);
    }

    static BigDecimal tanh(BigDecimal x) {
        BigDecimal t = expm1(x.multiply(TWO));
        return t.divide(t.add(TWO), DIGITS);
    }

    static BigDecimal sigmoid(BigDecimal x) {
        return ONE.divide(exp(x.negate()).add(ONE), DIGITS);
    }

    static BigDecimal softplus(BigDecimal x) {
        return log1p(exp(x));
    }

    static BigDecimal erf(BigDecimal x) {
        BigDecimal sum = x;
        BigDecimal power = x;
        BigDecimal square = x.multiply(x).negate();
        for (int n = 1; n < 400 && power.signum() != 0; n++) {
            power = power.multiply(square).divide(BigDecimal.valueOf(n), DIGITS);
            sum = sum.add(power.divide(BigDecimal.valueOf(2L * n + 1), DIGITS), new MathContext(80));
            if (power.abs().compareTo(EPSILON.multiply(x.abs())) < 0) {
                break;
            }
        }
        return sum.multiply(TWO).divide(PI.sqrt(DIGITS), DIGITS);
    }

    /** {@code 2 atanh(s) = 2 (s + s^3 / 3 + s^5 / 5 + ...)}. */
    private static BigDecimal twiceAtanh(BigDecimal s) {
        BigDecimal square = s.multiply(s);
        BigDecimal power = s;
        BigDecimal sum = s;
        for (int n = 3; power.abs().compareTo(EPSILON.multiply(s.abs())) > 0; n += 2) {
            power = power.multiply(square, DIGITS);
            sum = sum.add(power.divide(BigDecimal.valueOf(n), DIGITS), DIGITS);
        }
        return sum.multiply(TWO);
    }

    /** {@code atan(1 / q)}; pi is Machin's 16 atan(1/5) - 4 atan(1/239). */
    private static BigDecimal atanInverse(int q) {
        BigDecimal square = BigDecimal.valueOf(-(long) q * q);
        BigDecimal power = ONE.divide(BigDecimal.valueOf(q), DIGITS);
        BigDecimal sum = power;
        for (int n = 3; power.abs().compareTo(EPSILON) > 0; n += 2) {
            power = power.divide(square, DIGITS);
            sum = sum.add(power.divide(BigDecimal.valueOf(n), DIGITS), DIGITS);
        }
        return sum;
    }

    /** A power of two near a positive number of any size. */
    private static int exponent(BigDecimal u) {
        int decimal = u.precision() - u.scale();
        int rough = (int) Math.floor(decimal * 3.3219);
        BigDecimal scale = rough < 0 ? TWO.pow(-rough) : ONE.divide(TWO.pow(rough));
        return rough + Math.getExponent(u.multiply(scale, DIGITS).doubleValue());
    }
}
