package io.github.smallnn.linear;

import org.ejml.data.DMatrixRMaj;

/**
 * One step of refinement of a least-squares solution by the corrected semi-normal equations: with the residual
 * {@code e = y - X b} add the solution d of {@code R' R d = X' e}.
 */
final class Refinement {
    // A. Bjorck, "Stability analysis of the method of seminormal equations for linear least squares problems",
    // Linear Algebra and its Applications 88/89 (1987).
    //
    // The orthogonal factor carries rounding errors into b that are multiplied by the square of the condition
    // number when the residual is large; Q is not used here, so they are taken off. The sums behind e and X' e are
    // compensated, or their own rounding would be as large (NIST's Wampler 4: 8.2 correct digits before, 8.7 after,
    // of the 8.7 that centring leaves).
    //
    // Above a condition number of 1 over the square root of the rounding unit the step's own error could exceed
    // what it mends.
    private static final double LARGEST_CONDITION = 0x1p26;

    private Refinement() {}

    static boolean isSafe(double[] singularValues) {
        return singularValues[0] < LARGEST_CONDITION * singularValues[singularValues.length - 1];
    }

    /**
     * Takes the step.
     *
     * @param x rows x features
     * @param y rows x targets
     * @param r upper triangle of the QR decomposition of the pivoted X
     * @param pivots column of X that stands at each place of R
     * @param coef features x targets. Modified.
     */
    static void step(DMatrixRMaj x, DMatrixRMaj y, DMatrixRMaj r, int[] pivots, DMatrixRMaj coef) {
        CompensatedSum sum = new CompensatedSum();
        double[] e = new double[x.numRows];
        double[] d = new double[x.numCols];
        for (int t = 0; t < y.numCols; t++) {
            residual(x, y, coef, t, sum, e);
            for (int j = 0; j < d.length; j++) {
                d[j] = columnDot(x, pivots[j], e, sum);
            }
            Triangle.solveTransposed(r, d);
            Triangle.solve(r, d);
            for (int j = 0; j < d.length; j++) {
                coef.add(pivots[j], t, d[j]);
            }
        }
    }

    private static void residual(
            DMatrixRMaj x, DMatrixRMaj y, DMatrixRMaj coef, int t, CompensatedSum sum, double[] e) {
        for (int i = 0; i < e.length; i++) {
            sum.clear();
            sum.add(y.get(i, t));
            for (int j = 0; j < x.numCols; j++) {
                sum.addProduct(-x.get(i, j), coef.get(j, t));
            }
            e[i] = sum.value();
        }
    }

    private static double columnDot(DMatrixRMaj x, int column, double[] e, CompensatedSum sum) {
        sum.clear();
        for (int i = 0; i < e.length; i++) {
            sum.addProduct(x.get(i, column), e[i]);
        }
        return sum.value();
    }
}
