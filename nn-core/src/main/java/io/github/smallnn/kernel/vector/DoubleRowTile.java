package io.github.smallnn.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The tile of one row for a B of exactly eight vectors without gaps: with strides known to the compiler it drops the checks
 * of bounds, which take a third of the time where they depend on a variable stride.
 */
final class DoubleRowTile {

    private static final VectorSpecies<Double> S = DoubleTiles.S;
    private static final int W = DoubleTiles.W;

    /** Columns, and the distance of the rows of B. */
    static final int COLS = 8 * W;

    private DoubleRowTile() {}

    /** As {@link DoubleTiles#tile1x8}, with {@code COLS} for {@code cols} and {@code bp}. */
    static void multiply(
            int depth, double[] a, int ao, int ap, double[] b, int bo, double[] s, int so, double[] c, int co) {
        DoubleVector c0 = DoubleVector.fromArray(S, s, so);
        DoubleVector c1 = DoubleVector.fromArray(S, s, so + W);
        DoubleVector c2 = DoubleVector.fromArray(S, s, so + 2 * W);
        DoubleVector c3 = DoubleVector.fromArray(S, s, so + 3 * W);
        DoubleVector c4 = DoubleVector.fromArray(S, s, so + 4 * W);
        DoubleVector c5 = DoubleVector.fromArray(S, s, so + 5 * W);
        DoubleVector c6 = DoubleVector.fromArray(S, s, so + 6 * W);
        DoubleVector c7 = DoubleVector.fromArray(S, s, so + 7 * W);
        for (int p = 0; p < depth; p++) {
            int y = bo + p * COLS;
            DoubleVector x = DoubleVector.broadcast(S, a[ao + p * ap]);
            c0 = x.fma(DoubleVector.fromArray(S, b, y), c0);
            c1 = x.fma(DoubleVector.fromArray(S, b, y + W), c1);
            c2 = x.fma(DoubleVector.fromArray(S, b, y + 2 * W), c2);
            c3 = x.fma(DoubleVector.fromArray(S, b, y + 3 * W), c3);
            c4 = x.fma(DoubleVector.fromArray(S, b, y + 4 * W), c4);
            c5 = x.fma(DoubleVector.fromArray(S, b, y + 5 * W), c5);
            c6 = x.fma(DoubleVector.fromArray(S, b, y + 6 * W), c6);
            c7 = x.fma(DoubleVector.fromArray(S, b, y + 7 * W), c7);
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
