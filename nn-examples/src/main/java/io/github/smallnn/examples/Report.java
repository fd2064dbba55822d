package io.github.smallnn.examples;

import java.io.PrintWriter;
import java.util.Locale;

/**
 * Where an example's results go. As text, lines appear at once and figures only in the lines that mention them; as
 * JSON, lines are dropped and {@link #finish} prints all figures as one object.
 */
final class Report {
    private final PrintWriter out;
    private final PrintWriter err;
    private final boolean json;
    private final Json figures;

    Report(PrintWriter out, PrintWriter err, boolean json, Json figures) {
        this.out = out;
        this.err = err;
        this.json = json;
        this.figures = figures;
    }

    void heading(String text) {
        line("%n%s%n%s", text, "-".repeat(text.length()));
    }

    void line(String format, Object... args) {
        if (!json) {
            out.println(String.format(Locale.ROOT, format, args));
        }
    }

    void table(Table table) {
        if (!json) {
            out.print(table);
            out.flush();
        }
    }

    /** A line that the user has to see in either form. */
    void remark(String text) {
        (json ? err : out).println(text);
    }

    double figure(String name, double value) {
        figures.put(name, value);
        return value;
    }

    String figure(String name, String text) {
        figures.put(name, text);
        return text;
    }

    double[] figure(String name, double[] values) {
        figures.put(name, values);
        return values;
    }

    double[][] figure(String name, double[][] rows) {
        figures.put(name, rows);
        return rows;
    }

    void finish() {
        if (json) {
            out.println(figures);
        }
    }
}
