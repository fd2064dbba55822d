package io.github.smallnn.linear;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.SingularOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * {@code A = U S V'} with the singular values in descending order.
 *
 * @param u m x k with k the smaller side of A
 * @param s k singular values
 * @param v n x k
 */
record ThinSvd(DMatrixRMaj u, double[] s, DMatrixRMaj v) {

    static ThinSvd of(DMatrixRMaj a) {
        var svd = decompose(a, true);
        DMatrixRMaj u = svd.getU(null, false);
        DMatrixRMaj v = svd.getV(null, false);
        DMatrixRMaj w = svd.getW(null);
        SingularOps_DDRM.descendingOrder(u, false, w, v, false);
        double[] s = new double[Math.min(a.numRows, a.numCols)];
        for (int i = 0; i < s.length; i++) {
            s[i] = w.get(i, i);
        }
        return new ThinSvd(u, s, v);
    }

    /** The singular values alone, in descending order. */
    static double[] values(DMatrixRMaj a) {
        var svd = decompose(a, false);
        double[] s = Arrays.copyOf(svd.getSingularValues(), Math.min(a.numRows, a.numCols));
        SingularOps_DDRM.descendingOrder(null, false, s, s.length, null, false);
        return s;
    }

    /** S V': a matrix of k rows and the same product with itself as A. */
    DMatrixRMaj factor() {
        DMatrixRMaj f = new DMatrixRMaj(s.length, v.numRows);
        for (int i = 0; i < s.length; i++) {
            for (int j = 0; j < v.numRows; j++) {
                f.set(i, j, s[i] * v.get(j, i));
            }
        }
        return f;
    }

    /** Number of singular values that are more than rounding errors of an m x n matrix. */
    static int rank(double[] s, long m, int n) {
        double threshold = Math.max(m, n) * Math.ulp(1.0) * s[0];
        int rank = 0;
        while (rank < s.length && s[rank] > threshold) {
            rank++;
        }
        return rank;
    }

    private static SingularValueDecomposition_F64<DMatrixRMaj> decompose(DMatrixRMaj a, boolean vectors) {
        var svd = DecompositionFactory_DDRM.svd(a.numRows, a.numCols, vectors, vectors, true);
        // EJML may write its input.
        if (!svd.decompose(svd.inputModified() ? a.copy() : a)) {
            throw new ArithmeticException("the singular value decomposition of a " + a.numRows + " x " + a.numCols
                    + " matrix did not converge; scale the columns to similar size");
        }
        return svd;
    }
}
