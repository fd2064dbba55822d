package io.github.smallnn.kernel.vector;

import io.github.smallnn.kernel.Gemm;
import io.github.smallnn.kernel.GemmWorkspace;
import io.github.smallnn.kernel.Gemms;

/**
 * The matrix product in vector registers: tiles of a few rows and vectors, operands copied where that pays, blocks for
 * the caches. It gives the bits that {@link Gemm} defines. Source: K. Goto and R. van de Geijn, Anatomy of
 * High-Performance Matrix Multiplication, ACM TOMS 34 (2008).
 *
 * <p>Needs the module {@code jdk.incubator.vector}; loading this class without it ends in a {@link LinkageError}.
 * Stateless, any thread.
 */
public final class VectorGemm implements Gemm {

    private static final Gemm DIRECT = Gemms.direct();

    private static final int LEAST_BITS = 128;

    /**
     * Creates the backend.
     *
     * @throws UnsupportedOperationException if the vectors of this machine are shorter than 128 bits
     */
    public VectorGemm() {
        if (bits() < LEAST_BITS) {
            throw new UnsupportedOperationException(
                    "vectors of " + bits() + " bits, at least " + LEAST_BITS + " needed");
        }
        Mixture.run();
    }

    @Override
    public String name() {
        return "vector";
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
        if (fewRows(m, n, tb ? DoubleTurnedRow.suits(n, k) : n >= DoubleTiles.W)
                || n == 1 && !ta && k < DoubleVectorDot.SHORT) {
            DIRECT.dgemm(ta, tb, m, n, k, alpha, a, ao, lda, b, bo, ldb, beta, c, co, ldc, work);
            return;
        }
        int ai = ta ? 1 : lda;
        int ap = ta ? lda : 1;
        int bp = tb ? 1 : ldb;
        int bj = tb ? ldb : 1;
        if (n == 1) {
            DoubleVectorDot.multiply(m, k, alpha, a, ao, ai, ap, b, bo, bp, beta, c, co, ldc, work);
        } else if (tb && m < DoubleVectorGemm.FEW_ROWS) {
            DoubleTurnedRow.multiply(m, n, k, alpha, a, ao, ai, ap, b, bo, bj, beta, c, co, ldc, work);
        } else {
            DoubleVectorGemm.multiply(m, n, k, alpha, a, ao, ai, ap, b, bo, bp, bj, beta, c, co, ldc, work);
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
        if (fewRows(m, n, tb ? FloatTurnedRow.suits(n, k) : n >= FloatTiles.W)
                || n == 1 && !ta && k < FloatVectorDot.SHORT) {
            DIRECT.sgemm(ta, tb, m, n, k, alpha, a, ao, lda, b, bo, ldb, beta, c, co, ldc, work);
            return;
        }
        int ai = ta ? 1 : lda;
        int ap = ta ? lda : 1;
        int bp = tb ? 1 : ldb;
        int bj = tb ? ldb : 1;
        float x = (float) alpha;
        float y = (float) beta;
        if (n == 1) {
            FloatVectorDot.multiply(m, k, x, a, ao, ai, ap, b, bo, bp, y, c, co, ldc, work);
        } else if (tb && m < DoubleVectorGemm.FEW_ROWS) {
            FloatTurnedRow.multiply(m, n, k, x, a, ao, ai, ap, b, bo, bj, y, c, co, ldc, work);
        } else {
            FloatVectorGemm.multiply(m, n, k, x, a, ao, ai, ap, b, bo, bp, bj, y, c, co, ldc, work);
        }
    }

    /** Whether there are too few rows of A to pay for a copy of B, which cannot be read in place either. */
    private static boolean fewRows(int m, int n, boolean inPlace) {
        return m < DoubleVectorGemm.FEW_ROWS && n > 1 && !inPlace;
    }

    private static int bits() {
        return DoubleTiles.S.vectorBitSize();
    }

    /**
     * The vector width and the tile that each precision uses.
     *
     * @return such as {@code 256-bit vectors, double in tiles of 4 x 12, float in tiles of 6 x 16}
     */
    @Override
    public String toString() {
        return bits() + "-bit vectors, double in tiles of " + tile(DoubleTileChoice.VECTORS, DoubleTiles.W)
                + ", float in tiles of " + tile(FloatTileChoice.VECTORS, FloatTiles.W);
    }

    private static String tile(int vectors, int lanes) {
        return DoubleVectorGemm.rows(vectors) + " x " + vectors * lanes;
    }
}
