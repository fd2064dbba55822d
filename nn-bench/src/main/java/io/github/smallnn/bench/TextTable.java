package io.github.smallnn.bench;

import java.util.ArrayList;
import java.util.List;

/** Aligned columns of text: the first columns to the left, all others to the right. */
final class TextTable {
    private final int leftColumns;
    private final List<String[]> rows = new ArrayList<>();

    TextTable(int leftColumns, String... header) {
        this.leftColumns = leftColumns;
        rows.add(header);
    }

    void add(String... row) {
        if (row.length != rows.get(0).length) {
            throw new IllegalArgumentException(
                    "a row of " + row.length + " cells in a table of " + rows.get(0).length + " columns");
        }
        rows.add(row);
    }

    boolean isEmpty() {
        return rows.size() == 1;
    }

    /** The same as a table of Markdown. */
    String markdown() {
        StringBuilder s = new StringBuilder();
        for (String[] row : rows) {
            s.append("| ").append(String.join(" | ", row)).append(" |\n");
            if (row == rows.get(0)) {
                s.append('|');
                for (int c = 0; c < row.length; c++) {
                    s.append(c < leftColumns ? " --- |" : " ---: |");
                }
                s.append('\n');
            }
        }
        return s.toString();
    }

    @Override
    public String toString() {
        StringBuilder s = new StringBuilder();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < row.length; c++) {
                String gap = " ".repeat(width(c) - row[c].length());
                line.append(c == 0 ? "" : "  ").append(c < leftColumns ? row[c] + gap : gap + row[c]);
            }
            s.append(line.toString().stripTrailing()).append('\n');
        }
        return s.toString();
    }

    private int width(int column) {
        int w = 0;
        for (String[] row : rows) {
            w = Math.max(w, row[column].length());
        }
        return w;
    }
}
