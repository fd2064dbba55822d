package io.github.smallnn.kernel;

/**
 * The backend in plain Java for all but tiny matrices: one operand is packed into rows and the loops run along it. The
 * longer side of {@code C} is the one that is vectorised; a narrow {@code C} is computed as {@code C' = op(B)' op(A)'}.
 */
final class PortableGemm implements Gemm {

    /** Loops over fewer elements spend too much of their time outside the vector body. */
    private static final int NARROW = 24;
    /** Sums of fewer products do not pay for the packing. */
    private static final int SHALLOW = 4;
    /** A transposed B is packed element by element, which fewer rows of A do not pay for. */
    private static final int FEW_ROWS = 4;

    @Override
    public String name() {
        return "portable";
    }

    @Override
    public boolean suits(int m, int n, int k) {
        return n > 1 && Math.max(m, n) >= NARROW && k >= SHALLOW;
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
        int ai = ta ? 1 : lda;
        int ap = ta ? lda : 1;
        int bp = tb ? 1 : ldb;
        int bj = tb ? ldb : 1;
        if (n == 1) {
            DoubleDotGemm.multiply(m, k, alpha, a, ao, ai, ap, b, bo, bp, beta, c, co, ldc, work.doubles);
        } else if (tb && m < FEW_ROWS) {
            DoubleDirectGemm.multiply(m, n, k, alpha, a, ao, ai, ap, b, bo, bp, bj, beta, c, co, ldc);
        } else if (alongRows(m, n)) {
            DoublePortableGemm.multiply(
                    m, n, k, alpha, a, ao, ai, ap, 1, b, bo, bp, bj, beta, c, co, ldc, 1, work.doubles);
        } else {
            DoublePortableGemm.multiply(
                    n, m, k, 1, b, bo, bj, bp, alpha, a, ao, ap, ai, beta, c, co, 1, ldc, work.doubles);
        }
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
        int ai = ta ? 1 : lda;
        int ap = ta ? lda : 1;
        int bp = tb ? 1 : ldb;
        int bj = tb ? ldb : 1;
        float x = (float) alpha;
        float y = (float) beta;
        if (n == 1) {
            FloatDotGemm.multiply(m, k, x, a, ao, ai, ap, b, bo, bp, y, c, co, ldc, work.floats);
        } else if (tb && m < FEW_ROWS) {
            FloatDirectGemm.multiply(m, n, k, x, a, ao, ai, ap, b, bo, bp, bj, y, c, co, ldc);
        } else if (alongRows(m, n)) {
            FloatPortableGemm.multiply(m, n, k, x, a, ao, ai, ap, 1, b, bo, bp, bj, y, c, co, ldc, 1, work.floats);
        } else {
            FloatPortableGemm.multiply(n, m, k, 1, b, bo, bj, bp, x, a, ao, ap, ai, y, c, co, 1, ldc, work.floats);
        }
    }

    /** Whether the inner loop runs along the rows of C rather than down its columns. */
    private static boolean alongRows(int m, int n) {
        return n >= NARROW || n >= m;
    }
}
