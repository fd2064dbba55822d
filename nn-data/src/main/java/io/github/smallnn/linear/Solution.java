package io.github.smallnn.linear;

import org.ejml.data.DMatrixRMaj;

/**
 * What a solver found.
 *
 * @param coef features x targets
 * @param factor a matrix F of features columns with {@code F'F = X'X}: all that the figures of a fit need to know of X
 * @param singularValues of X, descending
 * @param rank number of them that are more than rounding errors
 * @param solver the path taken
 */
record Solution(DMatrixRMaj coef, DMatrixRMaj factor, double[] singularValues, int rank, LinearSolver solver) {}
