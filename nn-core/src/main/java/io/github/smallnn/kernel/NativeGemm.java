package io.github.smallnn.kernel;

import java.lang.invoke.MethodHandle;

/**
 * Products by a native BLAS, which adds in an order of its own: its last bits are not those of the other backends. So it
 * runs only where the system property asks for it, and only for products above a measured size.
 *
 * @param ofDoubles BLAS's dgemm with an offset for each array, bound to the library
 * @param ofFloats sgemm alike
 * @param least multiply-adds from which on it runs
 */
// BLAS counts by columns. A row-major C is the column-major C', and C' = op(B)' op(A)': the operands change places.
record NativeGemm(MethodHandle ofDoubles, MethodHandle ofFloats, long least) implements Gemm {

    private static final String TRANSPOSED = "T";
    private static final String AS_STORED = "N";

    /** Fewer rows are products of a matrix and a vector, at which BLAS's product of matrices is slow. */
    private static final int LEAST_ROWS = 4;

    @Override
    public String name() {
        return "native";
    }

    @Override
    public boolean suits(int m, int n, int k) {
        return m >= LEAST_ROWS && (long) m * n * k >= least;
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
        if (m == 0 || n == 0 || k == 0) {
            Gemms.DIRECT.dgemm(ta, tb, m, n, k, alpha, a, ao, lda, b, bo, ldb, beta, c, co, ldc, work);
            return;
        }
        int ofA = distance(lda, ta ? m : k);
        int ofB = distance(ldb, tb ? k : n);
        int ofC = distance(ldc, n);
        try {
            ofDoubles.invokeExact(stored(tb), stored(ta), n, m, k, alpha, b, bo, ofB, a, ao, ofA, beta, c, co, ofC);
        } catch (Throwable e) {
            throw failure(e);
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
        if (m == 0 || n == 0 || k == 0) {
            Gemms.DIRECT.sgemm(ta, tb, m, n, k, alpha, a, ao, lda, b, bo, ldb, beta, c, co, ldc, work);
            return;
        }
        int ofA = distance(lda, ta ? m : k);
        int ofB = distance(ldb, tb ? k : n);
        int ofC = distance(ldc, n);
        float x = (float) alpha;
        float y = (float) beta;
        try {
            ofFloats.invokeExact(stored(tb), stored(ta), n, m, k, x, b, bo, ofB, a, ao, ofA, y, c, co, ofC);
        } catch (Throwable e) {
            throw failure(e);
        }
    }

    /** For the report: what runs and from which size on. */
    @Override
    public String toString() {
        return "system's BLAS from " + least + " multiply-adds on, with last bits of its own";
    }

    private static String stored(boolean transposed) {
        return transposed ? TRANSPOSED : AS_STORED;
    }

    // BLAS wants the distance between rows to be a row's length at least, even where there is a single row.
    private static int distance(int given, int length) {
        return Math.max(given, length);
    }

    private static RuntimeException failure(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        return e instanceof RuntimeException own ? own : new IllegalStateException("the native BLAS failed", e);
    }
}
