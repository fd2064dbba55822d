package io.github.smallnn.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** The register tile for many rows, where a vector comes with 32 registers: few loads for its multiply-adds. */
final class DoubleTallTile {

    /** Rows of the tile. */
    static final int ROWS = 8;

    /** Its width in vectors. */
    static final int VECTORS = 3;

    private static final VectorSpecies<Double> S = DoubleTiles.S;
    private static final int W = DoubleTiles.W;

    private DoubleTallTile() {}

    /** 8 rows, 3 vectors, as the tiles of {@link DoubleTiles}. */
    static void multiply(
            int rows,
            int depth,
            double[] a,
            int ao,
            int ai,
            int ap,
            double[] b,
            int bo,
            int bp,
            double[] s,
            int so,
            int si,
            double[] c,
            int co,
            int ci) {
        int last = rows - 1;
        int r1 = Math.min(1, last);
        int r2 = Math.min(2, last);
        int r3 = Math.min(3, last);
        int r4 = Math.min(4, last);
        int r5 = Math.min(5, last);
        int r6 = Math.min(6, last);
        int r7 = Math.min(7, last);
        DoubleVector c00 = DoubleVector.fromArray(S, s, so);
        DoubleVector c01 = DoubleVector.fromArray(S, s, so + W);
        DoubleVector c02 = DoubleVector.fromArray(S, s, so + 2 * W);
        DoubleVector c10 = DoubleVector.fromArray(S, s, so + r1 * si);
        DoubleVector c11 = DoubleVector.fromArray(S, s, so + r1 * si + W);
        DoubleVector c12 = DoubleVector.fromArray(S, s, so + r1 * si + 2 * W);
        DoubleVector c20 = DoubleVector.fromArray(S, s, so + r2 * si);
        DoubleVector c21 = DoubleVector.fromArray(S, s, so + r2 * si + W);
        DoubleVector c22 = DoubleVector.fromArray(S, s, so + r2 * si + 2 * W);
        DoubleVector c30 = DoubleVector.fromArray(S, s, so + r3 * si);
        DoubleVector c31 = DoubleVector.fromArray(S, s, so + r3 * si + W);
        DoubleVector c32 = DoubleVector.fromArray(S, s, so + r3 * si + 2 * W);
        DoubleVector c40 = DoubleVector.fromArray(S, s, so + r4 * si);
        DoubleVector c41 = DoubleVector.fromArray(S, s, so + r4 * si + W);
        DoubleVector c42 = DoubleVector.fromArray(S, s, so + r4 * si + 2 * W);
        DoubleVector c50 = DoubleVector.fromArray(S, s, so + r5 * si);
        DoubleVector c51 = DoubleVector.fromArray(S, s, so + r5 * si + W);
        DoubleVector c52 = DoubleVector.fromArray(S, s, so + r5 * si + 2 * W);
        DoubleVector c60 = DoubleVector.fromArray(S, s, so + r6 * si);
        DoubleVector c61 = DoubleVector.fromArray(S, s, so + r6 * si + W);
        DoubleVector c62 = DoubleVector.fromArray(S, s, so + r6 * si + 2 * W);
        DoubleVector c70 = DoubleVector.fromArray(S, s, so + r7 * si);
        DoubleVector c71 = DoubleVector.fromArray(S, s, so + r7 * si + W);
        DoubleVector c72 = DoubleVector.fromArray(S, s, so + r7 * si + 2 * W);
        int a1 = ao + r1 * ai;
        int a2 = ao + r2 * ai;
        int a3 = ao + r3 * ai;
        int a4 = ao + r4 * ai;
        int a5 = ao + r5 * ai;
        int a6 = ao + r6 * ai;
        int a7 = ao + r7 * ai;
        for (int p = 0; p < depth; p++) {
            int x = p * ap;
            int y = bo + p * bp;
            DoubleVector b0 = DoubleVector.fromArray(S, b, y);
            DoubleVector b1 = DoubleVector.fromArray(S, b, y + W);
            DoubleVector b2 = DoubleVector.fromArray(S, b, y + 2 * W);
            DoubleVector x0 = DoubleVector.broadcast(S, a[ao + x]);
            c00 = x0.fma(b0, c00);
            c01 = x0.fma(b1, c01);
            c02 = x0.fma(b2, c02);
            DoubleVector x1 = DoubleVector.broadcast(S, a[a1 + x]);
            c10 = x1.fma(b0, c10);
            c11 = x1.fma(b1, c11);
            c12 = x1.fma(b2, c12);
            DoubleVector x2 = DoubleVector.broadcast(S, a[a2 + x]);
            c20 = x2.fma(b0, c20);
            c21 = x2.fma(b1, c21);
            c22 = x2.fma(b2, c22);
            DoubleVector x3 = DoubleVector.broadcast(S, a[a3 + x]);
            c30 = x3.fma(b0, c30);
            c31 = x3.fma(b1, c31);
            c32 = x3.fma(b2, c32);
            DoubleVector x4 = DoubleVector.broadcast(S, a[a4 + x]);
            c40 = x4.fma(b0, c40);
            c41 = x4.fma(b1, c41);
            c42 = x4.fma(b2, c42);
            DoubleVector x5 = DoubleVector.broadcast(S, a[a5 + x]);
            c50 = x5.fma(b0, c50);
            c51 = x5.fma(b1, c51);
            c52 = x5.fma(b2, c52);
            DoubleVector x6 = DoubleVector.broadcast(S, a[a6 + x]);
            c60 = x6.fma(b0, c60);
            c61 = x6.fma(b1, c61);
            c62 = x6.fma(b2, c62);
            DoubleVector x7 = DoubleVector.broadcast(S, a[a7 + x]);
            c70 = x7.fma(b0, c70);
            c71 = x7.fma(b1, c71);
            c72 = x7.fma(b2, c72);
        }
        c00.intoArray(c, co);
        c01.intoArray(c, co + W);
        c02.intoArray(c, co + 2 * W);
        c10.intoArray(c, co + r1 * ci);
        c11.intoArray(c, co + r1 * ci + W);
        c12.intoArray(c, co + r1 * ci + 2 * W);
        c20.intoArray(c, co + r2 * ci);
        c21.intoArray(c, co + r2 * ci + W);
        c22.intoArray(c, co + r2 * ci + 2 * W);
        c30.intoArray(c, co + r3 * ci);
        c31.intoArray(c, co + r3 * ci + W);
        c32.intoArray(c, co + r3 * ci + 2 * W);
        c40.intoArray(c, co + r4 * ci);
        c41.intoArray(c, co + r4 * ci + W);
        c42.intoArray(c, co + r4 * ci + 2 * W);
        c50.intoArray(c, co + r5 * ci);
        c51.intoArray(c, co + r5 * ci + W);
        c52.intoArray(c, co + r5 * ci + 2 * W);
        c60.intoArray(c, co + r6 * ci);
        c61.intoArray(c, co + r6 * ci + W);
        c62.intoArray(c, co + r6 * ci + 2 * W);
        c70.intoArray(c, co + r7 * ci);
        c71.intoArray(c, co + r7 * ci + W);
        c72.intoArray(c, co + r7 * ci + 2 * W);
    }
}
