package io.github.smallnn.examples;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** A flat JSON object under construction, in the order in which names are put. Doubles keep all their bits. */
final class Json {

    /** How numbers appear for which JSON has no form. */
    enum NonFinite {
        /** As the texts {@code "NaN"}, {@code "Infinity"}, {@code "-Infinity"}. */
        TEXT,
        /** As {@code null}. */
        NULL
    }

    private final NonFinite nonFinite;
    private final Map<String, String> members = new LinkedHashMap<>();

    Json(NonFinite nonFinite) {
        this.nonFinite = nonFinite;
    }

    void put(String name, double value) {
        member(name, number(value));
    }

    void put(String name, String value) {
        member(name, text(value));
    }

    void put(String name, double[] values) {
        member(name, list(values));
    }

    void put(String name, double[][] rows) {
        StringJoiner list = new StringJoiner(",", "[", "]");
        for (double[] row : rows) {
            list.add(list(row));
        }
        member(name, list.toString());
    }

    private void member(String name, String value) {
        if (members.put(name, value) != null) {
            throw new IllegalStateException("the figure '" + name + "' was put twice");
        }
    }

    private String list(double[] values) {
        StringJoiner list = new StringJoiner(",", "[", "]");
        for (double v : values) {
            list.add(number(v));
        }
        return list.toString();
    }

    private String number(double value) {
        if (Double.isFinite(value)) {
            return Double.toString(value);
        }
        return nonFinite == NonFinite.NULL ? "null" : text(Double.toString(value));
    }

    private static String text(String s) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : s.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    @Override
    public String toString() {
        StringJoiner object = new StringJoiner(",\n ", "{\n ", "\n}");
        members.forEach((name, value) -> object.add(text(name) + ": " + value));
        return object.toString();
    }
}
