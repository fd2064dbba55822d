package io.github.smallnn.bench.kernel;

import io.github.smallnn.bench.work.Product;
import org.ejml.data.DMatrixRMaj;

/** {@link TimedProduct} by EJML in double. */
final class DoubleEjmlProduct implements TimedProduct {
    private final Product.Form form;
    private final DMatrixRMaj a;
    private final DMatrixRMaj b;
    private final DMatrixRMaj c;

    DoubleEjmlProduct(Product product) {
        this.form = product.form();
        this.a = DoubleEjml.matrix(product.storedRowsOfA(), product.a());
        this.b = DoubleEjml.matrix(product.storedRowsOfB(), product.b());
        this.c = new DMatrixRMaj(product.m(), product.n());
    }

    @Override
    public void run() {
        switch (form) {
            case AB -> DoubleEjml.mult(a, b, c);
            case ATB -> DoubleEjml.multTransA(a, b, c);
            case ABT -> DoubleEjml.multTransB(a, b, c);
        }
    }

    @Override
    public double get(int row, int col) {
        return c.get(row, col);
    }
}
