package io.github.smallnn.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;

/**
 * Tables of a run, contestants side by side: medians, ratios, and what proves that the work was done.
 *
 * @param text tables with a header that names machine, JVM and flags
 * @param agreed whether all contestants of each job reached the same loss
 */
record Report(String text, boolean agreed) {
    static Report of(Collection<RunResult> results) {
        List<Measured> all = new ArrayList<>();
        for (RunResult r : results) {
            all.add(Measured.of(r));
        }
        Tables tables = Tables.of(all);
        StringBuilder s = new StringBuilder("\n").append(Machine.describe(results));
        s.append("times and ratios are medians over all iterations of all forks, 'by best' is of the fastest; gc is the"
                + " worst; a product's error is the largest one over its bound 2 k u |A||B|\n");
        tables.rows()
                .forEach((table, rows) ->
                        s.append('\n').append(table.title()).append("\n\n").append(table.of(rows)));
        List<String> disagreements = tables.disagreements();
        disagreements.forEach(d -> s.append("DISAGREE: ").append(d).append('\n'));
        return new Report(s.toString(), disagreements.isEmpty());
    }
}
