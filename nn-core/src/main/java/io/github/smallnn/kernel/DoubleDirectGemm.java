package io.github.smallnn.kernel;

/** Products of tiny and narrow matrices: plain loops over the arrays as they are, a few sums at a time. */
final class DoubleDirectGemm {

    private DoubleDirectGemm() {}

    /**
     * {@code C = alpha op(A) op(B) + beta C} for {@code n != 1}. Element {@code (i, p)} of {@code op(A)} lies at
     * {@code ao + i * ai + p * ap}, element {@code (p, j)} of {@code op(B)} at {@code bo + p * bp + j * bj}.
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
            int bp,
            int bj,
            double beta,
            double[] c,
            int co,
            int ldc) {
        int i = 0;
        for (; i + 2 <= m; i += 2) {
            int ar = ao + i * ai;
            int cr = co + i * ldc;
            for (int j = 0; j + 4 <= n; j += 4) {
                twoByFour(k, alpha, a, ar, ai, ap, b, bo + j * bj, bp, bj, beta, c, cr + j, ldc);
            }
        }
        if (i < m) {
            for (int j = 0; j + 4 <= n; j += 4) {
                oneByFour(k, alpha, a, ao + i * ai, ap, b, bo + j * bj, bp, bj, beta, c, co + i * ldc + j);
            }
        }
        for (int j = n & ~3; j < n; j++) {
            column(m, k, alpha, a, ao, ai, ap, b, bo + j * bj, bp, beta, c, co + j, ldc);
        }
    }

    private static void column(
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
            int ldc) {
        int i = 0;
        for (; i + 4 <= m; i += 4) {
            fourByOne(k, alpha, a, ao + i * ai, ai, ap, b, bo, bp, beta, c, co + i * ldc, ldc);
        }
        for (; i < m; i++) {
            one(k, alpha, a, ao + i * ai, ap, b, bo, bp, beta, c, co + i * ldc);
        }
    }

    private static void twoByFour(
            int k,
            double alpha,
            double[] a,
            int ao,
            int ai,
            int ap,
            double[] b,
            int bo,
            int bp,
            int bj,
            double beta,
            double[] c,
            int co,
            int ldc) {
        double c0 = start(beta, c, co);
        double c1 = start(beta, c, co + 1);
        double c2 = start(beta, c, co + 2);
        double c3 = start(beta, c, co + 3);
        double d0 = start(beta, c, co + ldc);
        double d1 = start(beta, c, co + ldc + 1);
        double d2 = start(beta, c, co + ldc + 2);
        double d3 = start(beta, c, co + ldc + 3);
        for (int p = 0; p < k; p++) {
            double x = alpha * a[ao + p * ap];
            double y = alpha * a[ao + p * ap + ai];
            int row = bo + p * bp;
            double b0 = b[row];
            double b1 = b[row + bj];
            double b2 = b[row + 2 * bj];
            double b3 = b[row + 3 * bj];
            c0 = Math.fma(x, b0, c0);
            c1 = Math.fma(x, b1, c1);
            c2 = Math.fma(x, b2, c2);
            c3 = Math.fma(x, b3, c3);
            d0 = Math.fma(y, b0, d0);
            d1 = Math.fma(y, b1, d1);
            d2 = Math.fma(y, b2, d2);
            d3 = Math.fma(y, b3, d3);
        }
        c[co] = c0;
        c[co + 1] = c1;
        c[co + 2] = c2;
        c[co + 3] = c3;
        c[co + ldc] = d0;
        c[co + ldc + 1] = d1;
        c[co + ldc + 2] = d2;
        c[co + ldc + 3] = d3;
    }

    private static void fourByOne(
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
            int ldc) {
        double c0 = start(beta, c, co);
        double c1 = start(beta, c, co + ldc);
        double c2 = start(beta, c, co + 2 * ldc);
        double c3 = start(beta, c, co + 3 * ldc);
        for (int p = 0; p < k; p++) {
            double y = b[bo + p * bp];
            int at = ao + p * ap;
            c0 = Math.fma(alpha * a[at], y, c0);
            c1 = Math.fma(alpha * a[at + ai], y, c1);
            c2 = Math.fma(alpha * a[at + 2 * ai], y, c2);
            c3 = Math.fma(alpha * a[at + 3 * ai], y, c3);
        }
        c[co] = c0;
        c[co + ldc] = c1;
        c[co + 2 * ldc] = c2;
        c[co + 3 * ldc] = c3;
    }

    private static void oneByFour(
            int k,
            double alpha,
            double[] a,
            int ao,
            int ap,
            double[] b,
            int bo,
            int bp,
            int bj,
            double beta,
            double[] c,
            int co) {
        double c0 = start(beta, c, co);
        double c1 = start(beta, c, co + 1);
        double c2 = start(beta, c, co + 2);
        double c3 = start(beta, c, co + 3);
        for (int p = 0; p < k; p++) {
            double x = alpha * a[ao + p * ap];
            int row = bo + p * bp;
            c0 = Math.fma(x, b[row], c0);
            c1 = Math.fma(x, b[row + bj], c1);
            c2 = Math.fma(x, b[row + 2 * bj], c2);
            c3 = Math.fma(x, b[row + 3 * bj], c3);
        }
        c[co] = c0;
        c[co + 1] = c1;
        c[co + 2] = c2;
        c[co + 3] = c3;
    }

    private static void one(
            int k,
            double alpha,
            double[] a,
            int ao,
            int ap,
            double[] b,
            int bo,
            int bp,
            double beta,
            double[] c,
            int co) {
        double sum = start(beta, c, co);
        for (int p = 0; p < k; p++) {
            sum = Math.fma(alpha * a[ao + p * ap], b[bo + p * bp], sum);
        }
        c[co] = sum;
    }

    /** The value a sum starts from: C is not read when beta is zero. */
    private static double start(double beta, double[] c, int index) {
        return beta == 0 ? 0 : beta * c[index];
    }
}
