package io.github.smallnn.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Register tiles: {@code C = S + A B} for a few rows and a few vectors of columns, every sum an ascending chain of fused
 * multiply-adds in a register.
 *
 * <p>Element {@code (i, p)} of {@code A} lies at {@code ao + i * ai + p * ap}; row {@code p} of {@code B} starts at
 * {@code bo + p * bp} and row {@code i} of the start values {@code S} and of {@code C} at {@code so + i * si} and
 * {@code co + i * ci}. When fewer than all {@code rows} are real, the others repeat the last one: the same numbers are
 * then stored several times, and nothing beyond the real rows is touched.
 */
// All vectors stay local to one method: a helper that takes or returns one is too cold to be inlined and boxes it.
final class DoubleTiles {

    /** At most 512 bits: one vector then holds no more than the partial sums of a single column. */
    static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED.length() > DoubleVector.SPECIES_512.length()
            ? DoubleVector.SPECIES_512
            : DoubleVector.SPECIES_PREFERRED;

    static final int W = S.length();

    private DoubleTiles() {}

    /** One row, up to 8 vectors over {@code cols} columns, at least one vector: the last ends with them. */
    static void tile1x8(
            int cols,
            int depth,
            double[] a,
            int ao,
            int ap,
            double[] b,
            int bo,
            int bp,
            double[] s,
            int so,
            double[] c,
            int co) {
        int last = cols - W;
        int o1 = Math.min(W, last);
        int o2 = Math.min(2 * W, last);
        int o3 = Math.min(3 * W, last);
        int o4 = Math.min(4 * W, last);
        int o5 = Math.min(5 * W, last);
        int o6 = Math.min(6 * W, last);
        int o7 = Math.min(7 * W, last);
        DoubleVector c0 = DoubleVector.fromArray(S, s, so);
        DoubleVector c1 = DoubleVector.fromArray(S, s, so + o1);
        DoubleVector c2 = DoubleVector.fromArray(S, s, so + o2);
        DoubleVector c3 = DoubleVector.fromArray(S, s, so + o3);
        DoubleVector c4 = DoubleVector.fromArray(S, s, so + o4);
        DoubleVector c5 = DoubleVector.fromArray(S, s, so + o5);
        DoubleVector c6 = DoubleVector.fromArray(S, s, so + o6);
        DoubleVector c7 = DoubleVector.fromArray(S, s, so + o7);
        for (int p = 0; p < depth; p++) {
            int y = bo + p * bp;
            DoubleVector x = DoubleVector.broadcast(S, a[ao + p * ap]);
            c0 = x.fma(DoubleVector.fromArray(S, b, y), c0);
            c1 = x.fma(DoubleVector.fromArray(S, b, y + o1), c1);
            c2 = x.fma(DoubleVector.fromArray(S, b, y + o2), c2);
            c3 = x.fma(DoubleVector.fromArray(S, b, y + o3), c3);
            c4 = x.fma(DoubleVector.fromArray(S, b, y + o4), c4);
            c5 = x.fma(DoubleVector.fromArray(S, b, y + o5), c5);
            c6 = x.fma(DoubleVector.fromArray(S, b, y + o6), c6);
            c7 = x.fma(DoubleVector.fromArray(S, b, y + o7), c7);
        }
        c0.intoArray(c, co);
        c1.intoArray(c, co + o1);
        c2.intoArray(c, co + o2);
        c3.intoArray(c, co + o3);
        c4.intoArray(c, co + o4);
        c5.intoArray(c, co + o5);
        c6.intoArray(c, co + o6);
        c7.intoArray(c, co + o7);
    }

    /** One row, up to 4 vectors over {@code cols} columns, at least one vector: the last ends with them. */
    static void tile1x4(
            int cols,
            int depth,
            double[] a,
            int ao,
            int ap,
            double[] b,
            int bo,
            int bp,
            double[] s,
            int so,
            double[] c,
            int co) {
        int last = cols - W;
        int o1 = Math.min(W, last);
        int o2 = Math.min(2 * W, last);
        int o3 = Math.min(3 * W, last);
        DoubleVector c0 = DoubleVector.fromArray(S, s, so);
        DoubleVector c1 = DoubleVector.fromArray(S, s, so + o1);
        DoubleVector c2 = DoubleVector.fromArray(S, s, so + o2);
        DoubleVector c3 = DoubleVector.fromArray(S, s, so + o3);
        for (int p = 0; p < depth; p++) {
            int y = bo + p * bp;
            DoubleVector x = DoubleVector.broadcast(S, a[ao + p * ap]);
            c0 = x.fma(DoubleVector.fromArray(S, b, y), c0);
            c1 = x.fma(DoubleVector.fromArray(S, b, y + o1), c1);
            c2 = x.fma(DoubleVector.fromArray(S, b, y + o2), c2);
            c3 = x.fma(DoubleVector.fromArray(S, b, y + o3), c3);
        }
        c0.intoArray(c, co);
        c1.intoArray(c, co + o1);
        c2.intoArray(c, co + o2);
        c3.intoArray(c, co + o3);
    }

    /** One row, up to 2 vectors over {@code cols} columns, at least one vector: the last ends with them. */
    static void tile1x2(
            int cols,
            int depth,
            double[] a,
            int ao,
            int ap,
            double[] b,
            int bo,
            int bp,
            double[] s,
            int so,
            double[] c,
            int co) {
        int last = cols - W;
        int o1 = Math.min(W, last);
        DoubleVector c0 = DoubleVector.fromArray(S, s, so);
        DoubleVector c1 = DoubleVector.fromArray(S, s, so + o1);
        for (int p = 0; p < depth; p++) {
            int y = bo + p * bp;
            DoubleVector x = DoubleVector.broadcast(S, a[ao + p * ap]);
            c0 = x.fma(DoubleVector.fromArray(S, b, y), c0);
            c1 = x.fma(DoubleVector.fromArray(S, b, y + o1), c1);
        }
        c0.intoArray(c, co);
        c1.intoArray(c, co + o1);
    }

    /** 8 rows, 1 vector. */
    static void tile8x1(
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
        DoubleVector c10 = DoubleVector.fromArray(S, s, so + r1 * si);
        DoubleVector c20 = DoubleVector.fromArray(S, s, so + r2 * si);
        DoubleVector c30 = DoubleVector.fromArray(S, s, so + r3 * si);
        DoubleVector c40 = DoubleVector.fromArray(S, s, so + r4 * si);
        DoubleVector c50 = DoubleVector.fromArray(S, s, so + r5 * si);
        DoubleVector c60 = DoubleVector.fromArray(S, s, so + r6 * si);
        DoubleVector c70 = DoubleVector.fromArray(S, s, so + r7 * si);
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
            DoubleVector x0 = DoubleVector.broadcast(S, a[ao + x]);
            c00 = x0.fma(b0, c00);
            DoubleVector x1 = DoubleVector.broadcast(S, a[a1 + x]);
            c10 = x1.fma(b0, c10);
            DoubleVector x2 = DoubleVector.broadcast(S, a[a2 + x]);
            c20 = x2.fma(b0, c20);
            DoubleVector x3 = DoubleVector.broadcast(S, a[a3 + x]);
            c30 = x3.fma(b0, c30);
            DoubleVector x4 = DoubleVector.broadcast(S, a[a4 + x]);
            c40 = x4.fma(b0, c40);
            DoubleVector x5 = DoubleVector.broadcast(S, a[a5 + x]);
            c50 = x5.fma(b0, c50);
            DoubleVector x6 = DoubleVector.broadcast(S, a[a6 + x]);
            c60 = x6.fma(b0, c60);
            DoubleVector x7 = DoubleVector.broadcast(S, a[a7 + x]);
            c70 = x7.fma(b0, c70);
        }
        c00.intoArray(c, co);
        c10.intoArray(c, co + r1 * ci);
        c20.intoArray(c, co + r2 * ci);
        c30.intoArray(c, co + r3 * ci);
        c40.intoArray(c, co + r4 * ci);
        c50.intoArray(c, co + r5 * ci);
        c60.intoArray(c, co + r6 * ci);
        c70.intoArray(c, co + r7 * ci);
    }

    /** 6 rows, 2 vectors. */
    static void tile6x2(
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
        DoubleVector c00 = DoubleVector.fromArray(S, s, so);
        DoubleVector c01 = DoubleVector.fromArray(S, s, so + W);
        DoubleVector c10 = DoubleVector.fromArray(S, s, so + r1 * si);
        DoubleVector c11 = DoubleVector.fromArray(S, s, so + r1 * si + W);
        DoubleVector c20 = DoubleVector.fromArray(S, s, so + r2 * si);
        DoubleVector c21 = DoubleVector.fromArray(S, s, so + r2 * si + W);
        DoubleVector c30 = DoubleVector.fromArray(S, s, so + r3 * si);
        DoubleVector c31 = DoubleVector.fromArray(S, s, so + r3 * si + W);
        DoubleVector c40 = DoubleVector.fromArray(S, s, so + r4 * si);
        DoubleVector c41 = DoubleVector.fromArray(S, s, so + r4 * si + W);
        DoubleVector c50 = DoubleVector.fromArray(S, s, so + r5 * si);
        DoubleVector c51 = DoubleVector.fromArray(S, s, so + r5 * si + W);
        int a1 = ao + r1 * ai;
        int a2 = ao + r2 * ai;
        int a3 = ao + r3 * ai;
        int a4 = ao + r4 * ai;
        int a5 = ao + r5 * ai;
        for (int p = 0; p < depth; p++) {
            int x = p * ap;
            int y = bo + p * bp;
            DoubleVector b0 = DoubleVector.fromArray(S, b, y);
            DoubleVector b1 = DoubleVector.fromArray(S, b, y + W);
            DoubleVector x0 = DoubleVector.broadcast(S, a[ao + x]);
            c00 = x0.fma(b0, c00);
            c01 = x0.fma(b1, c01);
            DoubleVector x1 = DoubleVector.broadcast(S, a[a1 + x]);
            c10 = x1.fma(b0, c10);
            c11 = x1.fma(b1, c11);
            DoubleVector x2 = DoubleVector.broadcast(S, a[a2 + x]);
            c20 = x2.fma(b0, c20);
            c21 = x2.fma(b1, c21);
            DoubleVector x3 = DoubleVector.broadcast(S, a[a3 + x]);
            c30 = x3.fma(b0, c30);
            c31 = x3.fma(b1, c31);
            DoubleVector x4 = DoubleVector.broadcast(S, a[a4 + x]);
            c40 = x4.fma(b0, c40);
            c41 = x4.fma(b1, c41);
            DoubleVector x5 = DoubleVector.broadcast(S, a[a5 + x]);
            c50 = x5.fma(b0, c50);
            c51 = x5.fma(b1, c51);
        }
        c00.intoArray(c, co);
        c01.intoArray(c, co + W);
        c10.intoArray(c, co + r1 * ci);
        c11.intoArray(c, co + r1 * ci + W);
        c20.intoArray(c, co + r2 * ci);
        c21.intoArray(c, co + r2 * ci + W);
        c30.intoArray(c, co + r3 * ci);
        c31.intoArray(c, co + r3 * ci + W);
        c40.intoArray(c, co + r4 * ci);
        c41.intoArray(c, co + r4 * ci + W);
        c50.intoArray(c, co + r5 * ci);
        c51.intoArray(c, co + r5 * ci + W);
    }

    /** 4 rows, 3 vectors. */
    static void tile4x3(
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
        int a1 = ao + r1 * ai;
        int a2 = ao + r2 * ai;
        int a3 = ao + r3 * ai;
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
    }

    /** 4 rows, 4 vectors. */
    static void tile4x4(
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
        DoubleVector c00 = DoubleVector.fromArray(S, s, so);
        DoubleVector c01 = DoubleVector.fromArray(S, s, so + W);
        DoubleVector c02 = DoubleVector.fromArray(S, s, so + 2 * W);
        DoubleVector c03 = DoubleVector.fromArray(S, s, so + 3 * W);
        DoubleVector c10 = DoubleVector.fromArray(S, s, so + r1 * si);
        DoubleVector c11 = DoubleVector.fromArray(S, s, so + r1 * si + W);
        DoubleVector c12 = DoubleVector.fromArray(S, s, so + r1 * si + 2 * W);
        DoubleVector c13 = DoubleVector.fromArray(S, s, so + r1 * si + 3 * W);
        DoubleVector c20 = DoubleVector.fromArray(S, s, so + r2 * si);
        DoubleVector c21 = DoubleVector.fromArray(S, s, so + r2 * si + W);
        DoubleVector c22 = DoubleVector.fromArray(S, s, so + r2 * si + 2 * W);
        DoubleVector c23 = DoubleVector.fromArray(S, s, so + r2 * si + 3 * W);
        DoubleVector c30 = DoubleVector.fromArray(S, s, so + r3 * si);
        DoubleVector c31 = DoubleVector.fromArray(S, s, so + r3 * si + W);
        DoubleVector c32 = DoubleVector.fromArray(S, s, so + r3 * si + 2 * W);
        DoubleVector c33 = DoubleVector.fromArray(S, s, so + r3 * si + 3 * W);
        int a1 = ao + r1 * ai;
        int a2 = ao + r2 * ai;
        int a3 = ao + r3 * ai;
        for (int p = 0; p < depth; p++) {
            int x = p * ap;
            int y = bo + p * bp;
            DoubleVector b0 = DoubleVector.fromArray(S, b, y);
            DoubleVector b1 = DoubleVector.fromArray(S, b, y + W);
            DoubleVector b2 = DoubleVector.fromArray(S, b, y + 2 * W);
            DoubleVector b3 = DoubleVector.fromArray(S, b, y + 3 * W);
            DoubleVector x0 = DoubleVector.broadcast(S, a[ao + x]);
            c00 = x0.fma(b0, c00);
            c01 = x0.fma(b1, c01);
            c02 = x0.fma(b2, c02);
            c03 = x0.fma(b3, c03);
            DoubleVector x1 = DoubleVector.broadcast(S, a[a1 + x]);
            c10 = x1.fma(b0, c10);
            c11 = x1.fma(b1, c11);
            c12 = x1.fma(b2, c12);
            c13 = x1.fma(b3, c13);
            DoubleVector x2 = DoubleVector.broadcast(S, a[a2 + x]);
            c20 = x2.fma(b0, c20);
            c21 = x2.fma(b1, c21);
            c22 = x2.fma(b2, c22);
            c23 = x2.fma(b3, c23);
            DoubleVector x3 = DoubleVector.broadcast(S, a[a3 + x]);
            c30 = x3.fma(b0, c30);
            c31 = x3.fma(b1, c31);
            c32 = x3.fma(b2, c32);
            c33 = x3.fma(b3, c33);
        }
        c00.intoArray(c, co);
        c01.intoArray(c, co + W);
        c02.intoArray(c, co + 2 * W);
        c03.intoArray(c, co + 3 * W);
        c10.intoArray(c, co + r1 * ci);
        c11.intoArray(c, co + r1 * ci + W);
        c12.intoArray(c, co + r1 * ci + 2 * W);
        c13.intoArray(c, co + r1 * ci + 3 * W);
        c20.intoArray(c, co + r2 * ci);
        c21.intoArray(c, co + r2 * ci + W);
        c22.intoArray(c, co + r2 * ci + 2 * W);
        c23.intoArray(c, co + r2 * ci + 3 * W);
        c30.intoArray(c, co + r3 * ci);
        c31.intoArray(c, co + r3 * ci + W);
        c32.intoArray(c, co + r3 * ci + 2 * W);
        c33.intoArray(c, co + r3 * ci + 3 * W);
    }
}
