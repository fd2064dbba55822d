package io.github.smallnn.linear;

import org.ejml.data.DMatrixRMaj;

/** Systems with an upper triangular matrix whose diagonal has no zero. */
final class Triangle {
    private Triangle() {}

    /** Solves {@code R z = b}; b is overwritten by z. */
    static void solve(DMatrixRMaj r, double[] b) {
        for (int i = b.length - 1; i >= 0; i--) {
            for (int j = i + 1; j < b.length; j++) {
                b[i] -= r.get(i, j) * b[j];
            }
            b[i] /= r.get(i, i);
        }
    }

    /** Solves {@code R' z = b}; b is overwritten by z. */
    static void solveTransposed(DMatrixRMaj r, double[] b) {
        for (int i = 0; i < b.length; i++) {
            for (int j = 0; j < i; j++) {
                b[i] -= r.get(j, i) * b[j];
            }
            b[i] /= r.get(i, i);
        }
    }
}
