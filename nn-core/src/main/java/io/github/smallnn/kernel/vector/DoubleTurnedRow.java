package io.github.smallnn.kernel.vector;

import io.github.smallnn.kernel.GemmWorkspace;
import java.util.Arrays;

/** Products of few rows with a transposed B, row by row, by {@link DoubleTurnedColumns}. */
final class DoubleTurnedRow {

    private static final int COLS = DoubleTurnedColumns.COLS;
    private static final int TERMS = DoubleTurnedColumns.TERMS;

    /** Shorter sums spend too much of their time on the terms after the last whole block. */
    private static final int LONG = 32;

    // JDK 17 keeps the vectors of these loops as objects in some virtual machines.
    private static final boolean COMPILES = Runtime.version().feature() > 17;

    private DoubleTurnedRow() {}

    /**
     * Whether the vectors have the right width for it and a row of {@code n} columns is worth it: three quarters of the
     * columns that are computed have to be real.
     */
    static boolean suits(int n, int k) {
        int computed = (n + COLS - 1) / COLS * COLS;
        return COMPILES
                && DoubleTiles.W == DoubleTurnedColumns.LANES
                && n >= COLS
                && k >= LONG
                && 4 * n >= 3 * computed;
    }

    /**
     * {@code C = alpha op(A) B' + beta C}, with the strides of {@link DoubleVectorGemm#multiply}; column {@code j} of
     * {@code B'} starts at {@code bo + j * bj}.
     */
    static void multiply(
            int m,
            int n,
            int k,
            double alpha,
            double[] a,
            int ao,
            int ai,
            int ap,
            double[] b,
            int bo,
            int bj,
            double beta,
            double[] c,
            int co,
            int ldc,
            GemmWorkspace workspace) {
        double[] work = workspace.doubles(n + k);
        boolean fresh = beta == 0;
        if (fresh) {
            Arrays.fill(work, 0, COLS, 0);
        }
        for (int i = 0; i < m; i++) {
            int from = ao + i * ai;
            int to = co + i * ldc;
            if (!fresh) {
                DoublePanels.scaledRows(beta, 1, n, c, to, ldc, work, 0, n);
            }
            if (alpha == 1 && ap == 1) {
                row(n, k, a, from, b, bo, bj, fresh, work, c, to);
            } else {
                for (int p = 0; p < k; p++) {
                    work[n + p] = alpha * a[from + p * ap];
                }
                row(n, k, work, n, b, bo, bj, fresh, work, c, to);
            }
        }
    }

    /** One row; its start values are at the beginning of {@code s}, only {@code COLS} of them where they are fresh. */
    private static void row(
            int n,
            int k,
            double[] x,
            int xo,
            double[] b,
            int bo,
            int bj,
            boolean fresh,
            double[] s,
            double[] c,
            int co) {
        int whole = k - k % TERMS;
        for (int j = 0; j < n; j += COLS) {
            // The last columns end with the last one, so they may overlap those before them: the same numbers twice.
            int first = Math.min(j, n - COLS);
            DoubleTurnedColumns.multiply(whole, x, xo, b, bo + first * bj, bj, s, fresh ? 0 : first, c, co + first);
        }
        for (int p = whole; p < k; p++) {
            for (int j = 0; j < n; j++) {
                c[co + j] = Math.fma(x[xo + p], b[bo + j * bj + p], c[co + j]);
            }
        }
    }
}
