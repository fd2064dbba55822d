package io.github.smallnn.linear;

import io.github.smallnn.tensor.DoubleTensor;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.qr.QRDecompositionHouseholderColumn_DDRM;

/**
 * The triangle of the QR decomposition of a tall matrix, chunk after chunk: the triangle so far and the next chunk, one
 * above the other, are decomposed into the next triangle.
 */
final class StackedQr {
    // J. Demmel, L. Grigori, M. Hoemmen and J. Langou, "Communication-optimal parallel and sequential QR and LU
    // factorizations", SIAM Journal on Scientific Computing 34 (2012): as stable as a QR of the whole.
    private final int columns;
    private final DMatrixRMaj stack;
    private final QRDecompositionHouseholderColumn_DDRM qr = new QRDecompositionHouseholderColumn_DDRM();
    private final DMatrixRMaj triangle;

    StackedQr(int columns) {
        this.columns = columns;
        this.stack = new DMatrixRMaj(columns + Chunks.ROWS, columns);
        this.triangle = new DMatrixRMaj(columns, columns);
    }

    /** Takes the first columns of a chunk. */
    void add(DoubleTensor z) {
        System.arraycopy(triangle.data, 0, stack.data, 0, columns * columns);
        int at = columns * columns;
        for (int r = 0; r < z.rows(); r++, at += columns) {
            System.arraycopy(z.data(), z.offset() + r * z.stride(), stack.data, at, columns);
        }
        Arrays.fill(stack.data, at, stack.data.length, 0);
        // What it returns says that a column was all zeros; R is right then, too.
        qr.decompose(stack);
        qr.getR(triangle, true);
    }

    /** Columns of the triangle, down to a row. */
    DMatrixRMaj part(int rows, int fromColumn, int toColumn) {
        DMatrixRMaj part = new DMatrixRMaj(rows, toColumn - fromColumn);
        for (int i = 0; i < rows; i++) {
            for (int j = fromColumn; j < toColumn; j++) {
                part.set(i, j - fromColumn, triangle.get(i, j));
            }
        }
        return part;
    }
}
