package io.github.smallnn.linear;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.chol.CholeskyDecompositionInner_DDRM;

/**
 * {@code X'X = R'R} by Cholesky, where that is safe.
 *
 * @param r upper triangle
 * @param z {@code R'^-1 X'y}
 * @param condition condition number of X with columns of one length
 */
record NormalEquations(DMatrixRMaj r, DMatrixRMaj z, double condition) {
    // The error of a Cholesky factor is that of X'X, so the coefficients lose the square of the condition number: at
    // 1000 some 6 of 16 digits, most of which a step of refinement brings back. Lengths of columns do not count (van
    // der Sluis, "Condition numbers and equilibration of matrices", Numerische Mathematik 14, 1969): the factor of
    // columns brought to one length is the same but for the scale. So the condition is judged on those.
    private static final double LARGEST_CONDITION = 1000;
    private static final double EXACT_ENOUGH = 30;

    /** The factor, or nothing if another way must be taken. */
    static Optional<NormalEquations> of(Moments moments, int features, int targets) {
        DMatrixRMaj products = moments.products();
        double[] length = new double[features];
        for (int j = 0; j < features; j++) {
            length[j] = Math.sqrt(products.get(j, j));
            if (!(length[j] > 0 && length[j] < Double.POSITIVE_INFINITY)) {
                return Optional.empty();
            }
        }
        DMatrixRMaj scaled = new DMatrixRMaj(features, features);
        for (int i = 0; i < features; i++) {
            for (int j = 0; j < features; j++) {
                scaled.set(i, j, products.get(i, j) / length[i] / length[j]);
            }
        }
        var cholesky = new CholeskyDecompositionInner_DDRM(false);
        if (!cholesky.decompose(scaled)) {
            return Optional.empty();
        }
        DMatrixRMaj r = cholesky.getT(null);
        double[] s = ThinSvd.values(r);
        double condition = s[0] / s[features - 1];
        if (!(condition <= LARGEST_CONDITION)) {
            return Optional.empty();
        }
        for (int i = 0; i < features; i++) {
            for (int j = i; j < features; j++) {
                r.set(i, j, r.get(i, j) * length[j]);
            }
        }
        return Optional.of(new NormalEquations(r, projected(r, products, features, targets), condition));
    }

    private static DMatrixRMaj projected(DMatrixRMaj r, DMatrixRMaj products, int features, int targets) {
        DMatrixRMaj z = new DMatrixRMaj(features, targets);
        double[] column = new double[features];
        for (int t = 0; t < targets; t++) {
            for (int j = 0; j < features; j++) {
                column[j] = products.get(j, features + t);
            }
            Triangle.solveTransposed(r, column);
            for (int j = 0; j < features; j++) {
                z.set(j, t, column[j]);
            }
        }
        return z;
    }

    boolean needsRefinement() {
        return condition > EXACT_ENOUGH;
    }
}
