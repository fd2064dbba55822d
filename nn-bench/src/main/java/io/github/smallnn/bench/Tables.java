package io.github.smallnn.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All results, benchmark by benchmark: the list of tables is here.
 *
 * @param rows rows of each table, tables without rows left out
 */
record Tables(Map<Table, List<Row>> rows) {
    private static final double DOUBLE_AGREEMENT = 1e-9;
    private static final double FLOAT_AGREEMENT = 1e-3;

    /** Sorts results into tables. */
    static Tables of(List<Measured> all) {
        PeakTable peak = new PeakTable(Row.of(all, PeakBenchmark.class));
        List<Table> tables = List.of(
                peak,
                new GemmTable(peak),
                new LeastSquaresTable(),
                new StepTable(),
                new ThreadsTable(),
                new OverheadTable(),
                new PredictTable(),
                new ElementwiseTable());
        Map<Table, List<Row>> rows = new LinkedHashMap<>();
        for (Table table : tables) {
            List<Row> of =
                    Row.of(all, table.benchmark()).stream().filter(table::shows).toList();
            if (!of.isEmpty()) {
                rows.put(table, of);
            }
        }
        return new Tables(rows);
    }

    /** Every comparison of every table. */
    List<Comparison> comparisons() {
        List<Comparison> all = new ArrayList<>();
        rows.forEach((table, of) -> of.forEach(row -> all.addAll(table.compare(row))));
        return all;
    }

    /** Contestants that trained the same job to different losses; empty when all did the same work. */
    List<String> disagreements() {
        // Two tables may show one row.
        Set<String> found = new LinkedHashSet<>();
        rows.values().forEach(of -> of.forEach(row -> disagreement(row, found)));
        return List.copyOf(found);
    }

    private static void disagreement(Row row, Set<String> found) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Measured m : row.by().values()) {
            if (!m.missing()
                    && !Contest.isProducts(m.parameter("by"))
                    && m.figures().containsKey("loss")) {
                low = Math.min(low, m.figure("loss"));
                high = Math.max(high, m.figure("loss"));
            }
        }
        if (low == Double.POSITIVE_INFINITY) {
            return;
        }
        double tolerance = row.precision().equals("double") ? DOUBLE_AGREEMENT : FLOAT_AGREEMENT;
        if (!(high - low <= tolerance * Math.abs(high))) {
            found.add(row.contest() + ": losses from " + low + " to " + high + " differ by more than " + tolerance);
        }
    }
}
