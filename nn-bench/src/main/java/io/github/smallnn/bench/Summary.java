package io.github.smallnn.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The few figures that the README shows: ratios of one run per JDK.
 *
 * @param results a run per JDK, oldest JDK first
 */
record Summary(List<Results> results) {
    /** The library without a flag. */
    static final String PORTABLE = Contest.SMALLNN + Contest.PORTABLE;

    /**
     * A line.
     *
     * @param what the job
     * @param byJdk what was measured, by JDK
     */
    record Line(String what, Map<Integer, Row> byJdk) {
        /** How many times as fast one contestant is as another, 0 where it is not known. */
        double times(int jdk, String fast, String slow) {
            Row row = byJdk.get(jdk);
            return row != null && row.ran().containsAll(List.of(fast, slow)) ? row.times(fast, slow) : 0;
        }
    }

    /** The lines, each with what every JDK measured. */
    List<Line> lines() {
        Map<String, Line> lines = new LinkedHashMap<>();
        for (Results r : results) {
            Tables.of(r.measured()).rows().forEach((table, rows) -> {
                for (Row row : rows) {
                    if (table.isHeadline(row)) {
                        String what = table.kind() + " " + table.what(row);
                        lines.computeIfAbsent(what, w -> new Line(w, new LinkedHashMap<>()))
                                .byJdk()
                                .put(r.header().jdk(), row);
                    }
                }
            });
        }
        return List.copyOf(lines.values());
    }

    /** The chart, a table of ratios, and a line that says what they were measured on. */
    String markdown(String chart) {
        if (results.isEmpty()) {
            return "Not measured yet.\n";
        }
        List<String> header = new ArrayList<>(List.of("times as fast as"));
        for (Results r : results) {
            String jdk = ", JDK " + r.header().jdk();
            header.addAll(List.of("EJML" + jdk, "EJML, no flag" + jdk, "OpenBLAS" + jdk));
        }
        TextTable table = new TextTable(1, header.toArray(new String[0]));
        for (Line line : lines()) {
            List<String> cells = new ArrayList<>(List.of(line.what()));
            for (Results r : results) {
                int jdk = r.header().jdk();
                cells.add(cell(line.times(jdk, Contest.SMALLNN, Contest.EJML)));
                cells.add(cell(line.times(jdk, PORTABLE, Contest.EJML)));
                cells.add(cell(line.times(jdk, Contest.SMALLNN, GemmBenchmark.NATIVE)));
            }
            table.add(cells.toArray(new String[0]));
        }
        return "![Times as fast as EJML](" + chart + ")\n\n" + table.markdown() + "\n" + measuredOn();
    }

    private static String cell(double times) {
        return times == 0 ? "-" : Text.number("%.2f", times);
    }

    private String measuredOn() {
        StringBuilder s = new StringBuilder("Medians of one run per JDK, one thread unless the line says otherwise:");
        for (Results r : results) {
            Results.Header h = r.header();
            s.append(" JDK ")
                    .append(h.jdk())
                    .append(" on ")
                    .append(h.date())
                    .append(" (")
                    .append(h.plan());
            s.append(", ").append(h.machine()).append(");");
        }
        s.setCharAt(s.length() - 1, '.');
        return s.append('\n').toString();
    }
}
