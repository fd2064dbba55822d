// Generated from DoubleDotLanes.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.kernel;

/**
 * Dot products of many rows of {@value #TERMS} elements with one vector. A dot product by itself loads two elements for a
 * multiply-add, and a processor loads two scalars a cycle. Here sixteen elements of the vector stay in registers while all
 * rows pass by, which leaves one load. docs/adr/0003 has the figures.
 */
final class FloatDotLanes {

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

    private FloatDotLanes() {}

    /** As {@link FloatDotGemm#multiply} for adjacent elements of A and B. */
    static void multiply(
            int m,
            float[] a,
            int ao,
            int ai,
            float[] b,
            int bo,
            float beta,
            float[] c,
            int co,
            int ldc,
            float[] sums) {
        for (int i = 0; i < m; i += BLOCK) {
            int rows = Math.min(BLOCK, m - i);
            for (int lane = 0; lane < PASSES; lane++) {
                pass(rows, a, ao + i * ai + lane, ai, b, bo + lane, sums, lane * BLOCK);
            }
            fold(rows, sums, beta, c, co + i * ldc, ldc);
        }
    }

    /** The partial sums of one pass, added up, of every row. */
    private static void pass(int rows, float[] a, int ao, int ai, float[] b, int bo, float[] sums, int to) {
        float b0 = b[bo];
        float b1 = b[bo + 4];
        float b2 = b[bo + 8];
        float b3 = b[bo + 12];
        float b4 = b[bo + 16];
        float b5 = b[bo + 20];
        float b6 = b[bo + 24];
        float b7 = b[bo + 28];
        float b8 = b[bo + 32];
        float b9 = b[bo + 36];
        float b10 = b[bo + 40];
        float b11 = b[bo + 44];
        float b12 = b[bo + 48];
        float b13 = b[bo + 52];
        float b14 = b[bo + 56];
        float b15 = b[bo + 60];
        for (int i = 0; i < rows; i++) {
            int x = ao + i * ai;
            float s = Math.fma(a[x], b0, 0);
            float t = Math.fma(a[x + 4], b1, 0);
            float u = Math.fma(a[x + 8], b2, 0);
            float v = Math.fma(a[x + 12], b3, 0);
            s = Math.fma(a[x + 16], b4, s);
            t = Math.fma(a[x + 20], b5, t);
            u = Math.fma(a[x + 24], b6, u);
            v = Math.fma(a[x + 28], b7, v);
            s = Math.fma(a[x + 32], b8, s);
            t = Math.fma(a[x + 36], b9, t);
            u = Math.fma(a[x + 40], b10, u);
            v = Math.fma(a[x + 44], b11, v);
            s = Math.fma(a[x + 48], b12, s);
            t = Math.fma(a[x + 52], b13, t);
            u = Math.fma(a[x + 56], b14, u);
            v = Math.fma(a[x + 60], b15, v);
            sums[to + i] = (s + u) + (t + v);
        }
    }

    private static void fold(int rows, float[] sums, float beta, float[] c, int co, int ldc) {
        for (int i = 0; i < rows; i++) {
            float even = sums[i] + sums[i + 2 * BLOCK];
            float odd = sums[i + BLOCK] + sums[i + 3 * BLOCK];
            FloatDotGemm.put(even + odd, beta, c, co + i * ldc);
        }
    }
}
