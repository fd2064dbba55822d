package io.github.smallnn.optim;

/** Checks of hyper-parameters, with messages that name setting, range and value. */
final class Settings {
    private Settings() {}

    static void requireRate(double rate) {
        requireNotNegative("learning rate", rate);
    }

    static void requireNotNegative(String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be a finite number of at least 0, but is " + value);
        }
    }

    static void requireFraction(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1), but is " + value);
        }
    }

    /** base^n for n of at least 0, by squaring: the same bits on every JVM, and no table to restore. */
    static double power(double base, long n) {
        double result = 1;
        double square = base;
        for (long left = n; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                result *= square;
            }
            square *= square;
        }
        return result;
    }
}
