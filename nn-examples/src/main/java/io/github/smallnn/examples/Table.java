package io.github.smallnn.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A table of text: the columns that hold numbers are flush right. */
final class Table {
    private final int textColumns;
    private final List<String[]> rows = new ArrayList<>();

    /** A table whose first columns are text and whose other columns are numbers. */
    Table(int textColumns, String... headers) {
        this.textColumns = textColumns;
        rows.add(headers.clone());
    }

    Table row(String... cells) {
        if (cells.length != rows.get(0).length) {
            throw new IllegalArgumentException(
                    "a row of " + cells.length + " cells does not fit " + rows.get(0).length + " headers");
        }
        rows.add(cells.clone());
        return this;
    }

    /** A number in seven digits, for a quick look. */
    static String number(double v) {
        return String.format(Locale.ROOT, "%.7g", v);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < row.length; c++) {
                String fill = " ".repeat(width(c) - row[c].length());
                line.append(c < textColumns ? row[c] + fill : fill + row[c]).append("  ");
            }
            text.append(line.toString().stripTrailing()).append(System.lineSeparator());
        }
        return text.toString();
    }

    private int width(int column) {
        return rows.stream().mapToInt(r -> r[column].length()).max().orElse(0);
    }
}
