// Generated from DoubleSoftmax.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.kernel;

import io.github.smallnn.tensor.FloatTensor;
import io.github.smallnn.tensor.Tensor;

/**
 * Softmax of rows, its logarithm and their gradients. Exponentials are taken of all rows in one run, in a buffer that grows
 * to the largest batch and is then kept. Confined.
 */
// The casts to float do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class FloatSoftmax {

    private final FloatLoopChoice loops;
    private float[] powers = {};
    private float[] sums = {};

    FloatSoftmax(FloatLoopChoice loops) {
        this.loops = loops;
    }

    void softmax(Tensor x, Tensor y) {
        int cols = x.cols();
        lessMaximum(x);
        exponentials(x.rows() * cols);
        float[] out = data(y);
        for (int r = 0; r < x.rows(); r++) {
            float sum = FloatRows.sum(powers, r * cols, cols);
            int at = r * cols;
            int o = y.offset() + r * y.stride();
            for (int c = 0; c < cols; c++) {
                out[o + c] = powers[at + c] / sum;
            }
        }
    }

    void logSoftmax(Tensor x, Tensor y) {
        int cols = x.cols();
        int rows = x.rows();
        lessMaximum(x);
        float[] out = data(y);
        for (int r = 0; r < rows; r++) {
            System.arraycopy(powers, r * cols, out, y.offset() + r * y.stride(), cols);
        }
        exponentials(rows * cols);
        for (int r = 0; r < rows; r++) {
            sums[r] = FloatRows.sum(powers, r * cols, cols);
        }
        loops.of(rows).log(sums, 0, sums, 0, rows);
        for (int r = 0; r < rows; r++) {
            int o = y.offset() + r * y.stride();
            float shift = sums[r];
            for (int c = 0; c < cols; c++) {
                out[o + c] -= shift;
            }
        }
    }

    /** DX = beta DX + DY - exp(Y) sum(DY). */
    void logSoftmaxBackward(Tensor y, Tensor dy, double beta, Tensor dx) {
        int cols = y.cols();
        float[] e = exp(y);
        float[] g = data(dy);
        float[] d = data(dx);
        for (int r = 0; r < y.rows(); r++) {
            int go = dy.offset() + r * dy.stride();
            int o = dx.offset() + r * dx.stride();
            float s = FloatRows.sum(g, go, cols);
            for (int c = 0; c < cols; c++) {
                float v = g[go + c] - e[r * cols + c] * s;
                d[o + c] = beta == 0 ? v : (float) beta * d[o + c] + v;
            }
        }
    }

    /** The exponentials of all elements, row by row without gaps, in an array that the next call overwrites. */
    float[] exp(Tensor x) {
        int cols = x.cols();
        reserve(x.rows(), cols);
        for (int r = 0; r < x.rows(); r++) {
            System.arraycopy(data(x), x.offset() + r * x.stride(), powers, r * cols, cols);
        }
        exponentials(x.rows() * cols);
        return powers;
    }

    private void lessMaximum(Tensor x) {
        int cols = x.cols();
        reserve(x.rows(), cols);
        float[] a = data(x);
        for (int r = 0; r < x.rows(); r++) {
            int xo = x.offset() + r * x.stride();
            int at = r * cols;
            float max = FloatRows.max(a, xo, cols);
            for (int c = 0; c < cols; c++) {
                powers[at + c] = a[xo + c] - max;
            }
        }
    }

    private void exponentials(int n) {
        loops.exp(powers, 0, powers, 0, n);
    }

    private void reserve(int rows, int cols) {
        if (powers.length < rows * cols) {
            powers = new float[rows * cols];
        }
        if (sums.length < rows) {
            sums = new float[rows];
        }
    }

    private static float[] data(Tensor t) {
        return ((FloatTensor) t).data();
    }
}
