package io.github.smallnn.bench.kernel;

import dev.ludovic.netlib.blas.BLAS;
import io.github.smallnn.bench.work.Product;
import io.github.smallnn.tensor.Precision;

/** Matrix products by other libraries. */
public final class Products {
    private Products() {}

    /**
     * EJML's {@code mult}, {@code multTransA} or {@code multTransB}.
     *
     * @param product the numbers. Not modified.
     * @param precision element type
     * @return a new product, not yet computed
     */
    public static TimedProduct ejml(Product product, Precision precision) {
        return precision == Precision.DOUBLE ? new DoubleEjmlProduct(product) : new FloatEjmlProduct(product);
    }

    /**
     * ojAlgo's {@code fillByMultiplying}, of transposed views where a factor is transposed, in one thread.
     *
     * @param product the numbers. Not modified.
     * @param precision element type
     * @return a new product, not yet computed
     */
    public static TimedProduct ojAlgo(Product product, Precision precision) {
        return precision == Precision.DOUBLE ? new DoubleOjAlgoProduct(product) : new FloatOjAlgoProduct(product);
    }

    /**
     * The {@code gemm} of a BLAS. Its matrices lie column by column, so it is asked for C' = op(B)' op(A)'.
     *
     * @param blas an implementation
     * @param product the numbers. Not modified.
     * @param precision element type
     * @return a new product, not yet computed
     */
    public static TimedProduct blas(BLAS blas, Product product, Precision precision) {
        return precision == Precision.DOUBLE
                ? new DoubleBlasProduct(blas, product)
                : new FloatBlasProduct(blas, product);
    }
}
