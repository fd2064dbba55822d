package io.github.smallnn.kernel;

/**
 * The backend in plain Java for all but tiny matrices: one operand is packed into rows and the loops run along it. The
 * longer side of {@code C} is the one that is vectorised; a narrow {@code C} is computed as {@code C' = op(B)' op(A)'}.
 */
final class PortableGemm implements Gemm {

    /** Loops over fewer elements spend too much of their time outside the vector body. */
    private static final int NARROW = 24;
    /** Fewer rows of A do not pay for packing B. */
    private static final int FEW_ROWS = 4;

    private static final Gemm DIRECT = new DirectGemm();

    @Override
    public String name() {
        return "portable";
    }

    @Override
    public boolean suits(int m, int n, int k) {
        return n > 1 && m >= FEW_ROWS && Math.max(m, n) >= NARROW;
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
        if (n == 1 || m < FEW_ROWS) {
            DIRECT.dgemm(ta, tb, m, n, k, alpha, a, ao, lda, b, bo, ldb, beta, c, co, ldc, work);
        } else if (beta == 0 && shortSums(m, n, k)) {
            DoubleShortSums.multiply(m, n, k, alpha, a, ao, ai, ap, b, bo, bp, bj, c, co, ldc, work.doubles);
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
        if (n == 1 || m < FEW_ROWS) {
            DIRECT.sgemm(ta, tb, m, n, k, alpha, a, ao, lda, b, bo, ldb, beta, c, co, ldc, work);
        } else if (y == 0 && shortSums(m, n, k)) {
            FloatShortSums.multiply(m, n, k, x, a, ao, ai, ap, b, bo, bp, bj, c, co, ldc, work.floats);
        } else if (alongRows(m, n)) {
            FloatPortableGemm.multiply(m, n, k, x, a, ao, ai, ap, 1, b, bo, bp, bj, y, c, co, ldc, 1, work.floats);
        } else {
            FloatPortableGemm.multiply(n, m, k, 1, b, bo, bj, bp, x, a, ao, ap, ai, y, c, co, 1, ldc, work.floats);
        }
    }

    private static boolean shortSums(int m, int n, int k) {
        return k > 0 && k <= DoubleShortSums.LONGEST && alongRows(m, n);
    }

    /** Whether the inner loop runs along the rows of C rather than down its columns. */
    private static boolean alongRows(int m, int n) {
        return n >= NARROW || n >= m;
    }
}
