// Generated from DoubleRowTile.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The tile of one row for a B of exactly eight vectors without gaps: with strides known to the compiler it drops the checks
 * of bounds, which take a third of the time where they depend on a variable stride.
 */
final class FloatRowTile {

    private static final VectorSpecies<Float> S = FloatTiles.S;
    private static final int W = FloatTiles.W;

    /** Columns, and the distance of the rows of B. */
    static final int COLS = 8 * W;

    private FloatRowTile() {}

    /** As {@link FloatTiles#tile1x8}, with {@code COLS} for {@code cols} and {@code bp}. */
    static void multiply(
            int depth, float[] a, int ao, int ap, float[] b, int bo, float[] s, int so, float[] c, int co) {
        FloatVector c0 = FloatVector.fromArray(S, s, so);
        FloatVector c1 = FloatVector.fromArray(S, s, so + W);
        FloatVector c2 = FloatVector.fromArray(S, s, so + 2 * W);
        FloatVector c3 = FloatVector.fromArray(S, s, so + 3 * W);
        FloatVector c4 = FloatVector.fromArray(S, s, so + 4 * W);
        FloatVector c5 = FloatVector.fromArray(S, s, so + 5 * W);
        FloatVector c6 = FloatVector.fromArray(S, s, so + 6 * W);
        FloatVector c7 = FloatVector.fromArray(S, s, so + 7 * W);
        for (int p = 0; p < depth; p++) {
            int y = bo + p * COLS;
            FloatVector x = FloatVector.broadcast(S, a[ao + p * ap]);
            c0 = x.fma(FloatVector.fromArray(S, b, y), c0);
            c1 = x.fma(FloatVector.fromArray(S, b, y + W), c1);
            c2 = x.fma(FloatVector.fromArray(S, b, y + 2 * W), c2);
            c3 = x.fma(FloatVector.fromArray(S, b, y + 3 * W), c3);
            c4 = x.fma(FloatVector.fromArray(S, b, y + 4 * W), c4);
            c5 = x.fma(FloatVector.fromArray(S, b, y + 5 * W), c5);
            c6 = x.fma(FloatVector.fromArray(S, b, y + 6 * W), c6);
            c7 = x.fma(FloatVector.fromArray(S, b, y + 7 * W), c7);
        }
        c0.intoArray(c, co);
        c1.intoArray(c, co + W);
        c2.intoArray(c, co + 2 * W);
        c3.intoArray(c, co + 3 * W);
        c4.intoArray(c, co + 4 * W);
        c5.intoArray(c, co + 5 * W);
        c6.intoArray(c, co + 6 * W);
        c7.intoArray(c, co + 7 * W);
    }
}
