// Generated from DoubleTile.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.kernel;

/**
 * The scratch memory of products in one precision: the rows of a packed tile, one array a row, and an array of sums.
 *
 * <p>The rows are separate arrays because HotSpot's compiler turns a loop into vector code when all its references share
 * one index, and gives up on several offsets into one array.
 */
final class FloatTile {

    private static final float[][] NO_ROWS = {};

    /** Elements of a cache line of 64 bytes. */
    private static final int LINE = 16;

    /** Elements that the header of an array takes the place of. */
    private static final int HEADER = 4;

    /** Loops for the lengths of rows of this session's products. */
    final FloatStrides strides = new FloatStrides();

    private float[][] rows = NO_ROWS;
    private int width;
    private float[] sums = {};
    private float[] column = {};
    private float[] row = {};
    private float[] scaled = {};

    /** At least {@code count} rows of at least {@code least} elements, with whatever was left in them. */
    float[][] rows(int count, int least) {
        if (rows.length < count || width < least) {
            width = Math.max(wholeLines(least), width);
            rows = new float[Math.max(count, rows.length)][width];
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
    float[] sums(int length) {
        if (sums.length < length) {
            sums = new float[length];
        }
        return sums;
    }

    /** A column of B: {@code k} elements that lie {@code step} apart, side by side. */
    float[] column(int k, float[] b, int bo, int step) {
        column = column.length < k ? new float[k] : column;
        return gather(k, b, bo, step, column);
    }

    /** A row of A, likewise. */
    float[] row(int k, float[] a, int ao, int step) {
        row = row.length < k ? new float[k] : row;
        return gather(k, a, ao, step, row);
    }

    private static float[] gather(int k, float[] from, int at, int step, float[] to) {
        for (int p = 0; p < k; p++) {
            to[p] = from[at + p * step];
        }
        return to;
    }

    /** {@code factor} times the {@code m x k} matrix with element {@code (i, p)} at {@code ao + i * ai + p * ap}, by rows. */
    float[] scaled(float factor, int m, int k, float[] a, int ao, int ai, int ap) {
        if (scaled.length < m * k) {
            scaled = new float[m * k];
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
