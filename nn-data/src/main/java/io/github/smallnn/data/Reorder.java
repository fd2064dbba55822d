package io.github.smallnn.data;

/** Row-major arrays with their rows or columns in another order. */
final class Reorder {
    private Reorder() {}

    static double[] rows(double[] values, int width, int[] order) {
        double[] out = new double[values.length];
        for (int r = 0; r < order.length; r++) {
            System.arraycopy(values, order[r] * width, out, r * width, width);
        }
        return out;
    }

    static double[] columns(double[] values, int width, int[] order) {
        double[] out = new double[values.length];
        for (int row = 0; row < values.length; row += width) {
            for (int c = 0; c < width; c++) {
                out[row + c] = values[row + order[c]];
            }
        }
        return out;
    }
}
