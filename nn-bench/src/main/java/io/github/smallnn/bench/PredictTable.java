package io.github.smallnn.bench;

import io.github.smallnn.bench.work.PredictJob;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Predictions: a line per contestant, since percentiles matter as much as means. */
record PredictTable() implements Table {
    private static final List<String> FIRST = List.of(
            Contest.SMALLNN,
            PredictBenchmark.MODEL,
            Contest.SMALLNN + Contest.PORTABLE,
            PredictBenchmark.MODEL + Contest.PORTABLE);

    @Override
    public Class<?> benchmark() {
        return PredictBenchmark.class;
    }

    @Override
    public String title() {
        return "Prediction; percentiles are of single calls and include the clock's own time";
    }

    @Override
    public String kind() {
        return "prediction";
    }

    @Override
    public String what(Row row) {
        return row.parameter("prediction") + " " + row.precision();
    }

    @Override
    public TextTable of(List<Row> rows) {
        TextTable table = new TextTable(
                3,
                "prediction",
                "precision",
                "by",
                "ns",
                "low..high",
                "times as fast as ejml",
                "rows/s",
                "p50 ns",
                "p99 ns",
                "p99.9 ns",
                "clock ns",
                "backends",
                "checksum",
                "B/call",
                "gc MB/s");
        for (Row r : rows) {
            Set<String> contestants = new LinkedHashSet<>(FIRST);
            contestants.addAll(r.by().keySet());
            contestants.retainAll(r.by().keySet());
            contestants.forEach(c -> table.add(line(r, c)));
        }
        return table;
    }

    private static String[] line(Row r, String c) {
        PredictJob job = PredictJob.valueOf(r.parameter("prediction"));
        List<String> line = new ArrayList<>(List.of(job + " " + job.describe(), r.precision(), c));
        line.add(r.cell(c, Text::nanos));
        line.add(r.cell(c, Text::spread));
        line.add(r.ratio(Contest.EJML, c));
        line.add(r.cell(c, m -> Text.number("%,.0f", job.rows() * 1e9 / m.nanos())));
        for (String figure : List.of("p50", "p99", "p999", "clock")) {
            line.add(r.cell(c, m -> Text.number("%.0f", m.figure(figure))));
        }
        line.add(r.cell(c, Text::backends));
        line.add(r.cell(c, m -> Text.number("%.9g", m.figure("checksum"))));
        line.add(r.cell(c, m -> m.figure("bytes") < 0 ? "-" : Text.bytes(m)));
        line.add(r.cell(c, Text::gc));
        return line.toArray(new String[0]);
    }
}
