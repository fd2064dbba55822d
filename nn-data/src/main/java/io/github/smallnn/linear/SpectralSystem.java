package io.github.smallnn.linear;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * A least-squares problem in the coordinates of its singular values, in which any penalty is solved at the cost of one
 * product: {@code X = U S V'}, {@code b = V (S / (S^2 + alpha)) U'y}.
 *
 * @param svd decomposition of X, or of a matrix F with {@code F'F = X'X}
 * @param projected U'y
 * @param rank number of singular values that are more than rounding errors
 */
record SpectralSystem(ThinSvd svd, DMatrixRMaj projected, int rank) {

    /** The system of X and y, or of smaller ones that stand for a problem of so many rows. */
    static SpectralSystem of(DMatrixRMaj x, DMatrixRMaj y, long rows) {
        ThinSvd svd = ThinSvd.of(x);
        DMatrixRMaj projected = new DMatrixRMaj(svd.s().length, y.numCols);
        CommonOps_DDRM.multTransA(svd.u(), y, projected);
        return new SpectralSystem(svd, projected, ThinSvd.rank(svd.s(), rows, x.numCols));
    }

    /** The solution with one penalty per target. */
    Solution solve(double[] alphas) {
        double[] s = svd.s();
        DMatrixRMaj b = new DMatrixRMaj(s.length, projected.numCols);
        // Directions beyond the rank are noise of rounding: left out, with a penalty as well.
        for (int i = 0; i < rank; i++) {
            for (int t = 0; t < b.numCols; t++) {
                // Divided twice: the square of a singular value may be beyond the range of numbers.
                b.set(i, t, projected.get(i, t) / (s[i] + alphas[t] / s[i]));
            }
        }
        DMatrixRMaj coef = new DMatrixRMaj(svd.v().numRows, b.numCols);
        CommonOps_DDRM.mult(svd.v(), b, coef);
        return new Solution(coef, svd.factor(), s, rank, LinearSolver.SVD);
    }
}
