package io.github.smallnn.bench;

import java.util.ArrayList;
import java.util.List;

/** How the results of one benchmark are shown, and who is held against whom. */
interface Table {
    /** The benchmark whose results it takes. */
    Class<?> benchmark();

    /** A line above the table. */
    String title();

    /** The table of some rows, in their order. */
    TextTable of(List<Row> rows);

    /** What a row is about, such as {@code A B 32x32x32 double}. */
    String what(Row row);

    /** The library, each way in which it ran, against every other contestant of a row that ran. */
    default List<Comparison> compare(Row row) {
        List<Comparison> all = new ArrayList<>();
        for (String ours : row.ran()) {
            for (String other : row.ran()) {
                if (Contest.isOurs(ours) && !Contest.isOurs(other)) {
                    all.add(new Comparison(title(), what(row), ours, other, row.times(ours, other)));
                }
            }
        }
        return all;
    }
}
