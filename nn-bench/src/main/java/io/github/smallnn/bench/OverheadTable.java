package io.github.smallnn.bench;

import io.github.smallnn.bench.work.Job;
import java.util.List;

/** What a session adds to its kernels. */
record OverheadTable() implements Table {
    @Override
    public Class<?> benchmark() {
        return StepOverheadBenchmark.class;
    }

    @Override
    public String title() {
        return "Training step of " + Job.T1.describe()
                + " against its kernels in sequence, and against its chain by hand";
    }

    @Override
    public boolean isHeadline(Row row) {
        return false;
    }

    @Override
    public String what(Row row) {
        return row.precision();
    }

    /** None: the kernels are the library's own. */
    @Override
    public List<Comparison> compare(Row row) {
        return List.of();
    }

    @Override
    public TextTable of(List<Row> rows) {
        TextTable table = new TextTable(
                1,
                "precision",
                "smallnn ns",
                "low..high",
                "kernels ns",
                "low..high",
                "smallnn / kernels",
                "by best",
                "chain ns",
                "low..high",
                "smallnn / chain",
                "by best",
                "backend",
                "smallnn loss",
                "kernels loss",
                "B/step",
                "gc MB/s");
        for (Row r : rows) {
            String ours = r.by().containsKey(Contest.SMALLNN) ? Contest.SMALLNN : Contest.SMALLNN + Contest.PORTABLE;
            table.add(
                    r.precision(),
                    r.cell(ours, Text::nanos),
                    r.cell(ours, Text::spread),
                    r.cell(Contest.KERNELS, Text::nanos),
                    r.cell(Contest.KERNELS, Text::spread),
                    r.ratio(ours, Contest.KERNELS),
                    r.bestRatio(ours, Contest.KERNELS),
                    r.cell(Contest.CHAIN, Text::nanos),
                    r.cell(Contest.CHAIN, Text::spread),
                    r.ratio(ours, Contest.CHAIN),
                    r.bestRatio(ours, Contest.CHAIN),
                    r.cell(ours, Text::backends),
                    r.cell(ours, Text::loss),
                    r.cell(Contest.KERNELS, Text::loss),
                    r.cell(ours, Text::bytes),
                    r.cell(ours, Text::gc));
        }
        return table;
    }
}
