package io.github.smallnn.bench.kernel;

import io.github.smallnn.bench.work.Product;
import io.github.smallnn.tensor.Precision;

/** A product by EJML: {@code mult}, {@code multTransA} or {@code multTransB} of its dense matrices. */
public interface EjmlProduct extends Runnable, Product.Result {

    /**
     * The product of some numbers.
     *
     * @param product the numbers. Not modified.
     * @param precision element type
     * @return a new product, not yet computed
     */
    static EjmlProduct of(Product product, Precision precision) {
        return precision == Precision.DOUBLE ? new DoubleEjmlProduct(product) : new FloatEjmlProduct(product);
    }

    /** Computes C. */
    @Override
    void run();
}
