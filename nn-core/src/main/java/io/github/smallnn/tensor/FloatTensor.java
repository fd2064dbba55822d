package io.github.smallnn.tensor;

import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;

/** A {@link Tensor} of floats over a {@link FMatrixRMaj} (whole) or over a range of one (view). Confined. */
public final class FloatTensor extends Tensor {
    private final FMatrixRMaj matrix;
    private float[] data;

    FloatTensor(float[] data, int offset, int rows, int cols, int stride, boolean movable) {
        super(Precision.FLOAT, offset, rows, cols, stride, movable);
        this.data = data;
        this.matrix = null;
    }

    private FloatTensor(FMatrixRMaj matrix) {
        super(Precision.FLOAT, 0, matrix.numRows, matrix.numCols, matrix.numCols, false);
        this.matrix = matrix;
        this.data = matrix.data;
    }

    /**
     * A tensor over an EJML matrix, sharing its storage. The matrix must not be reshaped while the tensor is in use.
     *
     * @param matrix the matrix; later writes are seen by both
     * @return a new whole tensor
     */
    public static FloatTensor wrap(FMatrixRMaj matrix) {
        return new FloatTensor(matrix);
    }

    /**
     * The EJML matrix of a whole tensor. Writing it writes the tensor.
     *
     * @return the matrix itself, not a copy
     * @throws IllegalStateException for a view, which has no matrix of its own: use {@link #copy()} first
     */
    public FMatrixRMaj matrix() {
        if (matrix == null) {
            throw new IllegalStateException("this tensor of " + describe()
                    + " is a view of other storage and has no EJML matrix; copy() it first");
        }
        return matrix;
    }

    /**
     * The backing array, for kernels. Element (r, c) is at {@code offset() + r * stride() + c}.
     *
     * @return the array itself
     */
    public float[] data() {
        return data;
    }

    @Override
    public double get(int row, int col) {
        return data[index(row, col)];
    }

    @Override
    public void set(int row, int col, double value) {
        data[index(row, col)] = (float) value;
    }

    @Override
    public void fill(double value) {
        for (int r = 0, at = offset(); r < rows(); r++, at += stride()) {
            Arrays.fill(data, at, at + cols(), (float) value);
        }
    }

    @Override
    public FloatTensor rowRange(int from, int to) {
        checkRange("row", from, to, rows());
        return new FloatTensor(data, offset() + from * stride(), to - from, cols(), stride(), false);
    }

    @Override
    public FloatTensor columnRange(int from, int to) {
        checkRange("column", from, to, cols());
        return new FloatTensor(data, offset() + from, rows(), to - from, stride(), false);
    }

    @Override
    public void copyRowFrom(Tensor source, int sourceRow, int row) {
        checkWidth(source);
        int to = index(row, 0);
        int from = source.index(sourceRow, 0);
        if (source instanceof FloatTensor d) {
            System.arraycopy(d.data, from, data, to, cols());
        } else {
            double[] values = ((DoubleTensor) source).data();
            for (int c = 0; c < cols(); c++) {
                data[to + c] = (float) values[from + c];
            }
        }
    }

    @Override
    Tensor reshapedView() {
        return new FloatTensor(data, 0, 0, 1, 1, true);
    }

    @Override
    void share(Tensor source) {
        float[] shared = ((FloatTensor) source).data;
        // A session is fed from the same array again and again; not storing it spares the collector's write barrier.
        if (data != shared) {
            data = shared;
        }
    }
}
