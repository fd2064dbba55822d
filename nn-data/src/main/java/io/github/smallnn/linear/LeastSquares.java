package io.github.smallnn.linear;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.decomposition.qr.QRColPivDecompositionHouseholderColumn_DDRM;

/** Minimises {@code |y - X b|^2} for a matrix in memory. */
final class LeastSquares {
    // References: G. H. Golub and C. F. Van Loan, "Matrix Computations", 4th ed., sections 5.3 to 5.5 and 6.1.4.
    //
    // A pivoted QR alone is no judge of rank: solvers built on it answered collinear columns with coefficients of
    // 1e14 and reported success. So the rank is read from the singular values of X, which are those of R and cheap
    // to get from it, and a problem that is short of rank goes to the SVD.
    private LeastSquares() {}

    static Solution solve(DMatrixRMaj x, DMatrixRMaj y) {
        if (x.numRows >= x.numCols) {
            // Threshold 0: nothing but a column of exact zeros ends it early, so that R is complete whenever all
            // columns are done and the singular values alone decide.
            var qr = new QRColPivDecompositionHouseholderColumn_DDRM(0);
            qr.decompose(x.copy());
            if (qr.getRank() == x.numCols) {
                DMatrixRMaj r = qr.getR(null, true);
                double[] s = ThinSvd.values(r);
                if (ThinSvd.rank(s, x.numRows, x.numCols) == x.numCols) {
                    int[] pivots = qr.getColPivots();
                    DMatrixRMaj coef = backSubstitute(qr.getQ(null, true), r, pivots, y);
                    if (Refinement.isSafe(s)) {
                        Refinement.step(x, y, r, pivots, coef);
                    }
                    return new Solution(coef, unpivoted(r, pivots), s, x.numCols, LinearSolver.QR);
                }
            }
        }
        return SpectralSystem.of(x, y, x.numRows).solve(new double[y.numCols]);
    }

    private static DMatrixRMaj backSubstitute(DMatrixRMaj q, DMatrixRMaj r, int[] pivots, DMatrixRMaj y) {
        DMatrixRMaj z = new DMatrixRMaj(y.numCols, r.numCols);
        CommonOps_DDRM.multTransA(y, q, z);
        DMatrixRMaj coef = new DMatrixRMaj(r.numCols, y.numCols);
        for (int t = 0; t < y.numCols; t++) {
            double[] b = Arrays.copyOfRange(z.data, t * r.numCols, (t + 1) * r.numCols);
            Triangle.solve(r, b);
            for (int i = 0; i < b.length; i++) {
                coef.set(pivots[i], t, b[i]);
            }
        }
        return coef;
    }

    private static DMatrixRMaj unpivoted(DMatrixRMaj r, int[] pivots) {
        DMatrixRMaj f = new DMatrixRMaj(r.numRows, r.numCols);
        for (int i = 0; i < r.numRows; i++) {
            for (int j = i; j < r.numCols; j++) {
                f.set(i, pivots[j], r.get(i, j));
            }
        }
        return f;
    }
}
