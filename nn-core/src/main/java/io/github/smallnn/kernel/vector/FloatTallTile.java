// Generated from DoubleTallTile.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The register tile for many rows, where a vector comes with 32 registers: few loads for its multiply-adds. */
final class FloatTallTile {

    /** Rows of the tile. */
    static final int ROWS = 8;

    /** Its width in vectors. */
    static final int VECTORS = 3;

    private static final VectorSpecies<Float> S = FloatTiles.S;
    private static final int W = FloatTiles.W;

    private FloatTallTile() {}

    /** 8 rows, 3 vectors, as the tiles of {@link FloatTiles}. */
    static void multiply(
            int rows,
            int depth,
            float[] a,
            int ao,
            int ai,
            int ap,
            float[] b,
            int bo,
            int bp,
            float[] s,
            int so,
            int si,
            float[] c,
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
        FloatVector c00 = FloatVector.fromArray(S, s, so);
        FloatVector c01 = FloatVector.fromArray(S, s, so + W);
        FloatVector c02 = FloatVector.fromArray(S, s, so + 2 * W);
        FloatVector c10 = FloatVector.fromArray(S, s, so + r1 * si);
        FloatVector c11 = FloatVector.fromArray(S, s, so + r1 * si + W);
        FloatVector c12 = FloatVector.fromArray(S, s, so + r1 * si + 2 * W);
        FloatVector c20 = FloatVector.fromArray(S, s, so + r2 * si);
        FloatVector c21 = FloatVector.fromArray(S, s, so + r2 * si + W);
        FloatVector c22 = FloatVector.fromArray(S, s, so + r2 * si + 2 * W);
        FloatVector c30 = FloatVector.fromArray(S, s, so + r3 * si);
        FloatVector c31 = FloatVector.fromArray(S, s, so + r3 * si + W);
        FloatVector c32 = FloatVector.fromArray(S, s, so + r3 * si + 2 * W);
        FloatVector c40 = FloatVector.fromArray(S, s, so + r4 * si);
        FloatVector c41 = FloatVector.fromArray(S, s, so + r4 * si + W);
        FloatVector c42 = FloatVector.fromArray(S, s, so + r4 * si + 2 * W);
        FloatVector c50 = FloatVector.fromArray(S, s, so + r5 * si);
        FloatVector c51 = FloatVector.fromArray(S, s, so + r5 * si + W);
        FloatVector c52 = FloatVector.fromArray(S, s, so + r5 * si + 2 * W);
        FloatVector c60 = FloatVector.fromArray(S, s, so + r6 * si);
        FloatVector c61 = FloatVector.fromArray(S, s, so + r6 * si + W);
        FloatVector c62 = FloatVector.fromArray(S, s, so + r6 * si + 2 * W);
        FloatVector c70 = FloatVector.fromArray(S, s, so + r7 * si);
        FloatVector c71 = FloatVector.fromArray(S, s, so + r7 * si + W);
        FloatVector c72 = FloatVector.fromArray(S, s, so + r7 * si + 2 * W);
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
            FloatVector b0 = FloatVector.fromArray(S, b, y);
            FloatVector b1 = FloatVector.fromArray(S, b, y + W);
            FloatVector b2 = FloatVector.fromArray(S, b, y + 2 * W);
            FloatVector x0 = FloatVector.broadcast(S, a[ao + x]);
            c00 = x0.fma(b0, c00);
            c01 = x0.fma(b1, c01);
            c02 = x0.fma(b2, c02);
            FloatVector x1 = FloatVector.broadcast(S, a[a1 + x]);
            c10 = x1.fma(b0, c10);
            c11 = x1.fma(b1, c11);
            c12 = x1.fma(b2, c12);
            FloatVector x2 = FloatVector.broadcast(S, a[a2 + x]);
            c20 = x2.fma(b0, c20);
            c21 = x2.fma(b1, c21);
            c22 = x2.fma(b2, c22);
            FloatVector x3 = FloatVector.broadcast(S, a[a3 + x]);
            c30 = x3.fma(b0, c30);
            c31 = x3.fma(b1, c31);
            c32 = x3.fma(b2, c32);
            FloatVector x4 = FloatVector.broadcast(S, a[a4 + x]);
            c40 = x4.fma(b0, c40);
            c41 = x4.fma(b1, c41);
            c42 = x4.fma(b2, c42);
            FloatVector x5 = FloatVector.broadcast(S, a[a5 + x]);
            c50 = x5.fma(b0, c50);
            c51 = x5.fma(b1, c51);
            c52 = x5.fma(b2, c52);
            FloatVector x6 = FloatVector.broadcast(S, a[a6 + x]);
            c60 = x6.fma(b0, c60);
            c61 = x6.fma(b1, c61);
            c62 = x6.fma(b2, c62);
            FloatVector x7 = FloatVector.broadcast(S, a[a7 + x]);
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
