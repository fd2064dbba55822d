package io.github.smallnn.bench;

import io.github.smallnn.bench.kernel.TimedProduct;
import io.github.smallnn.bench.work.Product;
import io.github.smallnn.kernel.Kernels;
import io.github.smallnn.kernel.PlannedProduct;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;

/** A product by the library's kernels, planned once: its operands are the same arrays in every run. */
final class SmallnnProduct implements TimedProduct {
    private final PlannedProduct plan;
    private final Tensor c;

    SmallnnProduct(Product product, Precision precision) {
        Tensor a = SmallnnLoop.tensor(product.a(), product.storedRowsOfA(), precision);
        Tensor b = SmallnnLoop.tensor(product.b(), product.storedRowsOfB(), precision);
        this.c = Tensor.zeros(precision, product.m(), product.n());
        this.plan = Kernels.of(precision)
                .plan(product.form().transA(), product.form().transB(), 1, a, b, 0, c);
    }

    /** What computes it. */
    String backend() {
        return plan.name();
    }

    @Override
    public void run() {
        plan.run();
    }

    @Override
    public double get(int row, int col) {
        return c.get(row, col);
    }
}
