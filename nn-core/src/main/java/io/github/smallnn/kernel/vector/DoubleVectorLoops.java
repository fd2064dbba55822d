package io.github.smallnn.kernel.vector;

import io.github.smallnn.kernel.DoubleLoops;
import io.github.smallnn.kernel.DoubleMath;

/** The vector form: whole vectors in vector registers, what is left by the scalar form. Stateless, any thread. */
public final class DoubleVectorLoops implements DoubleLoops {

    private static final int LEAST_BITS = 256;

    /**
     * Creates the loops.
     *
     * @throws UnsupportedOperationException if the vectors of this machine are shorter than 256 bits: C2 does not compile
     *     comparisons of two lanes
     */
    public DoubleVectorLoops() {
        int bits = DoubleTiles.S.vectorBitSize();
        if (bits < LEAST_BITS) {
            throw new UnsupportedOperationException("vectors of " + bits + " bits, at least " + LEAST_BITS + " needed");
        }
    }

    @Override
    public void exp(double[] x, int xo, double[] y, int yo, int n) {
        int done = DoubleVectorExp.exp(x, xo, y, yo, n);
        DoubleMath.exp(x, xo + done, y, yo + done, n - done);
    }

    @Override
    public void expm1(double[] x, int xo, double[] y, int yo, int n) {
        int done = DoubleVectorExp.expm1(x, xo, y, yo, n);
        DoubleMath.expm1(x, xo + done, y, yo + done, n - done);
    }

    @Override
    public void log(double[] x, int xo, double[] y, int yo, int n) {
        int done = DoubleVectorLog.log(x, xo, y, yo, n);
        DoubleMath.log(x, xo + done, y, yo + done, n - done);
    }

    @Override
    public void log1p(double[] x, int xo, double[] y, int yo, int n) {
        int done = DoubleVectorLog.log1p(x, xo, y, yo, n);
        DoubleMath.log1p(x, xo + done, y, yo + done, n - done);
    }

    @Override
    public void tanh(double[] x, int xo, double[] y, int yo, int n) {
        int done = DoubleVectorExp.tanh(x, xo, y, yo, n);
        DoubleMath.tanh(x, xo + done, y, yo + done, n - done);
    }

    @Override
    public void sigmoid(double[] x, int xo, double[] y, int yo, int n) {
        int done = DoubleVectorExp.sigmoid(x, xo, y, yo, n);
        DoubleMath.sigmoid(x, xo + done, y, yo + done, n - done);
    }

    @Override
    public void erf(double[] x, int xo, double[] y, int yo, int n) {
        int done = DoubleVectorErf.erf(x, xo, y, yo, n);
        DoubleMath.erf(x, xo + done, y, yo + done, n - done);
    }

    @Override
    public void relu(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = DoubleVectorRows.relu(x, xo, y, yo, n); i < n; i++) {
            y[yo + i] = Math.max(x[xo + i], 0);
        }
    }

    @Override
    public void reluBackward(double[] y, int yo, double[] g, int go, double[] d, int o, int n) {
        for (int i = DoubleVectorRows.reluBackward(y, yo, g, go, d, o, n); i < n; i++) {
            d[o + i] = y[yo + i] > 0 ? g[go + i] : 0;
        }
    }

    @Override
    public void addRow(double[] b, int bo, double[] x, int xo, int stride, int rows, int cols) {
        int done = DoubleVectorRows.addRow(b, bo, x, xo, stride, rows, cols);
        if (done < cols) {
            for (int r = 0, o = xo; r < rows; r++, o += stride) {
                for (int c = done; c < cols; c++) {
                    x[o + c] += b[bo + c];
                }
            }
        }
    }

    @Override
    public void addRowRelu(double[] b, int bo, double[] x, int xo, int stride, int rows, int cols) {
        int done = DoubleVectorRows.addRowRelu(b, bo, x, xo, stride, rows, cols);
        if (done < cols) {
            for (int r = 0, o = xo; r < rows; r++, o += stride) {
                for (int c = done; c < cols; c++) {
                    x[o + c] = Math.max(x[o + c] + b[bo + c], 0);
                }
            }
        }
    }

    @Override
    public void sumRows(double[] x, int xo, int stride, int rows, int cols, double[] s, int so) {
        int done = DoubleVectorRows.sumRows(x, xo, stride, rows, cols, s, so);
        if (done < cols) {
            for (int r = 0, o = xo; r < rows; r++, o += stride) {
                for (int c = done; c < cols; c++) {
                    s[so + c] += x[o + c];
                }
            }
        }
    }
}
