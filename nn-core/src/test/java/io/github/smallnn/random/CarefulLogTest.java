package io.github.smallnn.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The logarithm of the generators against one of 45 decimal digits. */
class CarefulLogTest {
    private static final MathContext DIGITS = new MathContext(45);
    private static final BigDecimal LN2 = twiceAtanh(BigDecimal.ONE.divide(BigDecimal.valueOf(3), DIGITS));

    /** 2 (s + s^3/3 + s^5/5 + ...), which is log((1 + s) / (1 - s)). */
    private static BigDecimal twiceAtanh(BigDecimal s) {
        BigDecimal square = s.multiply(s, DIGITS);
        BigDecimal power = s;
        BigDecimal sum = s;
        for (int n = 3; n < 100; n += 2) {
            power = power.multiply(square, DIGITS);
            sum = sum.add(power.divide(BigDecimal.valueOf(n), DIGITS), DIGITS);
        }
        return sum.multiply(BigDecimal.valueOf(2), DIGITS);
    }

    private static BigDecimal exactLog(double x) {
        int k = Math.getExponent(x);
        BigDecimal m = new BigDecimal(Math.scalb(x, -k));
        BigDecimal s = m.subtract(BigDecimal.ONE).divide(m.add(BigDecimal.ONE), DIGITS);
        return twiceAtanh(s).add(LN2.multiply(BigDecimal.valueOf(k), DIGITS), DIGITS);
    }

    private static double errorInUlps(double x) {
        double got = CarefulLog.log(x);
        BigDecimal error = new BigDecimal(got).subtract(exactLog(x)).abs();
        return error.divide(new BigDecimal(Math.ulp(got)), DIGITS).doubleValue();
    }

    @Test
    void isWithinHalfAUnitAndAThousandth() {
        Random random = new Random(2024);
        double worst = 0;
        for (int i = 0; i < 2000; i++) {
            double x = switch (i % 4) {
                case 0 -> random.nextDouble() + 0x1p-60;
                case 1 -> 1 + (random.nextDouble() - 0.5) * Math.scalb(1.0, -random.nextInt(50));
                case 2 -> Math.scalb(1 + random.nextDouble(), -random.nextInt(107));
                default -> Math.scalb(1 + random.nextDouble(), random.nextInt(2045) - 1022);
            };
            double error = errorInUlps(x);
            assertThat(error).as("error in ulp of log(%s), seed 2024", x).isLessThanOrEqualTo(0.501);
            worst = Math.max(worst, error);
        }
        assertThat(worst)
                .as("the reference must not be the function under test")
                .isGreaterThan(0.45);
    }

    @Test
    void isExactWhereTheLogarithmIsKnown() {
        assertThat(CarefulLog.log(1)).isZero();
        assertThat(CarefulLog.log(2)).isEqualTo(0x1.62e42fefa39efp-1); // log 2 rounded
        assertThat(CarefulLog.log(0.5)).isEqualTo(-CarefulLog.log(2));
        assertThat(CarefulLog.log(Math.nextDown(1.0))).isEqualTo(-0x1p-53);
        for (double edge : new double[] {Math.sqrt(0.5), Math.sqrt(2), Double.MIN_NORMAL, Double.MAX_VALUE, 0x1p-104}) {
            for (double x : new double[] {Math.max(Math.nextDown(edge), Double.MIN_NORMAL), edge}) {
                assertThat(errorInUlps(x)).as("error in ulp of log(%s)", x).isLessThanOrEqualTo(0.501);
            }
        }
    }
}
