// Generated from DoubleDirectGemm.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.kernel;

/**
 * Products of tiny and narrow matrices: plain loops over the arrays as they are, eight sums at a time or more, which is as
 * many as a processor needs to keep two multiply-adds a cycle under way.
 */
// A tile whose rows or columns are not all real repeats its last: the same number is then stored several times. All
// sums
// start before the first is stored, so that repeating changes no bit. Most of the work is that of the tiles in
// FloatAcrossTiles and FloatDownTiles, where B has a known stride.
final class FloatDirectGemm {

    private FloatDirectGemm() {}

    /**
     * {@code C = op(A) op(B) + beta C} for {@code n != 1}. Element {@code (i, p)} of {@code op(A)} lies at
     * {@code ao + i * ai + p * ap}, element {@code (p, j)} of {@code op(B)} at {@code bo + p * bp + j * bj}.
     */
    static void multiply(
            int m,
            int n,
            int k,
            float[] a,
            int ao,
            int ai,
            int ap,
            float[] b,
            int bo,
            int bp,
            int bj,
            float beta,
            float[] c,
            int co,
            int ldc) {
        int fours = n & ~3;
        int quads = ap == 1 && bp == 1 ? m & ~3 : 0;
        int pairs = m & ~1;
        for (int i = 0; i < quads; i += 4) {
            FloatDownTiles.fourRows(fours, k, a, ao + i * ai, ai, b, bo, bj, beta, c, co + i * ldc, ldc);
        }
        for (int i = quads; i < pairs; i += 2) {
            twoRows(fours, k, a, ao + i * ai, ai, ap, b, bo, bp, bj, beta, c, co + i * ldc, ldc);
        }
        if (pairs < m) {
            lastRow(fours, k, a, ao + pairs * ai, ap, b, bo, bp, bj, beta, c, co + pairs * ldc);
        }
        for (int j = fours; j < n; j += 2) {
            for (int i = 0; i < m; i += 4) {
                int ar = ao + i * ai;
                int cr = co + i * ldc + j;
                fourByTwo(m - i, n - j, k, a, ar, ai, ap, b, bo + j * bj, bp, bj, beta, c, cr, ldc);
            }
        }
    }

    /** Two rows, a multiple of four columns. */
    private static void twoRows(
            int n,
            int k,
            float[] a,
            int ao,
            int ai,
            int ap,
            float[] b,
            int bo,
            int bp,
            int bj,
            float beta,
            float[] c,
            int co,
            int ldc) {
        int done = 0;
        if (bj == 1) {
            done = n & ~7;
            for (int j = 0; j < done; j += 8) {
                FloatAcrossTiles.twoByEight(k, a, ao, ai, ap, b, bo + j, bp, beta, c, co + j, ldc);
            }
        }
        for (int j = done; j < n; j += 4) {
            twoByFour(k, a, ao, ai, ap, b, bo + j * bj, bp, bj, beta, c, co + j, ldc);
        }
    }

    /** One row, a multiple of four columns. */
    private static void lastRow(
            int n,
            int k,
            float[] a,
            int ao,
            int ap,
            float[] b,
            int bo,
            int bp,
            int bj,
            float beta,
            float[] c,
            int co) {
        int eights = n & ~7;
        int done = 0;
        if (bj == 1) {
            FloatAcrossTiles.row(eights, k, a, ao, ap, b, bo, bp, beta, c, co);
            done = eights;
        } else if (ap == 1 && bp == 1) {
            FloatDownTiles.row(eights, k, a, ao, b, bo, bj, beta, c, co);
            done = eights;
        }
        for (int j = done; j < n; j += 4) {
            oneByFour(k, a, ao, ap, b, bo + j * bj, bp, bj, beta, c, co + j);
        }
    }

    /** Two rows, four columns. */
    private static void twoByFour(
            int k,
            float[] a,
            int ao,
            int ai,
            int ap,
            float[] b,
            int bo,
            int bp,
            int bj,
            float beta,
            float[] c,
            int co,
            int ldc) {
        int co1 = co + ldc;
        float s0 = start(beta, c, co);
        float s1 = start(beta, c, co + 1);
        float s2 = start(beta, c, co + 2);
        float s3 = start(beta, c, co + 3);
        float t0 = start(beta, c, co1);
        float t1 = start(beta, c, co1 + 1);
        float t2 = start(beta, c, co1 + 2);
        float t3 = start(beta, c, co1 + 3);
        int x = ao;
        int y = bo;
        for (int p = 0; p < k; p++) {
            float a0 = a[x];
            float a1 = a[x + ai];
            float b0 = b[y];
            s0 = Math.fma(a0, b0, s0);
            t0 = Math.fma(a1, b0, t0);
            float b1 = b[y + bj];
            s1 = Math.fma(a0, b1, s1);
            t1 = Math.fma(a1, b1, t1);
            float b2 = b[y + 2 * bj];
            s2 = Math.fma(a0, b2, s2);
            t2 = Math.fma(a1, b2, t2);
            float b3 = b[y + 3 * bj];
            s3 = Math.fma(a0, b3, s3);
            t3 = Math.fma(a1, b3, t3);
            x += ap;
            y += bp;
        }
        c[co] = s0;
        c[co + 1] = s1;
        c[co + 2] = s2;
        c[co + 3] = s3;
        c[co1] = t0;
        c[co1 + 1] = t1;
        c[co1 + 2] = t2;
        c[co1 + 3] = t3;
    }

    /** One row, four columns. */
    private static void oneByFour(
            int k, float[] a, int ao, int ap, float[] b, int bo, int bp, int bj, float beta, float[] c, int co) {
        float s0 = start(beta, c, co);
        float s1 = start(beta, c, co + 1);
        float s2 = start(beta, c, co + 2);
        float s3 = start(beta, c, co + 3);
        int x = ao;
        int y = bo;
        for (int p = 0; p < k; p++) {
            float a0 = a[x];
            float b0 = b[y];
            s0 = Math.fma(a0, b0, s0);
            float b1 = b[y + bj];
            s1 = Math.fma(a0, b1, s1);
            float b2 = b[y + 2 * bj];
            s2 = Math.fma(a0, b2, s2);
            float b3 = b[y + 3 * bj];
            s3 = Math.fma(a0, b3, s3);
            x += ap;
            y += bp;
        }
        c[co] = s0;
        c[co + 1] = s1;
        c[co + 2] = s2;
        c[co + 3] = s3;
    }

    /** Up to four rows, one column or two. */
    private static void fourByTwo(
            int rows,
            int cols,
            int k,
            float[] a,
            int ao,
            int ai,
            int ap,
            float[] b,
            int bo,
            int bp,
            int bj,
            float beta,
            float[] c,
            int co,
            int ldc) {
        int j1 = Math.min(1, cols - 1);
        int r1 = Math.min(1, rows - 1);
        int r2 = Math.min(2, rows - 1);
        int r3 = Math.min(3, rows - 1);
        int d1 = co + r1 * ldc;
        int d2 = co + r2 * ldc;
        int d3 = co + r3 * ldc;
        int i1 = r1 * ai;
        int i2 = r2 * ai;
        int i3 = r3 * ai;
        float s0 = start(beta, c, co);
        float s1 = start(beta, c, co + j1);
        float t0 = start(beta, c, d1);
        float t1 = start(beta, c, d1 + j1);
        float u0 = start(beta, c, d2);
        float u1 = start(beta, c, d2 + j1);
        float v0 = start(beta, c, d3);
        float v1 = start(beta, c, d3 + j1);
        int o1 = j1 * bj;
        int x = ao;
        int y = bo;
        for (int p = 0; p < k; p++) {
            float a0 = a[x];
            float a1 = a[x + i1];
            float a2 = a[x + i2];
            float a3 = a[x + i3];
            float b0 = b[y];
            s0 = Math.fma(a0, b0, s0);
            t0 = Math.fma(a1, b0, t0);
            u0 = Math.fma(a2, b0, u0);
            v0 = Math.fma(a3, b0, v0);
            float b1 = b[y + o1];
            s1 = Math.fma(a0, b1, s1);
            t1 = Math.fma(a1, b1, t1);
            u1 = Math.fma(a2, b1, u1);
            v1 = Math.fma(a3, b1, v1);
            x += ap;
            y += bp;
        }
        c[co] = s0;
        c[co + j1] = s1;
        c[d1] = t0;
        c[d1 + j1] = t1;
        c[d2] = u0;
        c[d2 + j1] = u1;
        c[d3] = v0;
        c[d3 + j1] = v1;
    }

    /** The value a sum starts from: C is not read when beta is zero. */
    static float start(float beta, float[] c, int index) {
        return beta == 0 ? 0 : beta * c[index];
    }
}
