package io.github.smallnn.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The tiles of {@link DoublePanelTiles} over B where it lies, row {@code p} at {@code bo + p * bp}.
 */
// Two of the four bounds checks of B are left, since the compiler does not know its stride. Where B is a copy, the
// tiles without them are a twentieth faster.
final class DoubleOpenTiles {

    private static final VectorSpecies<Double> S = DoubleTiles.S;
    private static final int W = DoubleTiles.W;

    private DoubleOpenTiles() {}

    /** Element {@code (i, p)} of A lies at {@code ao + i * ai + p}. */
    static void rows(
            int depth,
            double[] a,
            int ao,
            int ai,
            double[] b,
            int bo,
            int bp,
            double[] s,
            int so,
            int si,
            double[] c,
            int co,
            int ci) {
        DoubleVector c00 = DoubleVector.fromArray(S, s, so);
        DoubleVector c01 = DoubleVector.fromArray(S, s, so + W);
        DoubleVector c02 = DoubleVector.fromArray(S, s, so + 2 * W);
        DoubleVector c03 = DoubleVector.fromArray(S, s, so + 3 * W);
        DoubleVector c10 = DoubleVector.fromArray(S, s, so + si);
        DoubleVector c11 = DoubleVector.fromArray(S, s, so + si + W);
        DoubleVector c12 = DoubleVector.fromArray(S, s, so + si + 2 * W);
        DoubleVector c13 = DoubleVector.fromArray(S, s, so + si + 3 * W);
        DoubleVector c20 = DoubleVector.fromArray(S, s, so + 2 * si);
        DoubleVector c21 = DoubleVector.fromArray(S, s, so + 2 * si + W);
        DoubleVector c22 = DoubleVector.fromArray(S, s, so + 2 * si + 2 * W);
        DoubleVector c23 = DoubleVector.fromArray(S, s, so + 2 * si + 3 * W);
        DoubleVector c30 = DoubleVector.fromArray(S, s, so + 3 * si);
        DoubleVector c31 = DoubleVector.fromArray(S, s, so + 3 * si + W);
        DoubleVector c32 = DoubleVector.fromArray(S, s, so + 3 * si + 2 * W);
        DoubleVector c33 = DoubleVector.fromArray(S, s, so + 3 * si + 3 * W);
        int a1 = ao + ai;
        int a2 = ao + 2 * ai;
        int a3 = ao + 3 * ai;
        for (int p = 0; p < depth; p++) {
            int y = bo + p * bp;
            DoubleVector b0 = DoubleVector.fromArray(S, b, y);
            DoubleVector b1 = DoubleVector.fromArray(S, b, y + W);
            DoubleVector b2 = DoubleVector.fromArray(S, b, y + 2 * W);
            DoubleVector b3 = DoubleVector.fromArray(S, b, y + 3 * W);
            DoubleVector x0 = DoubleVector.broadcast(S, a[ao + p]);
            c00 = x0.fma(b0, c00);
            c01 = x0.fma(b1, c01);
            c02 = x0.fma(b2, c02);
            c03 = x0.fma(b3, c03);
            DoubleVector x1 = DoubleVector.broadcast(S, a[a1 + p]);
            c10 = x1.fma(b0, c10);
            c11 = x1.fma(b1, c11);
            c12 = x1.fma(b2, c12);
            c13 = x1.fma(b3, c13);
            DoubleVector x2 = DoubleVector.broadcast(S, a[a2 + p]);
            c20 = x2.fma(b0, c20);
            c21 = x2.fma(b1, c21);
            c22 = x2.fma(b2, c22);
            c23 = x2.fma(b3, c23);
            DoubleVector x3 = DoubleVector.broadcast(S, a[a3 + p]);
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
            double[] a,
            int ao,
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
        DoubleVector c00 = DoubleVector.fromArray(S, s, so);
        DoubleVector c01 = DoubleVector.fromArray(S, s, so + W);
        DoubleVector c02 = DoubleVector.fromArray(S, s, so + 2 * W);
        DoubleVector c03 = DoubleVector.fromArray(S, s, so + 3 * W);
        DoubleVector c10 = DoubleVector.fromArray(S, s, so + si);
        DoubleVector c11 = DoubleVector.fromArray(S, s, so + si + W);
        DoubleVector c12 = DoubleVector.fromArray(S, s, so + si + 2 * W);
        DoubleVector c13 = DoubleVector.fromArray(S, s, so + si + 3 * W);
        DoubleVector c20 = DoubleVector.fromArray(S, s, so + 2 * si);
        DoubleVector c21 = DoubleVector.fromArray(S, s, so + 2 * si + W);
        DoubleVector c22 = DoubleVector.fromArray(S, s, so + 2 * si + 2 * W);
        DoubleVector c23 = DoubleVector.fromArray(S, s, so + 2 * si + 3 * W);
        DoubleVector c30 = DoubleVector.fromArray(S, s, so + 3 * si);
        DoubleVector c31 = DoubleVector.fromArray(S, s, so + 3 * si + W);
        DoubleVector c32 = DoubleVector.fromArray(S, s, so + 3 * si + 2 * W);
        DoubleVector c33 = DoubleVector.fromArray(S, s, so + 3 * si + 3 * W);
        for (int p = 0; p < depth; p++) {
            int x = ao + p * ap;
            int y = bo + p * bp;
            DoubleVector b0 = DoubleVector.fromArray(S, b, y);
            DoubleVector b1 = DoubleVector.fromArray(S, b, y + W);
            DoubleVector b2 = DoubleVector.fromArray(S, b, y + 2 * W);
            DoubleVector b3 = DoubleVector.fromArray(S, b, y + 3 * W);
            DoubleVector x0 = DoubleVector.broadcast(S, a[x]);
            c00 = x0.fma(b0, c00);
            c01 = x0.fma(b1, c01);
            c02 = x0.fma(b2, c02);
            c03 = x0.fma(b3, c03);
            DoubleVector x1 = DoubleVector.broadcast(S, a[x + 1]);
            c10 = x1.fma(b0, c10);
            c11 = x1.fma(b1, c11);
            c12 = x1.fma(b2, c12);
            c13 = x1.fma(b3, c13);
            DoubleVector x2 = DoubleVector.broadcast(S, a[x + 2]);
            c20 = x2.fma(b0, c20);
            c21 = x2.fma(b1, c21);
            c22 = x2.fma(b2, c22);
            c23 = x2.fma(b3, c23);
            DoubleVector x3 = DoubleVector.broadcast(S, a[x + 3]);
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
