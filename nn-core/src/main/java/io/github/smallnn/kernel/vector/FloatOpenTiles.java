// Generated from DoubleOpenTiles.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The tiles of {@link FloatPanelTiles} over B where it lies, row {@code p} at {@code bo + p * bp}.
 */
// Two of the four bounds checks of B are left, since the compiler does not know its stride. Where B is a copy, the
// tiles without them are a twentieth faster.
final class FloatOpenTiles {

    private static final VectorSpecies<Float> S = FloatTiles.S;
    private static final int W = FloatTiles.W;

    private FloatOpenTiles() {}

    /** Element {@code (i, p)} of A lies at {@code ao + i * ai + p}. */
    static void rows(
            int depth,
            float[] a,
            int ao,
            int ai,
            float[] b,
            int bo,
            int bp,
            float[] s,
            int so,
            int si,
            float[] c,
            int co,
            int ci) {
        FloatVector c00 = FloatVector.fromArray(S, s, so);
        FloatVector c01 = FloatVector.fromArray(S, s, so + W);
        FloatVector c02 = FloatVector.fromArray(S, s, so + 2 * W);
        FloatVector c03 = FloatVector.fromArray(S, s, so + 3 * W);
        FloatVector c10 = FloatVector.fromArray(S, s, so + si);
        FloatVector c11 = FloatVector.fromArray(S, s, so + si + W);
        FloatVector c12 = FloatVector.fromArray(S, s, so + si + 2 * W);
        FloatVector c13 = FloatVector.fromArray(S, s, so + si + 3 * W);
        FloatVector c20 = FloatVector.fromArray(S, s, so + 2 * si);
        FloatVector c21 = FloatVector.fromArray(S, s, so + 2 * si + W);
        FloatVector c22 = FloatVector.fromArray(S, s, so + 2 * si + 2 * W);
        FloatVector c23 = FloatVector.fromArray(S, s, so + 2 * si + 3 * W);
        FloatVector c30 = FloatVector.fromArray(S, s, so + 3 * si);
        FloatVector c31 = FloatVector.fromArray(S, s, so + 3 * si + W);
        FloatVector c32 = FloatVector.fromArray(S, s, so + 3 * si + 2 * W);
        FloatVector c33 = FloatVector.fromArray(S, s, so + 3 * si + 3 * W);
        int a1 = ao + ai;
        int a2 = ao + 2 * ai;
        int a3 = ao + 3 * ai;
        for (int p = 0; p < depth; p++) {
            int y = bo + p * bp;
            FloatVector b0 = FloatVector.fromArray(S, b, y);
            FloatVector b1 = FloatVector.fromArray(S, b, y + W);
            FloatVector b2 = FloatVector.fromArray(S, b, y + 2 * W);
            FloatVector b3 = FloatVector.fromArray(S, b, y + 3 * W);
            FloatVector x0 = FloatVector.broadcast(S, a[ao + p]);
            c00 = x0.fma(b0, c00);
            c01 = x0.fma(b1, c01);
            c02 = x0.fma(b2, c02);
            c03 = x0.fma(b3, c03);
            FloatVector x1 = FloatVector.broadcast(S, a[a1 + p]);
            c10 = x1.fma(b0, c10);
            c11 = x1.fma(b1, c11);
            c12 = x1.fma(b2, c12);
            c13 = x1.fma(b3, c13);
            FloatVector x2 = FloatVector.broadcast(S, a[a2 + p]);
            c20 = x2.fma(b0, c20);
            c21 = x2.fma(b1, c21);
            c22 = x2.fma(b2, c22);
            c23 = x2.fma(b3, c23);
            FloatVector x3 = FloatVector.broadcast(S, a[a3 + p]);
            c30 = x3.fma(b0, c30);
            c31 = x3.fma(b1, c31);
            c32 = x3.fma(b2, c32);
            c33 = x3.fma(b3, c33);
        }
        c00.intoArray(c, co);
        c01.intoArray(c, co + W);
        c02.intoArray(c, co + 2 * W);
        c03.intoArray(c, co + 3 * W);
        c10.intoArray(c, co + ci);
        c11.intoArray(c, co + ci + W);
        c12.intoArray(c, co + ci + 2 * W);
        c13.intoArray(c, co + ci + 3 * W);
        c20.intoArray(c, co + 2 * ci);
        c21.intoArray(c, co + 2 * ci + W);
        c22.intoArray(c, co + 2 * ci + 2 * W);
        c23.intoArray(c, co + 2 * ci + 3 * W);
        c30.intoArray(c, co + 3 * ci);
        c31.intoArray(c, co + 3 * ci + W);
        c32.intoArray(c, co + 3 * ci + 2 * W);
        c33.intoArray(c, co + 3 * ci + 3 * W);
    }

    /** Element {@code (i, p)} of A lies at {@code ao + i + p * ap}. */
    static void columns(
            int depth,
            float[] a,
            int ao,
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
        FloatVector c00 = FloatVector.fromArray(S, s, so);
        FloatVector c01 = FloatVector.fromArray(S, s, so + W);
        FloatVector c02 = FloatVector.fromArray(S, s, so + 2 * W);
        FloatVector c03 = FloatVector.fromArray(S, s, so + 3 * W);
        FloatVector c10 = FloatVector.fromArray(S, s, so + si);
        FloatVector c11 = FloatVector.fromArray(S, s, so + si + W);
        FloatVector c12 = FloatVector.fromArray(S, s, so + si + 2 * W);
        FloatVector c13 = FloatVector.fromArray(S, s, so + si + 3 * W);
        FloatVector c20 = FloatVector.fromArray(S, s, so + 2 * si);
        FloatVector c21 = FloatVector.fromArray(S, s, so + 2 * si + W);
        FloatVector c22 = FloatVector.fromArray(S, s, so + 2 * si + 2 * W);
        FloatVector c23 = FloatVector.fromArray(S, s, so + 2 * si + 3 * W);
        FloatVector c30 = FloatVector.fromArray(S, s, so + 3 * si);
        FloatVector c31 = FloatVector.fromArray(S, s, so + 3 * si + W);
        FloatVector c32 = FloatVector.fromArray(S, s, so + 3 * si + 2 * W);
        FloatVector c33 = FloatVector.fromArray(S, s, so + 3 * si + 3 * W);
        for (int p = 0; p < depth; p++) {
            int x = ao + p * ap;
            int y = bo + p * bp;
            FloatVector b0 = FloatVector.fromArray(S, b, y);
            FloatVector b1 = FloatVector.fromArray(S, b, y + W);
            FloatVector b2 = FloatVector.fromArray(S, b, y + 2 * W);
            FloatVector b3 = FloatVector.fromArray(S, b, y + 3 * W);
            FloatVector x0 = FloatVector.broadcast(S, a[x]);
            c00 = x0.fma(b0, c00);
            c01 = x0.fma(b1, c01);
            c02 = x0.fma(b2, c02);
            c03 = x0.fma(b3, c03);
            FloatVector x1 = FloatVector.broadcast(S, a[x + 1]);
            c10 = x1.fma(b0, c10);
            c11 = x1.fma(b1, c11);
            c12 = x1.fma(b2, c12);
            c13 = x1.fma(b3, c13);
            FloatVector x2 = FloatVector.broadcast(S, a[x + 2]);
            c20 = x2.fma(b0, c20);
            c21 = x2.fma(b1, c21);
            c22 = x2.fma(b2, c22);
            c23 = x2.fma(b3, c23);
            FloatVector x3 = FloatVector.broadcast(S, a[x + 3]);
            c30 = x3.fma(b0, c30);
            c31 = x3.fma(b1, c31);
            c32 = x3.fma(b2, c32);
            c33 = x3.fma(b3, c33);
        }
        c00.intoArray(c, co);
        c01.intoArray(c, co + W);
        c02.intoArray(c, co + 2 * W);
        c03.intoArray(c, co + 3 * W);
        c10.intoArray(c, co + ci);
        c11.intoArray(c, co + ci + W);
        c12.intoArray(c, co + ci + 2 * W);
        c13.intoArray(c, co + ci + 3 * W);
        c20.intoArray(c, co + 2 * ci);
        c21.intoArray(c, co + 2 * ci + W);
        c22.intoArray(c, co + 2 * ci + 2 * W);
        c23.intoArray(c, co + 2 * ci + 3 * W);
        c30.intoArray(c, co + 3 * ci);
        c31.intoArray(c, co + 3 * ci + W);
        c32.intoArray(c, co + 3 * ci + 2 * W);
        c33.intoArray(c, co + 3 * ci + 3 * W);
    }
}
