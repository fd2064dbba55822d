// Generated from DoubleBoundProduct.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.kernel;

import io.github.smallnn.tensor.FloatTensor;
import io.github.smallnn.tensor.Tensor;

/** A planned product by the backend that suits its size. Confined. */
final class FloatBoundProduct extends PlannedProduct {
    private final Gemm gemm;
    private final boolean transA;
    private final boolean transB;
    private final int m;
    private final int n;
    private final int k;
    private final double alpha;
    private final float[] a;
    private final int ao;
    private final int lda;
    private final float[] b;
    private final int bo;
    private final int ldb;
    private final double beta;
    private final float[] c;
    private final int co;
    private final int ldc;
    private final GemmWorkspace work;

    FloatBoundProduct(ProductOperands of, GemmWorkspace work) {
        this.gemm = Gemms.select(of.m(), of.n(), of.k());
        this.transA = of.transA();
        this.transB = of.transB();
        this.m = of.m();
        this.n = of.n();
        this.k = of.k();
        this.alpha = of.alpha();
        this.a = data(of.a());
        this.ao = of.a().offset();
        this.lda = of.a().stride();
        this.b = data(of.b());
        this.bo = of.b().offset();
        this.ldb = of.b().stride();
        this.beta = of.beta();
        this.c = data(of.c());
        this.co = of.c().offset();
        this.ldc = of.c().stride();
        this.work = work;
    }

    @Override
    public String name() {
        return gemm.name();
    }

    @Override
    public void run() {
        gemm.sgemm(transA, transB, m, n, k, alpha, a, ao, lda, b, bo, ldb, beta, c, co, ldc, work);
    }

    private static float[] data(Tensor t) {
        return ((FloatTensor) t).data();
    }
}
