package io.github.smallnn.bench;

import java.util.List;

/**
 * What the processor can do at most, and shares of it.
 *
 * @param rows results of {@link PeakBenchmark}, empty where it did not run
 */
record PeakTable(List<Row> rows) implements Table {
    @Override
    public Class<?> benchmark() {
        return PeakBenchmark.class;
    }

    @Override
    public String title() {
        return "Peak of one core: multiply-adds in registers alone";
    }

    @Override
    public boolean isHeadline(Row row) {
        return false;
    }

    @Override
    public String what(Row row) {
        return row.precision();
    }

    @Override
    public TextTable of(List<Row> results) {
        TextTable table = new TextTable(1, "precision", "GFLOPS, fastest", "GFLOPS, median");
        for (Row r : results) {
            table.add(
                    r.precision(),
                    r.cell(PeakBenchmark.REGISTERS, m -> Text.number("%.1f", gflops(m))),
                    r.cell(PeakBenchmark.REGISTERS, m -> Text.number("%.1f", m.figure("flop") / m.nanos())));
        }
        return table;
    }

    /** A rate as a part of the fastest iteration of the peak, which is the one that nothing disturbed. */
    String share(double gflops, String precision) {
        for (Row r : rows) {
            if (r.precision().equals(precision)) {
                return Text.number("%.2f", gflops / gflops(r.by().get(PeakBenchmark.REGISTERS)));
            }
        }
        return "-";
    }

    private static double gflops(Measured m) {
        return m.figure("flop") / m.low();
    }
}
