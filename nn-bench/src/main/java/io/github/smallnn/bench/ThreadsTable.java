package io.github.smallnn.bench;

import io.github.smallnn.bench.work.Job;
import java.util.List;

/** Training steps asked for one thread and for two, in turns in one JVM; a line per kernel. */
record ThreadsTable() implements Table {
    @Override
    public Class<?> benchmark() {
        return TrainStepBenchmark.class;
    }

    @Override
    public String title() {
        return "Training step asked for one thread and for two, in turns in one JVM, us";
    }

    @Override
    public boolean shows(Row row) {
        return row.by().containsKey(Contest.SMALLNN_1) || row.by().containsKey(Contest.SMALLNN_1 + Contest.PORTABLE);
    }

    @Override
    public boolean isHeadline(Row row) {
        return false;
    }

    @Override
    public String what(Row row) {
        return row.parameter("job") + " " + row.precision();
    }

    /** None: both are the library. */
    @Override
    public List<Comparison> compare(Row row) {
        return List.of();
    }

    @Override
    public TextTable of(List<Row> rows) {
        TextTable table = new TextTable(
                3,
                "job",
                "precision",
                "by",
                "1 thread",
                "low..high",
                "2 threads",
                "low..high",
                "gain",
                "by best",
                "gain of blas",
                "threads used",
                "loss by 1",
                "loss by 2",
                "B/step by 1",
                "by 2",
                "gc MB/s by 1",
                "by 2");
        for (Row row : rows) {
            add(table, row, "");
            add(table, row, Contest.PORTABLE);
        }
        return table;
    }

    private static void add(TextTable table, Row row, String suffix) {
        String one = Contest.SMALLNN_1 + suffix;
        String two = Contest.SMALLNN_2 + suffix;
        if (!row.by().containsKey(one)) {
            return;
        }
        Job job = Job.valueOf(row.parameter("job"));
        table.add(
                job + " " + job.describe(),
                row.precision(),
                Contest.SMALLNN + suffix,
                row.cell(one, Text::micros),
                row.cell(one, Text::spread),
                row.cell(two, Text::micros),
                row.cell(two, Text::spread),
                row.ratio(one, two),
                row.bestRatio(one, two),
                row.ratio(Contest.PRODUCTS, Contest.PRODUCTS_2),
                row.cell(two, m -> Text.number("%.0f", m.figure("threads"))),
                row.cell(one, Text::loss),
                row.cell(two, Text::loss),
                row.cell(one, Text::bytes),
                row.cell(two, Text::bytes),
                row.cell(one, Text::gc),
                row.cell(two, Text::gc));
    }
}
