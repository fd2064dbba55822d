// Generated from DoubleBlasProduct.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.bench.kernel;

import dev.ludovic.netlib.blas.BLAS;
import io.github.smallnn.bench.work.Product;

/** {@link TimedProduct} by a BLAS in float. */
final class FloatBlasProduct implements TimedProduct {
    private final BLAS blas;
    private final int m;
    private final int n;
    private final int k;
    private final String transA;
    private final String transB;
    private final int lda;
    private final int ldb;
    private final float[] a;
    private final float[] b;
    private final float[] c;

    FloatBlasProduct(BLAS blas, Product product) {
        this.blas = blas;
        this.m = product.m();
        this.n = product.n();
        this.k = product.k();
        this.transA = product.form().transA() ? "T" : "N";
        this.transB = product.form().transB() ? "T" : "N";
        this.lda = product.form().transA() ? m : k;
        this.ldb = product.form().transB() ? k : n;
        this.a = FloatEjml.matrix(product.storedRowsOfA(), product.a()).data;
        this.b = FloatEjml.matrix(product.storedRowsOfB(), product.b()).data;
        this.c = new float[m * n];
    }

    @Override
    public void run() {
        blas.sgemm(transB, transA, n, m, k, 1, b, ldb, a, lda, 0, c, n);
    }

    @Override
    public double get(int row, int col) {
        return c[row * n + col];
    }
}
