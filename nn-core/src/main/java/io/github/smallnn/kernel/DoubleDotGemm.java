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
    // float: private static final int LONG = 64;
    private static final int LONG = 16;

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
        if (ap == 1 && k == DoubleDotLanes.TERMS && m >= DoubleDotLanes.FEWEST) {
            DoubleDotLanes.multiply(m, a, ao, ai, y, yo, beta, c, co, ldc, work.sums(DoubleDotLanes.SCRATCH));
            return;
        }
        if (ap == 1) {
            rows(m, k, a, ao, ai, y, yo, beta, c, co, ldc, work.sums(2));
            return;
        }
        if (ao == 0 && ap == m) {
            DoubleStrided made = work.strides.of(m, k);
            if (made != null) {
                made.column(k, a, y, yo, beta, c, co, ldc, work.sums((k + 2 * PARTIALS) * m));
                return;
            }
        }
        int whole = m / ROWS * ROWS;
        double[] sums = work.sums(ROWS * PARTIALS);
        for (int i = 0; i < whole; i += ROWS) {
            for (int lane = 0; lane < PARTIALS; lane++) {
                lane(lane, k, a, ao + i, ap, y, yo, sums);
            }
            for (int r = 0; r < ROWS; r++) {
                put(foldLanes(sums, r), beta, c, co + (i + r) * ldc);
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
            two(0, k, a, ao + i * ai, ai, b, bo, sums);
            double one = sums[0];
            double other = sums[1];
            for (int first = 1; first < PITCH; first++) {
                two(first, k, a, ao + i * ai, ai, b, bo, sums);
                one += sums[0];
                other += sums[1];
            }
            put(one, beta, c, co + i * ldc);
            put(other, beta, c, co + (i + 1) * ldc);
        }
        for (; i < m; i++) {
            put(dot(k, a, ao + i * ai, b, bo), beta, c, co + i * ldc);
        }
    }

    /** Stores a sum, behind {@code beta} times what was there. */
    static void put(double sum, double beta, double[] c, int at) {
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

    /** The sums in halves of the partial sums {@code first}, {@code first + PITCH}, and so on of two rows: {@code sums[0]} and {@code [1]}. */
    private static void two(int first, int k, double[] a, int ao, int ai, double[] b, int bo, double[] sums) {
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
        int p = first;
        for (; p + 7 * PITCH < k; p += PARTIALS) {
            int x = ao + p;
            int z = x + ai;
            int y = bo + p;
            double b0 = b[y];
            s0 = Math.fma(a[x], b0, s0);
            t0 = Math.fma(a[z], b0, t0);
            double b1 = b[y + PITCH];
            s1 = Math.fma(a[x + PITCH], b1, s1);
            t1 = Math.fma(a[z + PITCH], b1, t1);
            double b2 = b[y + 2 * PITCH];
            s2 = Math.fma(a[x + 2 * PITCH], b2, s2);
            t2 = Math.fma(a[z + 2 * PITCH], b2, t2);
            double b3 = b[y + 3 * PITCH];
            s3 = Math.fma(a[x + 3 * PITCH], b3, s3);
            t3 = Math.fma(a[z + 3 * PITCH], b3, t3);
            double b4 = b[y + 4 * PITCH];
            s4 = Math.fma(a[x + 4 * PITCH], b4, s4);
            t4 = Math.fma(a[z + 4 * PITCH], b4, t4);
            double b5 = b[y + 5 * PITCH];
            s5 = Math.fma(a[x + 5 * PITCH], b5, s5);
            t5 = Math.fma(a[z + 5 * PITCH], b5, t5);
            double b6 = b[y + 6 * PITCH];
            s6 = Math.fma(a[x + 6 * PITCH], b6, s6);
            t6 = Math.fma(a[z + 6 * PITCH], b6, t6);
            double b7 = b[y + 7 * PITCH];
            s7 = Math.fma(a[x + 7 * PITCH], b7, s7);
            t7 = Math.fma(a[z + 7 * PITCH], b7, t7);
        }
        if (p < k) {
            int x = ao + p;
            int z = x + ai;
            int y = bo + p;
            int left = k - p;
            s0 = Math.fma(a[x], b[y], s0);
            t0 = Math.fma(a[z], b[y], t0);
            s1 = left <= PITCH ? s1 : Math.fma(a[x + PITCH], b[y + PITCH], s1);
            t1 = left <= PITCH ? t1 : Math.fma(a[z + PITCH], b[y + PITCH], t1);
            s2 = left <= 2 * PITCH ? s2 : Math.fma(a[x + 2 * PITCH], b[y + 2 * PITCH], s2);
            t2 = left <= 2 * PITCH ? t2 : Math.fma(a[z + 2 * PITCH], b[y + 2 * PITCH], t2);
            s3 = left <= 3 * PITCH ? s3 : Math.fma(a[x + 3 * PITCH], b[y + 3 * PITCH], s3);
            t3 = left <= 3 * PITCH ? t3 : Math.fma(a[z + 3 * PITCH], b[y + 3 * PITCH], t3);
            s4 = left <= 4 * PITCH ? s4 : Math.fma(a[x + 4 * PITCH], b[y + 4 * PITCH], s4);
            t4 = left <= 4 * PITCH ? t4 : Math.fma(a[z + 4 * PITCH], b[y + 4 * PITCH], t4);
            s5 = left <= 5 * PITCH ? s5 : Math.fma(a[x + 5 * PITCH], b[y + 5 * PITCH], s5);
            t5 = left <= 5 * PITCH ? t5 : Math.fma(a[z + 5 * PITCH], b[y + 5 * PITCH], t5);
            s6 = left <= 6 * PITCH ? s6 : Math.fma(a[x + 6 * PITCH], b[y + 6 * PITCH], s6);
            t6 = left <= 6 * PITCH ? t6 : Math.fma(a[z + 6 * PITCH], b[y + 6 * PITCH], t6);
        }
        sums[0] = ((s0 + s4) + (s2 + s6)) + ((s1 + s5) + (s3 + s7));
        sums[1] = ((t0 + t4) + (t2 + t6)) + ((t1 + t5) + (t3 + t7));
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

    /** The sum in halves of the partial sums of one of the eight rows. */
    private static double foldLanes(double[] sums, int row) {
        double sum = foldLanes(sums, row, 0);
        for (int first = 1; first < PITCH; first++) {
            sum += foldLanes(sums, row, first);
        }
        return sum;
    }

    /** Likewise of its partial sums {@code first}, {@code first + PITCH}, and so on. */
    private static double foldLanes(double[] sums, int row, int first) {
        int at = first * ROWS + row;
        int step = PITCH * ROWS;
        double even = (sums[at] + sums[at + 4 * step]) + (sums[at + 2 * step] + sums[at + 6 * step]);
        double odd = (sums[at + step] + sums[at + 5 * step]) + (sums[at + 3 * step] + sums[at + 7 * step]);
        return even + odd;
    }
}
