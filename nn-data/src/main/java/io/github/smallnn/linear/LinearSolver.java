package io.github.smallnn.linear;

/** The way in which a least-squares problem was solved. */
public enum LinearSolver {
    /**
     * Normal equations of the centred data, solved by Cholesky: the problem is tall and its columns, brought to one
     * length, have a condition number of at most 1000.
     */
    NORMAL,
    /** QR decomposition: the columns are independent, but the problem is small or not safe for normal equations. */
    QR,
    /**
     * Singular value decomposition: the solution of least norm where columns depend on each other or outnumber the
     * rows, and every ridge problem.
     */
    SVD
}
