// Generated from DoubleDotGemm.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.kernel;

/** Products with one output column: dot products of the rows of {@code op(A)} with one vector, in partial sums. */
final class FloatDotGemm {

    static final int PARTIALS = 16;

    private FloatDotGemm() {}

    /** {@code c[i] = alpha op(A)[i, :] b + beta c[i]}, with the strides of {@link FloatDirectGemm#multiply}. */
    static void multiply(
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
            int ldc,
            FloatTile work) {
        float[] sums = work.sums(PARTIALS);
        for (int i = 0; i < m; i++) {
            int row = ao + i * ai;
            for (int lane = 0; lane < PARTIALS; lane += 8) {
                eight(k, lane, alpha, a, row, ap, b, bo, bp, sums);
            }
            int at = co + i * ldc;
            float start = beta == 0 ? 0 : beta * c[at];
            c[at] = fold(sums) + start;
        }
    }

    /** The partial sums {@code lane .. lane + 7} of one dot product. */
    private static void eight(
            int k, int lane, float alpha, float[] a, int ao, int ap, float[] b, int bo, int bp, float[] sums) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        float s4 = 0;
        float s5 = 0;
        float s6 = 0;
        float s7 = 0;
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
    private static float fold(float[] sums) {
        for (int half = PARTIALS / 2; half >= 8; half /= 2) {
            for (int q = 0; q < half; q++) {
                sums[q] += sums[q + half];
            }
        }
        float even = (sums[0] + sums[4]) + (sums[2] + sums[6]);
        float odd = (sums[1] + sums[5]) + (sums[3] + sums[7]);
        return even + odd;
    }
}
