package io.github.smallnn.bench.kernel;

import io.github.smallnn.bench.work.Product;
import org.ojalgo.OjAlgoUtils;
import org.ojalgo.matrix.store.MatrixStore;
// float: import org.ojalgo.matrix.store.R032Store;
import org.ojalgo.matrix.store.R064Store;

/** {@link TimedProduct} by ojAlgo in double. */
final class DoubleOjAlgoProduct implements TimedProduct {
    // float: same
    private final MatrixStore<Double> a;
    // float: same
    private final MatrixStore<Double> b;
    // float: private final R032Store c;
    private final R064Store c;

    DoubleOjAlgoProduct(Product product) {
        // Its products of large matrices would take every core.
        OjAlgoUtils.limitThreadsTo(1);
        var left = matrix(product.storedRowsOfA(), product.a());
        var right = matrix(product.storedRowsOfB(), product.b());
        this.a = product.form().transA() ? left.transpose() : left;
        this.b = product.form().transB() ? right.transpose() : right;
        // float: this.c = R032Store.FACTORY.make(product.m(), product.n());
        this.c = R064Store.FACTORY.make(product.m(), product.n());
    }

    // float: same
    private static MatrixStore<Double> matrix(int rows, double[] values) {
        int cols = values.length / rows;
        // float: R032Store matrix = R032Store.FACTORY.make(rows, cols);
        R064Store matrix = R064Store.FACTORY.make(rows, cols);
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
