package io.github.smallnn.kernel;

import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;

/**
 * What a {@link PlannedProduct} computes: {@code C = alpha op(A) op(B) + beta C}, checked.
 *
 * @param transA whether A is used transposed
 * @param transB whether B is used transposed
 * @param alpha factor of the product
 * @param a m x k after op
 * @param b k x n after op
 * @param beta factor of the old C
 * @param c m x n
 */
record ProductOperands(boolean transA, boolean transB, double alpha, Tensor a, Tensor b, double beta, Tensor c) {

    ProductOperands {
        int m = transA ? a.cols() : a.rows();
        int k = transA ? a.rows() : a.cols();
        int n = transB ? b.rows() : b.cols();
        int depth = transB ? b.cols() : b.rows();
        if (k != depth) {
            throw new IllegalArgumentException("a product needs as many columns of op(A) as rows of op(B), but A is "
                    + described(a, transA) + " and B is " + described(b, transB));
        }
        if (c.rows() != m || c.cols() != n) {
            throw new IllegalArgumentException("the product of A, " + described(a, transA) + ", and B, "
                    + described(b, transB) + ", is " + m + " x " + n + ", but C is " + c.describe());
        }
    }

    /** The same, if all tensors have the given precision. */
    ProductOperands in(Precision precision) {
        require(precision, "A", a);
        require(precision, "B", b);
        require(precision, "C", c);
        return this;
    }

    private static void require(Precision precision, String name, Tensor t) {
        if (t.precision() != precision) {
            throw new IllegalArgumentException("kernels for " + precision + " plan products of tensors in " + precision
                    + ", but " + name + " is " + t.precision() + "; convert it or ask for other kernels");
        }
    }

    private static String described(Tensor t, boolean transposed) {
        return t.describe() + (transposed ? " transposed" : "");
    }

    int m() {
        return c.rows();
    }

    int n() {
        return c.cols();
    }

    int k() {
        return transA ? a.rows() : a.cols();
    }
}
