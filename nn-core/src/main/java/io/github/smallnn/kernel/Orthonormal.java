package io.github.smallnn.kernel;

import io.github.smallnn.tensor.DoubleTensor;

/** Orthonormal vectors out of any independent ones. Stateless, any thread. */
public final class Orthonormal {
    private Orthonormal() {}

    /**
     * Replaces the k rows of a matrix by orthonormal ones that span the same space: A' = Q R with a positive diagonal of R,
     * and A becomes Q'. Each row is freed of the earlier ones twice, after which they are orthogonal to rounding (Giraud et
     * al., "The loss of orthogonality in the Gram-Schmidt orthogonalization process", 2005).
     *
     * @param a k x n with k at most n. Modified.
     * @throws IllegalArgumentException if k exceeds n
     * @throws ArithmeticException if a row depends on the earlier ones
     */
    public static void rows(DoubleTensor a) {
        if (a.rows() > a.cols()) {
            throw new IllegalArgumentException(
                    a.rows() + " vectors of " + a.cols() + " numbers cannot be independent; transpose the matrix");
        }
        double[] v = a.data();
        int n = a.cols();
        for (int j = 0; j < a.rows(); j++) {
            int at = a.offset() + j * a.stride();
            double before = Math.sqrt(dot(v, at, at, n));
            for (int pass = 0; pass < 2; pass++) {
                for (int i = 0; i < j; i++) {
                    int other = a.offset() + i * a.stride();
                    subtract(dot(v, at, other, n), v, other, at, n);
                }
            }
            double length = Math.sqrt(dot(v, at, at, n));
            if (!(length > 1e-12 * before)) {
                throw new ArithmeticException("row " + j + " depends on the rows before it");
            }
            for (int c = 0; c < n; c++) {
                v[at + c] /= length;
            }
        }
    }

    private static double dot(double[] v, int a, int b, int n) {
        double s = 0;
        for (int c = 0; c < n; c++) {
            s += v[a + c] * v[b + c];
        }
        return s;
    }

    private static void subtract(double factor, double[] v, int from, int to, int n) {
        for (int c = 0; c < n; c++) {
            v[to + c] -= factor * v[from + c];
        }
    }
}
