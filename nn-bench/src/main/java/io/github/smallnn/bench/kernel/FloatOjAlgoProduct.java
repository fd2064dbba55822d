// Generated from DoubleOjAlgoProduct.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.bench.kernel;

import io.github.smallnn.bench.work.Product;
import org.ojalgo.OjAlgoUtils;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R032Store;

/** {@link TimedProduct} by ojAlgo in float. */
final class FloatOjAlgoProduct implements TimedProduct {
    private final MatrixStore<Double> a;
    private final MatrixStore<Double> b;
    private final R032Store c;

    FloatOjAlgoProduct(Product product) {
        // Its products of large matrices would take every core.
        OjAlgoUtils.limitThreadsTo(1);
        var left = matrix(product.storedRowsOfA(), product.a());
        var right = matrix(product.storedRowsOfB(), product.b());
        this.a = product.form().transA() ? left.transpose() : left;
        this.b = product.form().transB() ? right.transpose() : right;
        this.c = R032Store.FACTORY.make(product.m(), product.n());
    }

    private static MatrixStore<Double> matrix(int rows, double[] values) {
        int cols = values.length / rows;
        R032Store matrix = R032Store.FACTORY.make(rows, cols);
        for (int i = 0; i < values.length; i++) {
            matrix.set(i / cols, i % cols, values[i]);
        }
        return matrix;
    }

    @Override
    public void run() {
        c.fillByMultiplying(a, b);
    }

    @Override
    public double get(int row, int col) {
        return c.doubleValue(row, col);
    }
}
