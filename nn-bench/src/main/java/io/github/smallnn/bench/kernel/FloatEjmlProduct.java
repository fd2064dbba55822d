// Generated from DoubleEjmlProduct.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.bench.kernel;

import io.github.smallnn.bench.work.Product;
import org.ejml.data.FMatrixRMaj;

/** {@link TimedProduct} by EJML in float. */
final class FloatEjmlProduct implements TimedProduct {
    private final Product.Form form;
    private final FMatrixRMaj a;
    private final FMatrixRMaj b;
    private final FMatrixRMaj c;

    FloatEjmlProduct(Product product) {
        this.form = product.form();
        this.a = FloatEjml.matrix(product.storedRowsOfA(), product.a());
        this.b = FloatEjml.matrix(product.storedRowsOfB(), product.b());
        this.c = new FMatrixRMaj(product.m(), product.n());
    }

    @Override
    public void run() {
        switch (form) {
            case AB -> FloatEjml.mult(a, b, c);
            case ATB -> FloatEjml.multTransA(a, b, c);
            case ABT -> FloatEjml.multTransB(a, b, c);
        }
    }

    @Override
    public double get(int row, int col) {
        return c.get(row, col);
    }
}
