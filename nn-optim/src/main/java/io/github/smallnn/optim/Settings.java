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

    static void requirePositive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be a finite number above 0, but is " + value);
        }
    }

    static void requireFraction(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1), but is " + value);
        }
    }

    /** 1 - beta^step, by squaring: the same bits on every JVM, and nothing that a restored state would have to catch up. */
    static double biasCorrection(double beta, long step) {
        double power = 1;
        double square = beta;
        for (long left = step; left > 0; left >>= 1) {
            if (square < 0x1p-64) {
                // The highest bit is still to come, so beta^step is smaller yet and lost in the difference.
                return 1;
            }
            if ((left & 1) == 1) {
                power *= square;
            }
            square *= square;
        }
        return 1 - power;
    }
}
