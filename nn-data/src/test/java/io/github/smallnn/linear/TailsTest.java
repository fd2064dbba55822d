package io.github.smallnn.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Tail probabilities against the closed forms that there are for few degrees of freedom. */
class TailsTest {
    private static final double CLOSE = 1e-12;

    @Test
    void studentWithOneTwoAndFourDegrees() {
        for (double t : new double[] {1e-9, 1e-3, 0.1, 0.9, 1, 1.1, 2, 12.7, 1e3, 1e8}) {
            same("1", t, Tails.student(t, 1), 2 / Math.PI * Math.atan2(1, t));
            double root = Math.sqrt(2 + t * t);
            same("2", t, Tails.student(t, 2), 2 / (root * (root + t)));
        }
        for (double t : new double[] {0.1, 1, 2, 5}) {
            double u = t / Math.sqrt(4 + t * t);
            same("4", t, Tails.student(t, 4), 1 - 1.5 * u + 0.5 * u * u * u);
        }
    }

    @Test
    void fWithTwoModelDegreesAndAnyNumberOfResidualDegrees() {
        long testSeed = 5;
        Random random = new Random(testSeed);
        for (int i = 0; i < 500; i++) {
            double degrees = 1 + random.nextInt(1 << random.nextInt(24));
            double f = Math.exp(2 * random.nextGaussian());
            double want = Math.exp(-degrees / 2 * Math.log1p(2 * f / degrees));
            if (want > 1e-250) {
                same("seed " + testSeed + ", 2 and " + degrees, f, Tails.f(f, 2, degrees), want);
            }
        }
    }

    @Test
    void fWithTwoResidualDegrees() {
        for (double model : new double[] {1, 2, 3, 10, 1000}) {
            for (double f : new double[] {1e-3, 0.5, 1, 3, 1e4}) {
                double want = -Math.expm1(-model / 2 * Math.log1p(2 / (model * f)));
                same(model + " and 2", f, Tails.f(f, model, 2), want);
            }
        }
    }

    @Test
    void endsAndNonsense() {
        assertThat(Tails.f(0, 3, 5)).isEqualTo(1);
        assertThat(Tails.f(Double.POSITIVE_INFINITY, 3, 5)).isZero();
        assertThat(Tails.f(Double.NaN, 3, 5)).isNaN();
        assertThat(Tails.student(Double.NEGATIVE_INFINITY, 5)).isZero();
        assertThat(Tails.student(-2, 5)).isEqualTo(Tails.student(2, 5));
    }

    @Test
    void quantilesAreTheInverse() {
        for (double p : new double[] {0.9, 0.5, 0.05, 0.01, 1e-6, 1e-12}) {
            for (double degrees : new double[] {1, 2, 3, 30, 1e4}) {
                double t = Tails.studentQuantile(p, degrees);
                same("quantile " + degrees, p, Tails.student(t, degrees), p);
            }
            double u = 1 - p; // the closed form for two degrees
            assertThat(Tails.studentQuantile(p, 2)).isCloseTo(u * Math.sqrt(2 / (p * (1 + u))), within(1e-11 / p));
        }
    }

    /** The finite sum that there is for an odd number of degrees. */
    @Test
    void quantileForNinetySevenDegrees() {
        double angle = Math.atan(Tails.studentQuantile(0.05, 97) / Math.sqrt(97));
        double term = Math.cos(angle);
        double sum = term;
        for (int k = 3; k <= 95; k += 2) {
            term *= (k - 1.0) / k * Math.cos(angle) * Math.cos(angle);
            sum += term;
        }
        assertThat(2 / Math.PI * (angle + Math.sin(angle) * sum)).isCloseTo(0.95, within(1e-14));
    }

    private static void same(String degrees, double at, double got, double want) {
        assertThat(got / want)
                .as("degrees %s at %s: got %s, want %s", degrees, at, got, want)
                .isCloseTo(1, within(CLOSE));
    }
}
