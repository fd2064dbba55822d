package io.github.smallnn.linear;

import org.apache.commons.numbers.gamma.RegularizedBeta;

/** Tail probabilities of the F and Student distributions. */
final class Tails {
    private static final int BISECTIONS = 200;

    private Tails() {}

    /** P(F > f) with d1 and d2 degrees of freedom: {@code I(d2 / (d2 + d1 f); d2 / 2, d1 / 2)}. */
    static double f(double f, double d1, double d2) {
        if (Double.isNaN(f)) {
            return Double.NaN;
        }
        double ratio = d1 * f / d2;
        if (ratio == Double.POSITIVE_INFINITY) {
            return 0;
        }
        // The smaller of x and 1 - x is given, as the larger would hide its digits.
        if (ratio > 1) {
            return RegularizedBeta.value(1 / (1 + ratio), d2 / 2, d1 / 2);
        }
        double x = ratio / (1 + ratio);
        double below = RegularizedBeta.value(x, d1 / 2, d2 / 2);
        return below < 0.5 ? 1 - below : RegularizedBeta.complement(x, d1 / 2, d2 / 2);
    }

    /** P(|T| > |t|). */
    static double student(double t, double degrees) {
        return f(t * t, 1, degrees);
    }

    /** The t that {@code |T|} exceeds with probability p, by bisection down to the spacing of doubles. */
    static double studentQuantile(double p, double degrees) {
        double low = 0;
        double high = 1;
        while (student(high, degrees) > p) {
            low = high;
            high *= 2;
        }
        for (int i = 0; i < BISECTIONS && Math.nextUp(low) < high; i++) {
            double middle = low + (high - low) / 2;
            if (student(middle, degrees) > p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
