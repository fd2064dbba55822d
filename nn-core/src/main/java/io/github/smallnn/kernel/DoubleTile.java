package io.github.smallnn.kernel;

/**
 * The scratch memory of products in one precision: the rows of a packed tile, one array a row, and an array of sums.
 *
 * <p>The rows are separate arrays because HotSpot's compiler turns a loop into vector code when all its references share
 * one index, and gives up on several offsets into one array.
 */
final class DoubleTile {

    private static final double[][] NO_ROWS = {};

    /** Elements of a cache line of 64 bytes. */
    // float: private static final int LINE = 16;
    private static final int LINE = 8;

    /** Elements that the header of an array takes the place of. */
    // float: private static final int HEADER = 4;
    private static final int HEADER = 2;

    /** Loops for the lengths of rows of this session's products. */
    final DoubleStrides strides = new DoubleStrides();

    private double[][] rows = NO_ROWS;
    private int width;
    private double[] sums = {};
    private double[] column = {};
    private double[] row = {};
    private double[] scaled = {};

    /** At least {@code count} rows of at least {@code least} elements, with whatever was left in them. */
    double[][] rows(int count, int least) {
        if (rows.length < count || width < least) {
            width = Math.max(wholeLines(least), width);
            rows = new double[Math.max(count, rows.length)][width];
        }
        return rows;
    }

    /**
     * The smallest length, at least {@code least}, with which arrays allocated one after the other begin at the same place
     * of a cache line: a vector loop over several of them is then aligned to all. An odd number of lines, so that rows do
     * not share a few sets of the cache.
     */
    private static int wholeLines(int least) {
        int lines = (least + HEADER + LINE - 1) / LINE | 1;
        return lines * LINE - HEADER;
    }

    /** At least {@code length} elements for sums, with whatever was left in them. */
    double[] sums(int length) {
        if (sums.length < length) {
            sums = new double[length];
        }
        return sums;
    }

    /** A column of B: {@code k} elements that lie {@code step} apart, side by side. */
    double[] column(int k, double[] b, int bo, int step) {
        column = column.length < k ? new double[k] : column;
        return gather(k, b, bo, step, column);
    }

    /** A row of A, likewise. */
    double[] row(int k, double[] a, int ao, int step) {
        row = row.length < k ? new double[k] : row;
        return gather(k, a, ao, step, row);
    }

    private static double[] gather(int k, double[] from, int at, int step, double[] to) {
        for (int p = 0; p < k; p++) {
            to[p] = from[at + p * step];
        }
        return to;
    }

    /** {@code factor} times the {@code m x k} matrix with element {@code (i, p)} at {@code ao + i * ai + p * ap}, by rows. */
    double[] scaled(double factor, int m, int k, double[] a, int ao, int ai, int ap) {
        if (scaled.length < m * k) {
            scaled = new double[m * k];
        }
        for (int i = 0; i < m; i++) {
            int from = ao + i * ai;
            for (int p = 0; p < k; p++) {
                scaled[i * k + p] = factor * a[from + p * ap];
            }
        }
        return scaled;
    }
}
