package io.github.smallnn.kernel;

/** Products with one output column: dot products of the rows of {@code op(A)} with one vector, in partial sums. */
final class DoubleDotGemm {

    // float: static final int PARTIALS = 16;
    static final int PARTIALS = 8;

    private DoubleDotGemm() {}

    /** {@code c[i] = alpha op(A)[i, :] b + beta c[i]}, with the strides of {@link DoubleDirectGemm#multiply}. */
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
            DoubleTile work) {
        double[] sums = work.sums(PARTIALS);
        for (int i = 0; i < m; i++) {
            int row = ao + i * ai;
            for (int lane = 0; lane < PARTIALS; lane += 8) {
                eight(k, lane, alpha, a, row, ap, b, bo, bp, sums);
            }
            int at = co + i * ldc;
            double start = beta == 0 ? 0 : beta * c[at];
            c[at] = fold(sums) + start;
        }
    }

    /** The partial sums {@code lane .. lane + 7} of one dot product. */
    private static void eight(
            int k, int lane, double alpha, double[] a, int ao, int ap, double[] b, int bo, int bp, double[] sums) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        int p = lane;
        for (; p + 8 <= k; p += PARTIALS) {
            int x = ao + p * ap;
            int y = bo + p * bp;
            s0 = Math.fma(alpha * a[x], b[y], s0);
            s1 = Math.fma(alpha * a[x + ap], b[y + bp], s1);
            s2 = Math.fma(alpha * a[x + 2 * ap], b[y + 2 * bp], s2);
            s3 = Math.fma(alpha * a[x + 3 * ap], b[y + 3 * bp], s3);
            s4 = Math.fma(alpha * a[x + 4 * ap], b[y + 4 * bp], s4);
            s5 = Math.fma(alpha * a[x + 5 * ap], b[y + 5 * bp], s5);
            s6 = Math.fma(alpha * a[x + 6 * ap], b[y + 6 * bp], s6);
            s7 = Math.fma(alpha * a[x + 7 * ap], b[y + 7 * bp], s7);
        }
        sums[lane] = s0;
        sums[lane + 1] = s1;
        sums[lane + 2] = s2;
        sums[lane + 3] = s3;
        sums[lane + 4] = s4;
        sums[lane + 5] = s5;
        sums[lane + 6] = s6;
        sums[lane + 7] = s7;
        for (int q = lane; p < k && q < lane + 8; p++, q++) {
            sums[q] = Math.fma(alpha * a[ao + p * ap], b[bo + p * bp], sums[q]);
        }
    }

    /** The sum of the partial sums, in halves; the last eight in registers. */
    private static double fold(double[] sums) {
        for (int half = PARTIALS / 2; half >= 8; half /= 2) {
            for (int q = 0; q < half; q++) {
                sums[q] += sums[q + half];
            }
        }
        double even = (sums[0] + sums[4]) + (sums[2] + sums[6]);
        double odd = (sums[1] + sums[5]) + (sums[3] + sums[7]);
        return even + odd;
    }
}
