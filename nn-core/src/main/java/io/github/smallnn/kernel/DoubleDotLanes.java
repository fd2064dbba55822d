package io.github.smallnn.kernel;

/**
 * Dot products of many rows of {@value #TERMS} elements with one vector. A dot product by itself loads two elements for a
 * multiply-add, and a processor loads two scalars a cycle. Here sixteen elements of the vector stay in registers while all
 * rows pass by, which leaves one load. docs/adr/0003 has the figures.
 */
final class DoubleDotLanes {

    /** The length of the rows. */
    static final int TERMS = 64;

    /** Fewer rows do not repay the loads of the vector. */
    static final int FEWEST = 8;

    /** Rows whose elements stay in the first-level cache from pass to pass. */
    private static final int BLOCK = 32;

    /** Passes over a row; one has the partial sums {@code lane}, {@code lane + PASSES}, and so on. */
    private static final int PASSES = 4;

    /** Elements of scratch. */
    static final int SCRATCH = PASSES * BLOCK;

    private DoubleDotLanes() {}

    /** As {@link DoubleDotGemm#multiply} for adjacent elements of A and B. */
    static void multiply(
            int m,
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
        for (int i = 0; i < m; i += BLOCK) {
            int rows = Math.min(BLOCK, m - i);
            for (int lane = 0; lane < PASSES; lane++) {
                pass(rows, a, ao + i * ai + lane, ai, b, bo + lane, sums, lane * BLOCK);
            }
            fold(rows, sums, beta, c, co + i * ldc, ldc);
        }
    }

    /** The partial sums of one pass, added up, of every row. */
    private static void pass(int rows, double[] a, int ao, int ai, double[] b, int bo, double[] sums, int to) {
        double b0 = b[bo];
        double b1 = b[bo + 4];
        double b2 = b[bo + 8];
        double b3 = b[bo + 12];
        double b4 = b[bo + 16];
        double b5 = b[bo + 20];
        double b6 = b[bo + 24];
        double b7 = b[bo + 28];
        double b8 = b[bo + 32];
        double b9 = b[bo + 36];
        double b10 = b[bo + 40];
        double b11 = b[bo + 44];
        double b12 = b[bo + 48];
        double b13 = b[bo + 52];
        double b14 = b[bo + 56];
        double b15 = b[bo + 60];
        for (int i = 0; i < rows; i++) {
            int x = ao + i * ai;
            double s = Math.fma(a[x], b0, 0);
            double t = Math.fma(a[x + 4], b1, 0);
            // float: float u = Math.fma(a[x + 8], b2, 0);
            s = Math.fma(a[x + 8], b2, s);
            // float: float v = Math.fma(a[x + 12], b3, 0);
            t = Math.fma(a[x + 12], b3, t);
            s = Math.fma(a[x + 16], b4, s);
            t = Math.fma(a[x + 20], b5, t);
            // float: u = Math.fma(a[x + 24], b6, u);
            s = Math.fma(a[x + 24], b6, s);
            // float: v = Math.fma(a[x + 28], b7, v);
            t = Math.fma(a[x + 28], b7, t);
            s = Math.fma(a[x + 32], b8, s);
            t = Math.fma(a[x + 36], b9, t);
            // float: u = Math.fma(a[x + 40], b10, u);
            s = Math.fma(a[x + 40], b10, s);
            // float: v = Math.fma(a[x + 44], b11, v);
            t = Math.fma(a[x + 44], b11, t);
            s = Math.fma(a[x + 48], b12, s);
            t = Math.fma(a[x + 52], b13, t);
            // float: u = Math.fma(a[x + 56], b14, u);
            s = Math.fma(a[x + 56], b14, s);
            // float: v = Math.fma(a[x + 60], b15, v);
            t = Math.fma(a[x + 60], b15, t);
            // float: sums[to + i] = (s + u) + (t + v);
            sums[to + i] = s + t;
        }
    }

    private static void fold(int rows, double[] sums, double beta, double[] c, int co, int ldc) {
        for (int i = 0; i < rows; i++) {
            double even = sums[i] + sums[i + 2 * BLOCK];
            double odd = sums[i + BLOCK] + sums[i + 3 * BLOCK];
            DoubleDotGemm.put(even + odd, beta, c, co + i * ldc);
        }
    }
}
