package io.github.smallnn.kernel;

/**
 * Products with one output column: dot products of the rows of {@code op(A)} with one vector, in partial sums. Eight of
 * them are under way at once, in registers.
 */
final class DoubleDotGemm {

    // float: static final int PARTIALS = 16;
    static final int PARTIALS = 8;

    /** The partial sums of every {@code PITCH}-th place are summed up together. */
    private static final int PITCH = PARTIALS / 8;

    /** Rows of a transposed A that are multiplied at once. */
    private static final int ROWS = 8;

    /** Sums of so many terms are worth doing two at a time, which loads B once for both. */
    private static final int LONG = 64;

    private DoubleDotGemm() {}

    /** {@code c[i] = op(A)[i, :] b + beta c[i]}, with the strides of {@link DoubleDirectGemm#multiply}; {@code ai} or {@code ap} is 1. */
    static void multiply(
            int m,
            int k,
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
        double[] y = b;
        int yo = bo;
        if (bp != 1) {
            y = work.column(k, b, bo, bp);
            yo = 0;
        }
        if (ap == 1) {
            rows(m, k, a, ao, ai, y, yo, beta, c, co, ldc, work.sums(2 * PARTIALS));
            return;
        }
        int whole = m / ROWS * ROWS;
        double[] sums = work.sums(ROWS * PARTIALS);
        for (int i = 0; i < whole; i += ROWS) {
            for (int lane = 0; lane < PARTIALS; lane++) {
                lane(lane, k, a, ao + i, ap, y, yo, sums);
            }
            fold(sums);
            for (int r = 0; r < ROWS; r++) {
                put(sums[r], beta, c, co + (i + r) * ldc);
            }
        }
        for (int i = whole; i < m; i++) {
            put(dot(k, work.row(k, a, ao + i, ap), 0, y, yo), beta, c, co + i * ldc);
        }
    }

    private static void rows(
            int m,
            int k,
            double[] a,
            int ao,
            int ai,
            double[] b,
            int bo,
            double beta,
            double[] c,
            int co,
            int ldc,
            double[] sums) {
        int i = 0;
        for (; k >= LONG && i + 2 <= m; i += 2) {
            for (int lane = 0; lane < PARTIALS; lane += 8) {
                two(lane, k, a, ao + i * ai, ai, b, bo, sums);
            }
            put(fold(sums, 0), beta, c, co + i * ldc);
            put(fold(sums, PARTIALS), beta, c, co + (i + 1) * ldc);
        }
        for (; i < m; i++) {
            put(dot(k, a, ao + i * ai, b, bo), beta, c, co + i * ldc);
        }
    }

    private static void put(double sum, double beta, double[] c, int at) {
        double start = beta == 0 ? 0 : beta * c[at];
        c[at] = sum + start;
    }

    /** One row whose elements are adjacent. */
    private static double dot(int k, double[] a, int ao, double[] b, int bo) {
        double sum = dot(0, k, a, ao, b, bo);
        for (int first = 1; first < PITCH; first++) {
            sum += dot(first, k, a, ao, b, bo);
        }
        return sum;
    }

    /** The sum in halves of the partial sums {@code first}, {@code first + PITCH}, and so on. */
    private static double dot(int first, int k, double[] a, int ao, double[] b, int bo) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        int p = first;
        for (; p + 7 * PITCH < k; p += PARTIALS) {
            int x = ao + p;
            int y = bo + p;
            s0 = Math.fma(a[x], b[y], s0);
            s1 = Math.fma(a[x + PITCH], b[y + PITCH], s1);
            s2 = Math.fma(a[x + 2 * PITCH], b[y + 2 * PITCH], s2);
            s3 = Math.fma(a[x + 3 * PITCH], b[y + 3 * PITCH], s3);
            s4 = Math.fma(a[x + 4 * PITCH], b[y + 4 * PITCH], s4);
            s5 = Math.fma(a[x + 5 * PITCH], b[y + 5 * PITCH], s5);
            s6 = Math.fma(a[x + 6 * PITCH], b[y + 6 * PITCH], s6);
            s7 = Math.fma(a[x + 7 * PITCH], b[y + 7 * PITCH], s7);
        }
        if (p < k) {
            int x = ao + p;
            int y = bo + p;
            int left = k - p;
            s0 = Math.fma(a[x], b[y], s0);
            s1 = left <= PITCH ? s1 : Math.fma(a[x + PITCH], b[y + PITCH], s1);
            s2 = left <= 2 * PITCH ? s2 : Math.fma(a[x + 2 * PITCH], b[y + 2 * PITCH], s2);
            s3 = left <= 3 * PITCH ? s3 : Math.fma(a[x + 3 * PITCH], b[y + 3 * PITCH], s3);
            s4 = left <= 4 * PITCH ? s4 : Math.fma(a[x + 4 * PITCH], b[y + 4 * PITCH], s4);
            s5 = left <= 5 * PITCH ? s5 : Math.fma(a[x + 5 * PITCH], b[y + 5 * PITCH], s5);
            s6 = left <= 6 * PITCH ? s6 : Math.fma(a[x + 6 * PITCH], b[y + 6 * PITCH], s6);
        }
        return ((s0 + s4) + (s2 + s6)) + ((s1 + s5) + (s3 + s7));
    }

    /** The partial sums {@code lane .. lane + 7} of two rows, the second row's behind all of the first's. */
    private static void two(int lane, int k, double[] a, int ao, int ai, double[] b, int bo, double[] sums) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        double t0 = 0;
        double t1 = 0;
        double t2 = 0;
        double t3 = 0;
        double t4 = 0;
        double t5 = 0;
        double t6 = 0;
        double t7 = 0;
        int end = k - 7;
        int p = lane;
        for (; p < end; p += PARTIALS) {
            int x = ao + p;
            int z = x + ai;
            int y = bo + p;
            double b0 = b[y];
            s0 = Math.fma(a[x], b0, s0);
            t0 = Math.fma(a[z], b0, t0);
            double b1 = b[y + 1];
            s1 = Math.fma(a[x + 1], b1, s1);
            t1 = Math.fma(a[z + 1], b1, t1);
            double b2 = b[y + 2];
            s2 = Math.fma(a[x + 2], b2, s2);
            t2 = Math.fma(a[z + 2], b2, t2);
            double b3 = b[y + 3];
            s3 = Math.fma(a[x + 3], b3, s3);
            t3 = Math.fma(a[z + 3], b3, t3);
            double b4 = b[y + 4];
            s4 = Math.fma(a[x + 4], b4, s4);
            t4 = Math.fma(a[z + 4], b4, t4);
            double b5 = b[y + 5];
            s5 = Math.fma(a[x + 5], b5, s5);
            t5 = Math.fma(a[z + 5], b5, t5);
            double b6 = b[y + 6];
            s6 = Math.fma(a[x + 6], b6, s6);
            t6 = Math.fma(a[z + 6], b6, t6);
            double b7 = b[y + 7];
            s7 = Math.fma(a[x + 7], b7, s7);
            t7 = Math.fma(a[z + 7], b7, t7);
        }
        int second = lane + PARTIALS;
        sums[lane] = s0;
        sums[lane + 1] = s1;
        sums[lane + 2] = s2;
        sums[lane + 3] = s3;
        sums[lane + 4] = s4;
        sums[lane + 5] = s5;
        sums[lane + 6] = s6;
        sums[lane + 7] = s7;
        sums[second] = t0;
        sums[second + 1] = t1;
        sums[second + 2] = t2;
        sums[second + 3] = t3;
        sums[second + 4] = t4;
        sums[second + 5] = t5;
        sums[second + 6] = t6;
        sums[second + 7] = t7;
        for (int q = 0; q < 8 && p < k; p++, q++) {
            sums[lane + q] = Math.fma(a[ao + p], b[bo + p], sums[lane + q]);
            sums[second + q] = Math.fma(a[ao + ai + p], b[bo + p], sums[second + q]);
        }
    }

    /** The sum in halves of the partial sums from {@code at} on; the last eight in registers. */
    private static double fold(double[] sums, int at) {
        for (int half = PARTIALS / 2; half >= 8; half /= 2) {
            for (int q = at; q < at + half; q++) {
                sums[q] += sums[q + half];
            }
        }
        double even = (sums[at] + sums[at + 4]) + (sums[at + 2] + sums[at + 6]);
        double odd = (sums[at + 1] + sums[at + 5]) + (sums[at + 3] + sums[at + 7]);
        return even + odd;
    }

    /** One partial sum of eight rows that are adjacent in memory, at {@code lane * ROWS} of the sums. */
    private static void lane(int lane, int k, double[] a, int ao, int ap, double[] b, int bo, double[] sums) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        for (int p = lane; p < k; p += PARTIALS) {
            int x = ao + p * ap;
            double y = b[bo + p];
            s0 = Math.fma(a[x], y, s0);
            s1 = Math.fma(a[x + 1], y, s1);
            s2 = Math.fma(a[x + 2], y, s2);
            s3 = Math.fma(a[x + 3], y, s3);
            s4 = Math.fma(a[x + 4], y, s4);
            s5 = Math.fma(a[x + 5], y, s5);
            s6 = Math.fma(a[x + 6], y, s6);
            s7 = Math.fma(a[x + 7], y, s7);
        }
        int at = lane * ROWS;
        sums[at] = s0;
        sums[at + 1] = s1;
        sums[at + 2] = s2;
        sums[at + 3] = s3;
        sums[at + 4] = s4;
        sums[at + 5] = s5;
        sums[at + 6] = s6;
        sums[at + 7] = s7;
    }

    /** Adds the partial sums of all rows in halves; the results are the first elements. */
    private static void fold(double[] sums) {
        for (int half = ROWS * PARTIALS / 2; half >= ROWS; half /= 2) {
            for (int q = 0; q < half; q++) {
                sums[q] += sums[q + half];
            }
        }
    }
}
