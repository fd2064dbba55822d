// Generated from DoubleTinyGemm.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.kernel;

/** Products with sums of one to four terms, element by element without a loop over them: for networks of a few neurons. */
// Small enough for the compiler to inline it into its caller. The loops count by strides that are not constants: for
// those the compiler makes no unrolled versions, whose setting up takes longer than two or three turns.
final class FloatTinyGemm {

    /** The longest sum. */
    static final int LONGEST = 4;

    private FloatTinyGemm() {}

    /** As {@link FloatDirectGemm#multiply}, for {@code n != 1} and {@code 1 <= k <= LONGEST}. */
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
        int x = ao;
        int end = co + m * ldc;
        int last = bo + n * bj;
        for (int row = co; row < end; row += ldc) {
            int at = row;
            for (int y = bo; y < last; y += bj) {
                float sum = Math.fma(alpha * a[x], b[y], beta == 0 ? 0 : beta * c[at]);
                if (k > 1) {
                    sum = Math.fma(alpha * a[x + ap], b[y + bp], sum);
                }
                if (k > 2) {
                    sum = Math.fma(alpha * a[x + 2 * ap], b[y + 2 * bp], sum);
                }
                if (k > 3) {
                    sum = Math.fma(alpha * a[x + 3 * ap], b[y + 3 * bp], sum);
                }
                c[at] = sum;
                at++;
            }
            x += ai;
        }
    }

    /** As {@link FloatDotGemm#multiply}, for {@code 1 <= k <= LONGEST}: every partial sum has one term. */
    static void multiplyColumn(
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
        int x = ao;
        int end = co + m * ldc;
        for (int at = co; at < end; at += ldc) {
            // The empty partial sums are left out. A sum that is not zero stays as it is without them; one of -0, of
            // products
            // that underflow, would become +0, and only beside beta c can the difference be seen.
            float sum = Math.fma(alpha * a[x], b[bo], 0.0f);
            if (k > 2) {
                sum += Math.fma(alpha * a[x + 2 * ap], b[bo + 2 * bp], 0.0f);
            }
            if (k > 1) {
                float odd = Math.fma(alpha * a[x + ap], b[bo + bp], 0.0f);
                if (k > 3) {
                    odd += Math.fma(alpha * a[x + 3 * ap], b[bo + 3 * bp], 0.0f);
                }
                sum += odd;
            }
            c[at] = beta == 0 ? sum + 0.0f : sum + 0.0f + beta * c[at];
            x += ai;
        }
    }
}
