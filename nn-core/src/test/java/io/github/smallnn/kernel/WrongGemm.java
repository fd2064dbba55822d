package io.github.smallnn.kernel;

import java.util.function.DoubleUnaryOperator;

/** A backend whose products in double are right but for one element. */
final class WrongGemm implements Gemm {

    private final Gemm right = new PortableGemm();
    private final DoubleUnaryOperator fault;

    /** With a fault in the last bit. */
    WrongGemm() {
        this(Math::nextUp);
    }

    WrongGemm(DoubleUnaryOperator fault) {
        this.fault = fault;
    }

    @Override
    public String name() {
        return "wrong";
    }

    @Override
    public boolean suits(int m, int n, int k) {
        return true;
    }

    @Override
    public void dgemm(
            boolean ta,
            boolean tb,
            int m,
            int n,
            int k,
            double alpha,
            double[] a,
            int ao,
            int lda,
            double[] b,
            int bo,
            int ldb,
            double beta,
            double[] c,
            int co,
            int ldc,
            GemmWorkspace work) {
        right.dgemm(ta, tb, m, n, k, alpha, a, ao, lda, b, bo, ldb, beta, c, co, ldc, work);
        c[co] = fault.applyAsDouble(c[co]);
    }

    @Override
    public void sgemm(
            boolean ta,
            boolean tb,
            int m,
            int n,
            int k,
            double alpha,
            float[] a,
            int ao,
            int lda,
            float[] b,
            int bo,
            int ldb,
            double beta,
            float[] c,
            int co,
            int ldc,
            GemmWorkspace work) {
        right.sgemm(ta, tb, m, n, k, alpha, a, ao, lda, b, bo, ldb, beta, c, co, ldc, work);
    }
}
