// Generated from DoubleShortSums.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.kernel;

/**
 * Products with sums of one to three terms: all terms of a row of C in one pass over the rows of B, whose sums start from
 * zero, so that no row of sums is filled or loaded first. As in {@link FloatPortableGemm} every row is an array of its own.
 */
final class FloatShortSums {

    /** The longest sum. */
    static final int LONGEST = 3;

    private FloatShortSums() {}

    /** {@code C = (alpha A) B} with the strides of {@link FloatDirectGemm#multiply}, for {@code n != 1} and {@code 1 <= k <= LONGEST}. */
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
            float[] c,
            int co,
            int ldc,
            FloatTile work) {
        float[][] rows = work.rows(k + 2, Math.min(FloatPortableGemm.WIDTH, n));
        for (int j = 0; j < n; j += FloatPortableGemm.WIDTH) {
            int width = Math.min(FloatPortableGemm.WIDTH, n - j);
            FloatPortableGemm.pack(k, width, 1, b, bo + j * bj, bp, bj, rows);
            for (int i = 0; i < m; i += 2) {
                int x = ao + i * ai;
                int z = co + i * ldc + j;
                boolean both = i + 1 < m;
                sums(k, width, alpha, a, x, both ? x + ai : x, ap, rows);
                System.arraycopy(rows[k], 0, c, z, width);
                if (both) {
                    System.arraycopy(rows[k + 1], 0, c, z + ldc, width);
                }
            }
        }
    }

    /** Two rows of sums, into {@code rows[k]} and {@code rows[k + 1]}. */
    private static void sums(int k, int width, float alpha, float[] a, int x, int y, int ap, float[][] rows) {
        float x0 = alpha * a[x];
        float y0 = alpha * a[y];
        if (k == 1) {
            one(x0, y0, rows[0], rows[1], rows[2], width);
            return;
        }
        float x1 = alpha * a[x + ap];
        float y1 = alpha * a[y + ap];
        if (k == 2) {
            two(x0, y0, rows[0], x1, y1, rows[1], rows[2], rows[3], width);
            return;
        }
        // One row of sums after the other: JDK 17 leaves the loop over two rows of three terms scalar.
        three(x0, rows[0], x1, rows[1], alpha * a[x + 2 * ap], rows[2], rows[3], width);
        three(y0, rows[0], y1, rows[1], alpha * a[y + 2 * ap], rows[2], rows[4], width);
    }

    private static void one(float x, float y, float[] row, float[] sums, float[] next, int width) {
        for (int j = 0; j < width; j++) {
            float b = row[j];
            float s = Math.fma(x, b, 0.0f);
            float t = Math.fma(y, b, 0.0f);
            sums[j] = s;
            next[j] = t;
        }
    }

    private static void two(
            float x0,
            float y0,
            float[] r0,
            float x1,
            float y1,
            float[] r1,
            float[] sums,
            float[] next,
            int width) {
        for (int j = 0; j < width; j++) {
            float b0 = r0[j];
            float b1 = r1[j];
            float s = Math.fma(x1, b1, Math.fma(x0, b0, 0.0f));
            float t = Math.fma(y1, b1, Math.fma(y0, b0, 0.0f));
            sums[j] = s;
            next[j] = t;
        }
    }

    private static void three(
            float x0, float[] r0, float x1, float[] r1, float x2, float[] r2, float[] sums, int width) {
        for (int j = 0; j < width; j++) {
            sums[j] = Math.fma(x2, r2[j], Math.fma(x1, r1[j], Math.fma(x0, r0[j], 0.0f)));
        }
    }
}
