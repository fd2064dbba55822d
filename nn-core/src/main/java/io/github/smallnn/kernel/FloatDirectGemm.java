// Generated from DoubleDirectGemm.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.kernel;

/** Products of tiny and narrow matrices: plain loops over the arrays as they are, a few sums at a time. */
final class FloatDirectGemm {

    private FloatDirectGemm() {}

    /**
     * {@code C = alpha op(A) op(B) + beta C} for {@code n != 1}. Element {@code (i, p)} of {@code op(A)} lies at
     * {@code ao + i * ai + p * ap}, element {@code (p, j)} of {@code op(B)} at {@code bo + p * bp + j * bj}.
     */
    static void multiply(
            int m,
            int n,
            int k,
            float alpha,
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
            float alpha,
            float[] a,
            int ao,
            int ai,
            int ap,
            float[] b,
            int bo,
            int bp,
            float beta,
            float[] c,
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
            float alpha,
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
        float c0 = start(beta, c, co);
        float c1 = start(beta, c, co + 1);
        float c2 = start(beta, c, co + 2);
        float c3 = start(beta, c, co + 3);
        float d0 = start(beta, c, co + ldc);
        float d1 = start(beta, c, co + ldc + 1);
        float d2 = start(beta, c, co + ldc + 2);
        float d3 = start(beta, c, co + ldc + 3);
        for (int p = 0; p < k; p++) {
            float x = alpha * a[ao + p * ap];
            float y = alpha * a[ao + p * ap + ai];
            int row = bo + p * bp;
            float b0 = b[row];
            float b1 = b[row + bj];
            float b2 = b[row + 2 * bj];
            float b3 = b[row + 3 * bj];
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
            float alpha,
            float[] a,
            int ao,
            int ai,
            int ap,
            float[] b,
            int bo,
            int bp,
            float beta,
            float[] c,
            int co,
            int ldc) {
        float c0 = start(beta, c, co);
        float c1 = start(beta, c, co + ldc);
        float c2 = start(beta, c, co + 2 * ldc);
        float c3 = start(beta, c, co + 3 * ldc);
        for (int p = 0; p < k; p++) {
            float y = b[bo + p * bp];
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
            float alpha,
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
        float c0 = start(beta, c, co);
        float c1 = start(beta, c, co + 1);
        float c2 = start(beta, c, co + 2);
        float c3 = start(beta, c, co + 3);
        for (int p = 0; p < k; p++) {
            float x = alpha * a[ao + p * ap];
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
            float alpha,
            float[] a,
            int ao,
            int ap,
            float[] b,
            int bo,
            int bp,
            float beta,
            float[] c,
            int co) {
        float sum = start(beta, c, co);
        for (int p = 0; p < k; p++) {
            sum = Math.fma(alpha * a[ao + p * ap], b[bo + p * bp], sum);
        }
        c[co] = sum;
    }

    /** The value a sum starts from: C is not read when beta is zero. */
    private static float start(float beta, float[] c, int index) {
        return beta == 0 ? 0 : beta * c[index];
    }
}
