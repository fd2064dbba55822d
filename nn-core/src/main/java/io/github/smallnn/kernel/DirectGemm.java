package io.github.smallnn.kernel;

/** The backend for tiny matrices: loops over the arrays as they are, with no preparation. */
final class DirectGemm implements Gemm {

    /** Products of fewer multiply-adds are done before a tile is set up. */
    private static final int TINY = 128;
    /** Elements of C up to which they are done one by one when their sums are short. */
    private static final int FEW = 4;
    /** Dot products shorter than this have few whole vectors. */
    private static final int SHORT = 8;

    @Override
    public String name() {
        return "direct";
    }

    @Override
    public boolean suits(int m, int n, int k) {
        return n == 1 && k < SHORT || (long) m * n * k < TINY;
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
        if (tiny(m, n, k)) {
            if (n == 1) {
                DoubleTinyGemm.multiplyColumn(m, k, alpha, a, ao, ai, ap, b, bo, bp, beta, c, co, ldc);
            } else {
                DoubleTinyGemm.multiply(m, n, k, alpha, a, ao, ai, ap, b, bo, bp, bj, beta, c, co, ldc);
            }
        } else if (alpha != 1) {
            double[] scaled = work.doubles.scaled(alpha, m, k, a, ao, ai, ap);
            direct(m, n, k, scaled, 0, k, 1, b, bo, bp, bj, beta, c, co, ldc, work);
        } else {
            direct(m, n, k, a, ao, ai, ap, b, bo, bp, bj, beta, c, co, ldc, work);
        }
    }

    private static void direct(
            int m,
            int n,
            int k,
            double[] a,
            int ao,
            int ai,
            int ap,
            double[] b,
            int bo,
            int bp,
            int bj,
            double beta,
            double[] c,
            int co,
            int ldc,
            GemmWorkspace work) {
        if (n == 1) {
            DoubleDotGemm.multiply(m, k, a, ao, ai, ap, b, bo, bp, beta, c, co, ldc, work.doubles);
        } else if (m == 1 && ap == 1 && bp == 1 && bj == k && n % DoubleStrided.COLUMNS == 0) {
            rowTimesTurned(n, k, a, ao, b, bo, beta, c, co, work.doubles);
        } else {
            DoubleStrided made = bo == 0 && bj == 1 && bp == n ? work.doubles.strides.of(n, k) : null;
            if (made == null) {
                DoubleDirectGemm.multiply(m, n, k, a, ao, ai, ap, b, bo, bp, bj, beta, c, co, ldc);
                return;
            }
            double[] sums = work.doubles.sums((k + 1) * n);
            for (int i = 0; i < m; i++) {
                made.row(k, a, ao + i * ai, ap, b, beta, c, co + i * ldc, sums);
            }
        }
    }

    /** One row times a transposed B without gaps. */
    private static void rowTimesTurned(
            int n, int k, double[] a, int ao, double[] b, int bo, double beta, double[] c, int co, DoubleTile work) {
        DoubleStrided made = work.strides.of(k, n);
        if (made == null) {
            DoubleDirectGemm.multiply(1, n, k, a, ao, k, 1, b, bo, 1, k, beta, c, co, n);
        } else {
            made.down(n, a, ao, b, bo, beta, c, co);
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
        if (tiny(m, n, k)) {
            if (n == 1) {
                FloatTinyGemm.multiplyColumn(m, k, x, a, ao, ai, ap, b, bo, bp, y, c, co, ldc);
            } else {
                FloatTinyGemm.multiply(m, n, k, x, a, ao, ai, ap, b, bo, bp, bj, y, c, co, ldc);
            }
        } else if (x != 1) {
            float[] scaled = work.floats.scaled(x, m, k, a, ao, ai, ap);
            direct(m, n, k, scaled, 0, k, 1, b, bo, bp, bj, y, c, co, ldc, work);
        } else {
            direct(m, n, k, a, ao, ai, ap, b, bo, bp, bj, y, c, co, ldc, work);
        }
    }

    private static void direct(
            int m,
            int n,
            int k,
            float[] a,
            int ao,
            int ai,
            int ap,
            float[] b,
            int bo,
            int bp,
            int bj,
            float beta,
            float[] c,
            int co,
            int ldc,
            GemmWorkspace work) {
        if (n == 1) {
            FloatDotGemm.multiply(m, k, a, ao, ai, ap, b, bo, bp, beta, c, co, ldc, work.floats);
        } else if (m == 1 && ap == 1 && bp == 1 && bj == k && n % FloatStrided.COLUMNS == 0) {
            rowTimesTurned(n, k, a, ao, b, bo, beta, c, co, work.floats);
        } else {
            FloatStrided made = bo == 0 && bj == 1 && bp == n ? work.floats.strides.of(n, k) : null;
            if (made == null) {
                FloatDirectGemm.multiply(m, n, k, a, ao, ai, ap, b, bo, bp, bj, beta, c, co, ldc);
                return;
            }
            float[] sums = work.floats.sums((k + 1) * n);
            for (int i = 0; i < m; i++) {
                made.row(k, a, ao + i * ai, ap, b, beta, c, co + i * ldc, sums);
            }
        }
    }

    /** One row times a transposed B without gaps. */
    private static void rowTimesTurned(
            int n, int k, float[] a, int ao, float[] b, int bo, float beta, float[] c, int co, FloatTile work) {
        FloatStrided made = work.strides.of(k, n);
        if (made == null) {
            FloatDirectGemm.multiply(1, n, k, a, ao, k, 1, b, bo, 1, k, beta, c, co, n);
        } else {
            made.down(n, a, ao, b, bo, beta, c, co);
        }
    }

    private static boolean tiny(int m, int n, int k) {
        return k > 0 && k <= DoubleTinyGemm.LONGEST && m * n <= FEW;
    }
}
