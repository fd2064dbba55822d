package io.github.smallnn.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
    private static final String ABSENT = "absent";

    /** The rows of one benchmark, in the order in which they were first measured. */
    static List<Row> of(List<Measured> all, Class<?> benchmark) {
        Map<Map<String, String>, Row> rows = new LinkedHashMap<>();
        for (Measured m : all) {
            if (m.benchmark().equals(benchmark.getSimpleName())) {
                rows.computeIfAbsent(m.contest(), c -> new Row(c, new LinkedHashMap<>()))
                        .by()
                        .put(m.parameter("by"), m);
            }
        }
        return new ArrayList<>(rows.values());
    }

    /** A figure of one contestant, a dash where it was not asked to run, and a word where it could not. */
    String cell(String name, Function<Measured, String> figure) {
        Measured m = by.get(name);
        if (m == null) {
            return NONE;
        }
        return m.missing() ? ABSENT : figure.apply(m);
    }

    /** The contestants that ran. */
    List<String> ran() {
        return by.keySet().stream().filter(name -> !by.get(name).missing()).toList();
    }

    /** A parameter of all contestants. */
    String parameter(String name) {
        return contest.get(name);
    }

    /** Element type for tables. */
    String precision() {
        return contest.get("precision").toLowerCase(Locale.ROOT);
    }

    /** How many times as fast the lower one is as the upper one, by medians; both must have run. */
    double times(String lower, String upper) {
        return by.get(upper).nanos() / by.get(lower).nanos();
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
        if (!by.containsKey(upper) || !by.containsKey(lower)) {
            return NONE;
        }
        if (by.get(upper).missing() || by.get(lower).missing()) {
            return ABSENT;
        }
        return Text.number("%.2f", time.applyAsDouble(by.get(upper)) / time.applyAsDouble(by.get(lower)));
    }
}
