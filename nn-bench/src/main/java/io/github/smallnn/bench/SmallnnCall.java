package io.github.smallnn.bench;

import io.github.smallnn.bench.kernel.TimedProduct;
import io.github.smallnn.bench.work.Product;
import io.github.smallnn.kernel.Kernels;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;

/** A product by the library's kernels, called with all operands each time, as an op of a session does. */
final class SmallnnCall implements TimedProduct {
    private final Kernels kernels;
    private final boolean transA;
    private final boolean transB;
    private final Tensor a;
    private final Tensor b;
    private final Tensor c;

    SmallnnCall(Product product, Precision precision) {
        this.kernels = Kernels.of(precision);
        this.transA = product.form().transA();
        this.transB = product.form().transB();
        this.a = SmallnnLoop.tensor(product.a(), product.storedRowsOfA(), precision);
        this.b = SmallnnLoop.tensor(product.b(), product.storedRowsOfB(), precision);
        this.c = Tensor.zeros(precision, product.m(), product.n());
    }

    @Override
    public void run() {
        kernels.gemm(transA, transB, 1, a, b, 0, c);
    }

    @Override
    public double get(int row, int col) {
        return c.get(row, col);
    }
}
