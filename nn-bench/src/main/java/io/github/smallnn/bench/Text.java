package io.github.smallnn.bench;

import java.util.Locale;

/** Figures as text. */
final class Text {
    private Text() {}

    static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    static String nanos(Measured m) {
        return number("%.1f", m.nanos());
    }

    static String micros(Measured m) {
        return number("%.3f", m.nanos() / 1e3);
    }

    static String millis(Measured m) {
        return number("%.1f", m.nanos() / 1e6);
    }

    /** The range around the median. */
    static String spread(Measured m) {
        return number("%.0f%%", 100 * (m.low() / m.nanos() - 1)) + ".."
                + number("%+.0f%%", 100 * (m.high() / m.nanos() - 1));
    }

    static String loss(Measured m) {
        return number("%.12g", m.figure("loss"));
    }

    static String error(Measured m) {
        return number("%.1e", m.figure("error"));
    }

    static String backends(Measured m) {
        return Backends.names((int) m.figure("backends"));
    }

    /** Bytes of a step by the thread's counter. */
    static String bytes(Measured m) {
        return number("%.0f", m.figure("bytes"));
    }

    /** What was allocated, by the gc profiler. */
    static String gc(Measured m) {
        return number("%.3f", m.figure("gc.alloc.rate"));
    }

    /** What an operation allocates, by the gc profiler. */
    static String megabytes(Measured m) {
        return number("%.1f", m.figure("gc.alloc.rate.norm") / (1 << 20));
    }
}
