package io.github.smallnn.train;

import java.util.Arrays;

/** The order in which a trainer goes through the rows, kept from one epoch to the next. Confined. */
final class RowOrder {
    private int[] rows = new int[0];

    static int[] ascending(int n) {
        int[] rows = new int[n];
        Arrays.setAll(rows, i -> i);
        return rows;
    }

    /** Starts from 0, 1, ... if the data has another number of rows than before. */
    void fit(int n) {
        if (rows.length != n) {
            rows = ascending(n);
        }
    }

    void restart() {
        rows = new int[0];
    }

    /** The rows of an epoch, arranged and checked. */
    int[] arrange(BatchOrder order, long epoch) {
        order.arrange(epoch, rows);
        for (int row : rows) {
            if (row < 0 || row >= rows.length) {
                throw new IllegalArgumentException("the batch order of epoch " + (epoch + 1) + " has row " + row
                        + ", but the data has rows 0 to " + (rows.length - 1));
            }
        }
        return rows;
    }
}
