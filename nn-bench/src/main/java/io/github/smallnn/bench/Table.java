package io.github.smallnn.bench;

import java.util.ArrayList;
import java.util.List;

/** How the results of one benchmark are shown, and who is held against whom. */
interface Table {
    /** The benchmark whose results it takes. */
    Class<?> benchmark();

    /** A line above the table. */
    String title();

    /** Whether a row of its benchmark has anything for it. */
    default boolean shows(Row row) {
        return true;
    }

    /** The table of some rows, in their order. */
    TextTable of(List<Row> rows);

    /** What a row is about, such as {@code A B 32x32x32 double}. */
    String what(Row row);

    /** One or two words for it where many tables are mixed. */
    default String kind() {
        return benchmark().getSimpleName().replace("Benchmark", "");
    }

    /** Whether a row is among the few that the README shows. */
    default boolean isHeadline(Row row) {
        return true;
    }

    /** The library, each way in which it ran, against every other contestant of a row that ran. */
    default List<Comparison> compare(Row row) {
        List<Comparison> all = new ArrayList<>();
        for (String ours : row.ran()) {
            for (String other : row.ran()) {
                if (Contest.isOurs(ours) && !Contest.isOurs(other)) {
                    all.add(new Comparison(kind() + " " + what(row), ours, other, row.times(ours, other)));
                }
            }
        }
        return all;
    }
}
