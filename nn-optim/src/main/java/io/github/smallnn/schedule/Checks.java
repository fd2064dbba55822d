package io.github.smallnn.schedule;

/** Checks of settings, with messages that name schedule, setting, range and value; and milestones. */
final class Checks {
    private Checks() {}

    static void factor(String schedule, String name, double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    schedule + " schedule needs a finite " + name + " of at least 0, but got " + value);
        }
    }

    static void positive(String schedule, String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    schedule + " schedule needs a finite " + name + " above 0, but got " + value);
        }
    }

    static void fraction(String schedule, String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(schedule + " schedule needs a " + name + " in [0, 1), but got " + value);
        }
    }

    static void count(String schedule, String name, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(
                    schedule + " schedule needs " + name + " of at least " + least + ", but got " + value);
        }
    }

    static long[] ascending(String schedule, long[] milestones) {
        long[] copy = milestones.clone();
        for (int i = 0; i < copy.length; i++) {
            if (copy[i] < 0 || (i > 0 && copy[i] <= copy[i - 1])) {
                throw new IllegalArgumentException(
                        schedule + " schedule needs milestones that ascend from 0, but number " + i + " is " + copy[i]
                                + (i > 0 ? " after " + copy[i - 1] : ""));
            }
        }
        return copy;
    }

    /** How many milestones are at or before a time. */
    static int passed(long[] milestones, long time) {
        int n = 0;
        while (n < milestones.length && milestones[n] <= time) {
            n++;
        }
        return n;
    }
}
