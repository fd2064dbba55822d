package io.github.smallnn.bench;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The contestants of one choice of parameters.
 *
 * @param contest the parameters
 * @param by what was measured, by name of the contestant
 */
record Row(Map<String, String> contest, Map<String, Measured> by) {
    private static final String NONE = "-";

    /** A figure of one contestant, or a dash where it did not run. */
    String cell(String name, Function<Measured, String> figure) {
        Measured m = by.get(name);
        return m == null ? NONE : figure.apply(m);
    }

    /** Time of one contestant over that of another, by medians. */
    String ratio(String upper, String lower) {
        return ratio(upper, lower, Measured::nanos);
    }

    /** The same by the fastest iterations, which other load on the machine disturbs least. */
    String bestRatio(String upper, String lower) {
        return ratio(upper, lower, Measured::low);
    }

    private String ratio(String upper, String lower, ToDoubleFunction<Measured> time) {
        return by.containsKey(upper) && by.containsKey(lower)
                ? String.format(
                        Locale.ROOT, "%.2f", time.applyAsDouble(by.get(upper)) / time.applyAsDouble(by.get(lower)))
                : NONE;
    }
}
