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
        for (int i = 0; i < m; i++) {
            int ar = ao + i * ai;
            int cr = co + i * ldc;
            int j = 0;
            for (; j + 4 <= n; j += 4) {
                four(k, alpha, a, ar, ap, b, bo + j * bj, bp, bj, beta, c, cr + j);
            }
            for (; j < n; j++) {
                one(k, alpha, a, ar, ap, b, bo + j * bj, bp, beta, c, cr + j);
            }
        }
    }

    private static void four(
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
