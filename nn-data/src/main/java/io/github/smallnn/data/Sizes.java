package io.github.smallnn.data;

/** Checks of the parameters of generators; every message names the parameter, its range and what was given. */
final class Sizes {
    private Sizes() {}

    static void atLeast(String name, int least, int value) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", got " + value);
        }
    }

    static void elements(String rowsName, int rows, String colsName, int cols) {
        if ((long) rows * cols > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(rowsName + " " + rows + " times " + colsName + " " + cols
                    + " does not fit one Java array; use at most 2^31-9 elements");
        }
    }

    static void finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite, got " + value);
        }
    }

    static void fraction(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be between 0 and 1, got " + value);
        }
    }

    static void notNegative(String name, double value) {
        finite(name, value);
        if (value < 0) {
            throw new IllegalArgumentException(name + " must be 0 or more, got " + value);
        }
    }

    static int sum(String firstName, int first, String secondName, int second) {
        if ((long) first + second > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    firstName + " " + first + " plus " + secondName + " " + second + " is more than 2^31-1");
        }
        return first + second;
    }
}
