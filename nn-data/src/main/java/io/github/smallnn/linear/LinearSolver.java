package io.github.smallnn.linear;

/** The way in which a least-squares problem was solved. */
public enum LinearSolver {
    /** QR decomposition with column pivoting: the columns are independent. */
    QR,
    /**
     * Singular value decomposition: the solution of least norm where columns depend on each other or outnumber the
     * rows, and every ridge problem.
     */
    SVD
}
