package io.github.smallnn.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** {@link DoubleMath} and {@link FloatMath} against series of 60 digits. */
class ElementaryTest {

    private static final int POINTS = 10_000;
    private static final long SEED = 20240608;
    private static final double LIMIT = 2;

    @ParameterizedTest
    @EnumSource
    void doubleResultsAreWithinTwoUlp(Elementary f) {
        Random random = new Random(SEED);
        double worst = 0;
        double at = 0;
        for (int i = 0; i < POINTS; i++) {
            double x = point(random, i, f.low, f.high, -1074);
            BigDecimal exact = f.exact.apply(new BigDecimal(x));
            double ulps = ulps(f.doubles.applyAsDouble(x), exact, Math.ulp(exact.doubleValue()));
            if (ulps > worst) {
                worst = ulps;
                at = x;
            }
        }
        System.out.printf("double %-8s worst error %.3f ulp at %s%n", f, worst, at);
        assertThat(worst).as("%s in double at %s, seed %d", f, at, SEED).isLessThanOrEqualTo(LIMIT);
    }

    @ParameterizedTest
    @EnumSource
    void floatResultsAreWithinTwoUlp(Elementary f) {
        Random random = new Random(SEED);
        double worst = 0;
        float at = 0;
        for (int i = 0; i < POINTS; i++) {
            float x = (float) point(random, i, f.floatLow, f.floatHigh, -149);
            if (x <= f.floatLow) {
                continue;
            }
            BigDecimal exact = f.exact.apply(new BigDecimal(x));
            double ulps = ulps(f.floats.apply(x), exact, Math.ulp(exact.floatValue()));
            if (ulps > worst) {
                worst = ulps;
                at = x;
            }
        }
        System.out.printf("float  %-8s worst error %.3f ulp at %s%n", f, worst, at);
        assertThat(worst).as("%s in float at %s, seed %d", f, at, SEED).isLessThanOrEqualTo(LIMIT);
    }

    @ParameterizedTest
    @EnumSource
    void loopsGiveTheBitsOfTheScalarForm(Elementary f) {
        Random random = new Random(SEED);
        DoubleStream special = DoubleStream.of(
                0.0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, -1e300);
        double[] x = DoubleStream.concat(special, random.doubles(250, -30, 30)).toArray();
        float[] fx = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            fx[i] = (float) x[i];
        }
        // Enough rounds for the compiler to have turned the loop into whatever it turns it into.
        double[] y = new double[x.length + 3];
        float[] fy = new float[x.length + 3];
        for (int round = 0; round < 2000; round++) {
            f.doubleLoop.apply(x, 1, y, 3, x.length - 1);
            f.floatLoop.apply(fx, 1, fy, 3, x.length - 1);
        }
        double[] inPlace = x.clone();
        f.doubleLoop.apply(inPlace, 0, inPlace, 0, x.length);
        float[] floatInPlace = fx.clone();
        f.floatLoop.apply(floatInPlace, 0, floatInPlace, 0, x.length);
        for (int i = 1; i < x.length; i++) {
            long bits = Double.doubleToLongBits(f.doubles.applyAsDouble(x[i]));
            assertThat(Double.doubleToLongBits(y[i + 2])).as("%s(%s)", f, x[i]).isEqualTo(bits);
            assertThat(Double.doubleToLongBits(inPlace[i]))
                    .as("%s(%s)", f, x[i])
                    .isEqualTo(bits);
            int floatBits = Float.floatToIntBits(f.floats.apply(fx[i]));
            assertThat(Float.floatToIntBits(fy[i + 2])).as("%s(%sf)", f, fx[i]).isEqualTo(floatBits);
            assertThat(Float.floatToIntBits(floatInPlace[i]))
                    .as("%s(%sf)", f, fx[i])
                    .isEqualTo(floatBits);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EXP      | 0         | 1
            EXP      | -0.0      | 1
            EXP      | -Infinity | 0
            EXP      | Infinity  | Infinity
            EXP      | 1000      | Infinity
            EXP      | -1000     | 0
            EXP      | NaN       | NaN
            EXPM1    | 0         | 0
            EXPM1    | -0.0      | -0.0
            EXPM1    | -Infinity | -1
            EXPM1    | Infinity  | Infinity
            EXPM1    | NaN       | NaN
            LOG      | 1         | 0
            LOG      | 0         | -Infinity
            LOG      | -0.0      | -Infinity
            LOG      | -1        | NaN
            LOG      | -Infinity | NaN
            LOG      | Infinity  | Infinity
            LOG      | NaN       | NaN
            LOG1P    | 0         | 0
            LOG1P    | -0.0      | -0.0
            LOG1P    | -1        | -Infinity
            LOG1P    | -2        | NaN
            LOG1P    | Infinity  | Infinity
            LOG1P    | NaN       | NaN
            TANH     | 0         | 0
            TANH     | -0.0      | -0.0
            TANH     | Infinity  | 1
            TANH     | -Infinity | -1
            TANH     | NaN       | NaN
            SIGMOID  | 0         | 0.5
            SIGMOID  | Infinity  | 1
            SIGMOID  | -Infinity | 0
            SIGMOID  | NaN       | NaN
            SOFTPLUS | Infinity  | Infinity
            SOFTPLUS | -Infinity | 0
            SOFTPLUS | NaN       | NaN
            ERF      | 0         | 0
            ERF      | -0.0      | -0.0
            ERF      | Infinity  | 1
            ERF      | -Infinity | -1
            ERF      | NaN       | NaN
            """)
    void specialValuesFollowTheLimits(Elementary f, double x, double expected) {
        assertThat(Double.doubleToLongBits(f.doubles.applyAsDouble(x)))
                .as("%s(%s) = %s", f, x, f.doubles.applyAsDouble(x))
                .isEqualTo(Double.doubleToLongBits(expected));
        assertThat(Float.floatToIntBits(f.floats.apply((float) x)))
                .as("%s(%sf) = %s", f, x, f.floats.apply((float) x))
                .isEqualTo(Float.floatToIntBits((float) expected));
    }

    /** In turn: anywhere in the range, near zero, near one, and of any magnitude down to the smallest subnormal. */
    private static double point(Random random, int i, double low, double high, int smallest) {
        double u = random.nextDouble();
        double x = switch (i % 4) {
            case 0 -> low + u * (high - low);
            case 1 -> 4 * u - 2;
            case 2 -> 1 + 0.1 * (u - 0.5);
            default -> Math.scalb(1 + u, random.nextInt(8 - smallest) + smallest) * (random.nextBoolean() ? 1 : -1);
        };
        return x > low && x < high ? x : low + u * Math.min(high - low, 1);
    }

    private static double ulps(double got, BigDecimal exact, double ulp) {
        assertThat(got).isFinite();
        return new BigDecimal(got)
                .subtract(exact)
                .abs()
                .divide(new BigDecimal(ulp), MathContext.DECIMAL64)
                .doubleValue();
    }
}
