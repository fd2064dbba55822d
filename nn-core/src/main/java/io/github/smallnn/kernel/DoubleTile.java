package io.github.smallnn.kernel;

/**
 * The scratch memory of products in one precision: the rows of a packed tile, one array a row, and an array of sums.
 *
 * <p>The rows are separate arrays because HotSpot's compiler turns a loop into vector code when all its references share
 * one index, and gives up on several offsets into one array.
 */
final class DoubleTile {

    private static final double[][] NO_ROWS = {};

    private double[][] rows = NO_ROWS;
    private int width;
    private double[] sums = {};

    /** At least {@code count} rows of at least {@code least} elements, with whatever was left in them. */
    double[][] rows(int count, int least) {
        if (rows.length < count || width < least) {
            width = Math.max(least, width);
            rows = new double[Math.max(count, rows.length)][width];
        }
        return rows;
    }

    /** At least {@code length} elements for sums, with whatever was left in them. */
    double[] sums(int length) {
        if (sums.length < length) {
            sums = new double[length];
        }
        return sums;
    }
}
