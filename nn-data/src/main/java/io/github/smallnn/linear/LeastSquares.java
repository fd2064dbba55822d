package io.github.smallnn.linear;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.decomposition.qr.QRColPivDecompositionHouseholderColumn_DDRM;

/** Minimises {@code |y - X b|^2}, or with a penalty {@code |y - X b|^2 + alpha |b|^2}. */
final class LeastSquares {
    // References: G. H. Golub and C. F. Van Loan, "Matrix Computations", 4th ed., sections 5.3 to 5.5 and 6.1.4.
    //
    // A pivoted QR alone is no judge of rank: solvers built on it answered collinear columns with coefficients of
    // 1e14 and reported success. So the rank is read from the singular values of X, which are those of R and cheap
    // to get from it, and a problem that is short of rank goes to the SVD.
    private LeastSquares() {}

    /**
     * What was found.
     *
     * @param coef features x targets
     * @param singularValues of X, descending
     * @param rank number of them that are more than rounding errors
     * @param solver the path taken
     */
    record Solution(DMatrixRMaj coef, double[] singularValues, int rank, LinearSolver solver) {}

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
                    DMatrixRMaj coef = backSubstitute(qr.getQ(null, true), r, qr.getColPivots(), y);
                    if (Refinement.isSafe(s)) {
                        Refinement.step(x, y, r, qr.getColPivots(), coef);
                    }
                    return new Solution(coef, s, x.numCols, LinearSolver.QR);
                }
            }
        }
        return solvePenalised(x, y, new double[y.numCols]);
    }

    static Solution solvePenalised(DMatrixRMaj x, DMatrixRMaj y, double[] alphas) {
        ThinSvd svd = ThinSvd.of(x);
        int rank = ThinSvd.rank(svd.s(), x.numRows, x.numCols);
        DMatrixRMaj b = new DMatrixRMaj(svd.s().length, y.numCols);
        CommonOps_DDRM.multTransA(svd.u(), y, b);
        // Directions beyond the rank are noise of rounding: left out, with a penalty as well.
        for (int i = 0; i < b.numRows; i++) {
            double s = svd.s()[i];
            for (int t = 0; t < b.numCols; t++) {
                b.set(i, t, i < rank ? b.get(i, t) * s / (s * s + alphas[t]) : 0);
            }
        }
        DMatrixRMaj coef = new DMatrixRMaj(x.numCols, y.numCols);
        CommonOps_DDRM.mult(svd.v(), b, coef);
        return new Solution(coef, svd.s(), rank, LinearSolver.SVD);
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
}
