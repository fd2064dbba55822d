package io.github.smallnn.bench;

import io.github.smallnn.bench.work.ElementJob;
import java.util.List;

/** Loops over elements: nanoseconds per element. */
record ElementwiseTable() implements Table {
    private static final String PORTABLE = Contest.SMALLNN + Contest.PORTABLE;

    @Override
    public Class<?> benchmark() {
        return ElementwiseBenchmark.class;
    }

    @Override
    public String title() {
        return "Elements, ns each, against loops on java.lang.Math";
    }

    @Override
    public String kind() {
        return "elements";
    }

    @Override
    public boolean isHeadline(Row row) {
        return false;
    }

    @Override
    public String what(Row row) {
        return row.parameter("function") + " " + row.precision();
    }

    @Override
    public TextTable of(List<Row> rows) {
        TextTable table = new TextTable(
                2,
                "function",
                "precision",
                "elements",
                "smallnn",
                "portable",
                "java",
                "times as fast",
                "portable",
                "checksum",
                "java checksum",
                "B/run",
                "gc MB/s");
        for (Row r : rows) {
            ElementJob job = ElementJob.valueOf(r.parameter("function"));
            String first = r.by().containsKey(Contest.SMALLNN) ? Contest.SMALLNN : PORTABLE;
            table.add(
                    r.parameter("function"),
                    r.precision(),
                    Integer.toString(job.elements()),
                    r.cell(Contest.SMALLNN, m -> each(m, job)),
                    r.cell(PORTABLE, m -> each(m, job)),
                    r.cell(ElementwiseBenchmark.JAVA, m -> each(m, job)),
                    r.ratio(ElementwiseBenchmark.JAVA, Contest.SMALLNN),
                    r.ratio(ElementwiseBenchmark.JAVA, PORTABLE),
                    r.cell(first, ElementwiseTable::checksum),
                    r.cell(ElementwiseBenchmark.JAVA, ElementwiseTable::checksum),
                    r.cell(first, Text::bytes),
                    r.cell(first, Text::gc));
        }
        return table;
    }

    private static String each(Measured m, ElementJob job) {
        return Text.number("%.3f", m.nanos() / job.elements());
    }

    private static String checksum(Measured m) {
        return Text.number("%.9g", m.figure("checksum"));
    }
}
