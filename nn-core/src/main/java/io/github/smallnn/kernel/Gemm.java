package io.github.smallnn.kernel;

/**
 * A matrix product on raw row-major arrays: {@code C = alpha op(A) op(B) + beta C}, where {@code op(A)} is
 * {@code m x k}, {@code op(B)} is {@code k x n} and {@code C} is {@code m x n}.
 *
 * <p><b>One result.</b> Every backend gives the same bits, because the order of every sum is fixed. With
 * {@code c0 = 0} when {@code beta == 0} and {@code c0 = beta * c} otherwise, and {@code x_p = alpha * a_ip} rounded once:
 *
 * <ul>
 *   <li>{@code n != 1}: {@code c = c0}, then for {@code p = 0 .. k-1} in this order {@code c = fma(x_p, b_pj, c)};
 *   <li>{@code n == 1}: {@code L} partial sums start at zero, {@code L = 8} in double and {@code 16} in float; for
 *       ascending {@code p}, {@code s[p mod L] = fma(x_p, b_p, s[p mod L])}; they are added in halves
 *       ({@code s[q] + s[q + L/2]}, then {@code L/4}, ... down to one value {@code s}); {@code c = s + c0}.
 * </ul>
 *
 * <p>So the order depends on {@code n} and {@code k} and never on {@code m}: a row gives the same bits alone and in any
 * batch. When {@code beta == 0}, {@code C} is not read and may hold NaN. A {@code k} of zero leaves {@code c0}.
 *
 * <p>Element {@code (i, p)} of {@code op(A)} is {@code a[ao + i * lda + p]}, or {@code a[ao + p * lda + i]} when
 * {@code ta}; {@code B} and {@code C} alike ({@code C} is never transposed). {@code C} must not overlap {@code A} or
 * {@code B}. Sizes and offsets are the caller's promise and are not checked beyond the array bounds.
 *
 * <p>Backends hold no state and serve any number of threads; the workspace belongs to one thread at a time.
 */
public interface Gemm {

    /**
     * The name by which the backend is forced and reported.
     *
     * @return a short lower-case name such as {@code portable}
     */
    String name();

    /**
     * Whether this backend is the right one for a product of this size. Every backend computes every size; this is about
     * speed alone.
     *
     * @param m rows of {@code C}
     * @param n columns of {@code C}
     * @param k length of the sums
     * @return true when the backend is worth its preparation
     */
    boolean suits(int m, int n, int k);

    /**
     * The product in double precision. Modified: {@code c} and {@code work}.
     *
     * @param ta whether {@code A} is stored {@code k x m}
     * @param tb whether {@code B} is stored {@code n x k}
     * @param m rows of {@code C}
     * @param n columns of {@code C}
     * @param k length of the sums
     * @param alpha factor of {@code A}
     * @param a storage of {@code A}, not modified
     * @param ao index of the first element of {@code A}
     * @param lda distance between rows of the stored {@code A}
     * @param b storage of {@code B}, not modified
     * @param bo index of the first element of {@code B}
     * @param ldb distance between rows of the stored {@code B}
     * @param beta factor of the old {@code C}; zero means that {@code C} is not read
     * @param c storage of {@code C}
     * @param co index of the first element of {@code C}
     * @param ldc distance between rows of {@code C}
     * @param work scratch memory of the calling thread
     */
    void dgemm(
            boolean ta,
            boolean tb,
            int m,
            int n,
            int k,
            double alpha,
            double[] a,
            int ao,
            int lda,
            double[] b,
            int bo,
            int ldb,
            double beta,
            double[] c,
            int co,
            int ldc,
            GemmWorkspace work);

    /**
     * The product in single precision; {@code alpha} and {@code beta} are rounded to float first. Modified: {@code c} and
     * {@code work}.
     *
     * @param ta whether {@code A} is stored {@code k x m}
     * @param tb whether {@code B} is stored {@code n x k}
     * @param m rows of {@code C}
     * @param n columns of {@code C}
     * @param k length of the sums
     * @param alpha factor of {@code A}
     * @param a storage of {@code A}, not modified
     * @param ao index of the first element of {@code A}
     * @param lda distance between rows of the stored {@code A}
     * @param b storage of {@code B}, not modified
     * @param bo index of the first element of {@code B}
     * @param ldb distance between rows of the stored {@code B}
     * @param beta factor of the old {@code C}; zero means that {@code C} is not read
     * @param c storage of {@code C}
     * @param co index of the first element of {@code C}
     * @param ldc distance between rows of {@code C}
     * @param work scratch memory of the calling thread
     */
    void sgemm(
            boolean ta,
            boolean tb,
            int m,
            int n,
            int k,
            double alpha,
            float[] a,
            int ao,
            int lda,
            float[] b,
            int bo,
            int ldb,
            double beta,
            float[] c,
            int co,
            int ldc,
            GemmWorkspace work);
}
