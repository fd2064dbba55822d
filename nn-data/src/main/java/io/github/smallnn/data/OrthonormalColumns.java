package io.github.smallnn.data;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;

/** The Q of a QR decomposition, with the signs that LAPACK gives it. */
final class OrthonormalColumns {
    private OrthonormalColumns() {}

    /**
     * Orthonormalises columns.
     *
     * @param a a matrix with at least as many rows as columns. Modified.
     * @return Q, of the size of {@code a}
     */
    static DMatrixRMaj of(DMatrixRMaj a) {
        QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(a.numRows, a.numCols);
        if (!qr.decompose(a)) {
            throw new IllegalStateException("QR decomposition of " + a.numRows + " x " + a.numCols + " failed");
        }
        DMatrixRMaj q = qr.getQ(null, true);
        if (q.numRows == q.numCols) {
            negateLastColumn(q);
        }
        return q;
    }

    // LAPACK makes n - 1 reflections of a square matrix: the last one would act on a single number and is the
    // identity. EJML reflects that number too, which turns the sign of the last column.
    private static void negateLastColumn(DMatrixRMaj q) {
        for (int i = q.numCols - 1; i < q.getNumElements(); i += q.numCols) {
            q.data[i] = -q.data[i];
        }
    }
}
