package io.github.smallnn.tensor;

import java.util.Locale;

/** The text form of a tensor: its upper left corner. */
final class TensorText {
    private static final int ROWS = 8;
    private static final int COLS = 12;

    private TensorText() {}

    static String corner(Tensor t) {
        StringBuilder s = new StringBuilder(t.precision().name().toLowerCase(Locale.ROOT))
                .append(' ')
                .append(t.describe());
        int cols = Math.min(t.cols(), COLS);
        for (int r = 0; r < Math.min(t.rows(), ROWS); r++) {
            s.append("\n  [");
            for (int c = 0; c < cols; c++) {
                s.append(c == 0 ? "" : ", ").append(t.get(r, c));
            }
            s.append(cols < t.cols() ? ", ...]" : "]");
        }
        return s.append(t.rows() > ROWS ? "\n  ..." : "").toString();
    }
}
