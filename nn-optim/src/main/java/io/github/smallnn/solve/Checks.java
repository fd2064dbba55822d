package io.github.smallnn.solve;

/** Checks of settings, with messages that name solver, setting, range and value. */
final class Checks {
    private Checks() {}

    static void positive(String solver, String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(solver + " needs a finite " + name + " above 0, but got " + value);
        }
    }

    static void notNegative(String solver, String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(solver + " needs a finite " + name + " of at least 0, but got " + value);
        }
    }

    static void atLeastOne(String solver, String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(solver + " needs at least 1 for " + name + ", but got " + value);
        }
    }
}
