package io.github.smallnn.kernel.vector;

import io.github.smallnn.kernel.GemmWorkspace;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Products with one output column: the partial sums of a dot product lie in the lanes of vectors. */
final class DoubleVectorDot {

    private static final VectorSpecies<Double> S = DoubleTiles.S;
    private static final int W = DoubleTiles.W;

    // float: private static final int PARTIALS = 16;
    private static final int PARTIALS = 8;

    /** Rows of A that are multiplied at once. */
    private static final int ROWS = 4;

    /** Room for the partial sums of as many rows as are done at once. */
    private static final int SUMS = Math.max(ROWS, W) * PARTIALS;

    private DoubleVectorDot() {}

    /**
     * {@code c[i] = alpha op(A)[i, :] b + beta c[i]}, with the strides of {@link DoubleVectorGemm#multiply}; element
     * {@code p} of {@code b} lies at {@code bo + p * bp}.
     */
    static void multiply(
            int m,
            int k,
            double alpha,
            double[] a,
            int ao,
            int ai,
            int ap,
            double[] b,
            int bo,
            int bp,
            double beta,
            double[] c,
            int co,
            int ldc,
            GemmWorkspace workspace) {
        double[] work = workspace.doubles(SUMS + k + k * W);
        double[] x = b;
        int xo = bo;
        if (bp != 1) {
            x = work;
            xo = SUMS;
            for (int p = 0; p < k; p++) {
                work[SUMS + p] = b[bo + p * bp];
            }
        }
        if (ap == 1) {
            for (int i = 0; i < m; i += ROWS) {
                int rows = Math.min(ROWS, m - i);
                dotRows(rows, k, alpha, a, ao + i * ai, ai, x, xo, work);
                for (int r = 0; r < rows; r++) {
                    store(foldRow(work, r * PARTIALS), beta, c, co + (i + r) * ldc);
                }
            }
        } else {
            columns(m, k, alpha, a, ao, ap, x, xo, beta, c, co, ldc, work);
        }
    }

    /** A is transposed: a vector holds one partial sum of as many rows as it has lanes. */
    private static void columns(
            int m,
            int k,
            double alpha,
            double[] a,
            int ao,
            int ap,
            double[] b,
            int bo,
            double beta,
            double[] c,
            int co,
            int ldc,
            double[] work) {
        for (int i = 0; i < m; i += W) {
            int rows = Math.min(W, m - i);
            double[] from = a;
            int fo = ao + i;
            int fs = ap;
            if (rows < W) {
                from = work;
                fo = SUMS + k;
                fs = W;
                DoublePanels.panel(k, rows, W, a, ao + i, ap, 1, work, fo);
            }
            for (int lane = 0; lane < PARTIALS; lane += 8) {
                dotColumns(lane, k, alpha, from, fo, fs, b, bo, work);
            }
            foldColumns(work);
            for (int r = 0; r < rows; r++) {
                store(work[r], beta, c, co + (i + r) * ldc);
            }
        }
    }

    /** The partial sums of up to four rows, row after row, at the start of {@code sums}. Fewer rows repeat the last. */
    private static void dotRows(
            int rows, int k, double alpha, double[] a, int ao, int ai, double[] b, int bo, double[] sums) {
        int a1 = ao + Math.min(1, rows - 1) * ai;
        int a2 = ao + Math.min(2, rows - 1) * ai;
        int a3 = ao + Math.min(3, rows - 1) * ai;
        int whole = k / PARTIALS * PARTIALS;
        DoubleVector factor = DoubleVector.broadcast(S, alpha);
        for (int lane = 0; lane < PARTIALS; lane += W) {
            DoubleVector s0 = DoubleVector.zero(S);
            DoubleVector s1 = DoubleVector.zero(S);
            DoubleVector s2 = DoubleVector.zero(S);
            DoubleVector s3 = DoubleVector.zero(S);
            for (int p = lane; p < whole; p += PARTIALS) {
                DoubleVector y = DoubleVector.fromArray(S, b, bo + p);
                s0 = DoubleVector.fromArray(S, a, ao + p).mul(factor).fma(y, s0);
                s1 = DoubleVector.fromArray(S, a, a1 + p).mul(factor).fma(y, s1);
                s2 = DoubleVector.fromArray(S, a, a2 + p).mul(factor).fma(y, s2);
                s3 = DoubleVector.fromArray(S, a, a3 + p).mul(factor).fma(y, s3);
            }
            s0.intoArray(sums, lane);
            s1.intoArray(sums, PARTIALS + lane);
            s2.intoArray(sums, 2 * PARTIALS + lane);
            s3.intoArray(sums, 3 * PARTIALS + lane);
        }
        for (int r = 0; r < rows; r++) {
            int row = ao + r * ai;
            int at = r * PARTIALS - whole;
            for (int p = whole; p < k; p++) {
                sums[at + p] = Math.fma(alpha * a[row + p], b[bo + p], sums[at + p]);
            }
        }
    }

    /** The partial sums {@code lane .. lane + 7} of {@code W} rows, partial sum after partial sum. */
    private static void dotColumns(
            int lane, int k, double alpha, double[] a, int ao, int ap, double[] b, int bo, double[] sums) {
        DoubleVector factor = DoubleVector.broadcast(S, alpha);
        DoubleVector s0 = DoubleVector.zero(S);
        DoubleVector s1 = DoubleVector.zero(S);
        DoubleVector s2 = DoubleVector.zero(S);
        DoubleVector s3 = DoubleVector.zero(S);
        DoubleVector s4 = DoubleVector.zero(S);
        DoubleVector s5 = DoubleVector.zero(S);
        DoubleVector s6 = DoubleVector.zero(S);
        DoubleVector s7 = DoubleVector.zero(S);
        int p = lane;
        for (; p + 8 <= k; p += PARTIALS) {
            int x = ao + p * ap;
            int y = bo + p;
            s0 = DoubleVector.fromArray(S, a, x).mul(factor).fma(DoubleVector.broadcast(S, b[y]), s0);
            s1 = DoubleVector.fromArray(S, a, x + ap).mul(factor).fma(DoubleVector.broadcast(S, b[y + 1]), s1);
            s2 = DoubleVector.fromArray(S, a, x + 2 * ap).mul(factor).fma(DoubleVector.broadcast(S, b[y + 2]), s2);
            s3 = DoubleVector.fromArray(S, a, x + 3 * ap).mul(factor).fma(DoubleVector.broadcast(S, b[y + 3]), s3);
            s4 = DoubleVector.fromArray(S, a, x + 4 * ap).mul(factor).fma(DoubleVector.broadcast(S, b[y + 4]), s4);
            s5 = DoubleVector.fromArray(S, a, x + 5 * ap).mul(factor).fma(DoubleVector.broadcast(S, b[y + 5]), s5);
            s6 = DoubleVector.fromArray(S, a, x + 6 * ap).mul(factor).fma(DoubleVector.broadcast(S, b[y + 6]), s6);
            s7 = DoubleVector.fromArray(S, a, x + 7 * ap).mul(factor).fma(DoubleVector.broadcast(S, b[y + 7]), s7);
        }
        int at = lane * W;
        s0.intoArray(sums, at);
        s1.intoArray(sums, at + W);
        s2.intoArray(sums, at + 2 * W);
        s3.intoArray(sums, at + 3 * W);
        s4.intoArray(sums, at + 4 * W);
        s5.intoArray(sums, at + 5 * W);
        s6.intoArray(sums, at + 6 * W);
        s7.intoArray(sums, at + 7 * W);
        for (int q = lane; p < k && q < lane + 8; p++, q++) {
            DoubleVector.fromArray(S, a, ao + p * ap)
                    .mul(factor)
                    .fma(DoubleVector.broadcast(S, b[bo + p]), DoubleVector.fromArray(S, sums, q * W))
                    .intoArray(sums, q * W);
        }
    }

    /** The sum of one row's partial sums, in halves; the last eight in registers. */
    private static double foldRow(double[] sums, int at) {
        for (int half = PARTIALS / 2; half >= 8; half /= 2) {
            for (int q = 0; q < half; q++) {
                sums[at + q] += sums[at + q + half];
            }
        }
        double even = (sums[at] + sums[at + 4]) + (sums[at + 2] + sums[at + 6]);
        double odd = (sums[at + 1] + sums[at + 5]) + (sums[at + 3] + sums[at + 7]);
        return even + odd;
    }

    /** Adds the partial sums of {@code W} rows in halves; the results are the first {@code W} elements. */
    private static void foldColumns(double[] sums) {
        for (int half = PARTIALS / 2; half > 0; half /= 2) {
            for (int at = 0; at < half * W; at += W) {
                DoubleVector.fromArray(S, sums, at)
                        .add(DoubleVector.fromArray(S, sums, at + half * W))
                        .intoArray(sums, at);
            }
        }
    }

    private static void store(double sum, double beta, double[] c, int at) {
        double start = beta == 0 ? 0 : beta * c[at];
        c[at] = sum + start;
    }
}
