package io.github.smallnn.kernel;

import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Tensor;

/**
 * Softmax of rows, its logarithm and their gradients. Exponentials are taken of all rows in one run, in a buffer that grows
 * to the largest batch and is then kept. Confined.
 */
// The casts to double do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class DoubleSoftmax {

    private final DoubleLoopChoice loops;
    private double[] powers = {};
    private double[] sums = {};

    DoubleSoftmax(DoubleLoopChoice loops) {
        this.loops = loops;
    }

    void softmax(Tensor x, Tensor y) {
        int cols = x.cols();
        lessMaximum(x);
        exponentials(x.rows() * cols);
        double[] out = data(y);
        for (int r = 0; r < x.rows(); r++) {
            double sum = DoubleRows.sum(powers, r * cols, cols);
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
        double[] out = data(y);
        for (int r = 0; r < rows; r++) {
            System.arraycopy(powers, r * cols, out, y.offset() + r * y.stride(), cols);
        }
        exponentials(rows * cols);
        for (int r = 0; r < rows; r++) {
            sums[r] = DoubleRows.sum(powers, r * cols, cols);
        }
        loops.of(rows).log(sums, 0, sums, 0, rows);
        for (int r = 0; r < rows; r++) {
            int o = y.offset() + r * y.stride();
            double shift = sums[r];
            for (int c = 0; c < cols; c++) {
                out[o + c] -= shift;
            }
        }
    }

    /** DX = beta DX + DY - exp(Y) sum(DY). */
    void logSoftmaxBackward(Tensor y, Tensor dy, double beta, Tensor dx) {
        int cols = y.cols();
        double[] e = exp(y);
        double[] g = data(dy);
        double[] d = data(dx);
        for (int r = 0; r < y.rows(); r++) {
            int go = dy.offset() + r * dy.stride();
            int o = dx.offset() + r * dx.stride();
            double s = DoubleRows.sum(g, go, cols);
            for (int c = 0; c < cols; c++) {
                double v = g[go + c] - e[r * cols + c] * s;
                d[o + c] = beta == 0 ? v : (double) beta * d[o + c] + v;
            }
        }
    }

    /** The exponentials of all elements, row by row without gaps, in an array that the next call overwrites. */
    double[] exp(Tensor x) {
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
        double[] a = data(x);
        for (int r = 0; r < x.rows(); r++) {
            int xo = x.offset() + r * x.stride();
            int at = r * cols;
            double max = DoubleRows.max(a, xo, cols);
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
            powers = new double[rows * cols];
        }
        if (sums.length < rows) {
            sums = new double[rows];
        }
    }

    private static double[] data(Tensor t) {
        return ((DoubleTensor) t).data();
    }
}
