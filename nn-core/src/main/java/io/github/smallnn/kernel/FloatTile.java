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

    private float[][] rows = NO_ROWS;
    private int width;
    private float[] sums = {};

    /** At least {@code count} rows of at least {@code least} elements, with whatever was left in them. */
    float[][] rows(int count, int least) {
        if (rows.length < count || width < least) {
            width = Math.max(least, width);
            rows = new float[Math.max(count, rows.length)][width];
        }
        return rows;
    }

    /** At least {@code length} elements for sums, with whatever was left in them. */
    float[] sums(int length) {
        if (sums.length < length) {
            sums = new float[length];
        }
        return sums;
    }
}
