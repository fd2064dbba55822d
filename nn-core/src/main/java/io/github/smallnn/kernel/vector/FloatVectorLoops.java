// Generated from DoubleVectorLoops.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.kernel.vector;

import io.github.smallnn.kernel.FloatLoops;
import io.github.smallnn.kernel.FloatMath;

/** The vector form: whole vectors in vector registers, what is left by the scalar form. Stateless, any thread. */
public final class FloatVectorLoops implements FloatLoops {

    private static final int LEAST_BITS = 256;

    /**
     * Creates the loops.
     *
     * @throws UnsupportedOperationException if the vectors of this machine are shorter than 256 bits: C2 does not compile
     *     comparisons of two lanes
     */
    public FloatVectorLoops() {
        int bits = FloatTiles.S.vectorBitSize();
        if (bits < LEAST_BITS) {
            throw new UnsupportedOperationException("vectors of " + bits + " bits, at least " + LEAST_BITS + " needed");
        }
    }

    @Override
    public void exp(float[] x, int xo, float[] y, int yo, int n) {
        int done = FloatVectorExp.exp(x, xo, y, yo, n);
        FloatMath.exp(x, xo + done, y, yo + done, n - done);
    }

    @Override
    public void expm1(float[] x, int xo, float[] y, int yo, int n) {
        int done = FloatVectorExp.expm1(x, xo, y, yo, n);
        FloatMath.expm1(x, xo + done, y, yo + done, n - done);
    }

    @Override
    public void log(float[] x, int xo, float[] y, int yo, int n) {
        int done = FloatVectorLog.log(x, xo, y, yo, n);
        FloatMath.log(x, xo + done, y, yo + done, n - done);
    }

    @Override
    public void log1p(float[] x, int xo, float[] y, int yo, int n) {
        int done = FloatVectorLog.log1p(x, xo, y, yo, n);
        FloatMath.log1p(x, xo + done, y, yo + done, n - done);
    }

    @Override
    public void tanh(float[] x, int xo, float[] y, int yo, int n) {
        int done = FloatVectorExp.tanh(x, xo, y, yo, n);
        FloatMath.tanh(x, xo + done, y, yo + done, n - done);
    }

    @Override
    public void sigmoid(float[] x, int xo, float[] y, int yo, int n) {
        int done = FloatVectorExp.sigmoid(x, xo, y, yo, n);
        FloatMath.sigmoid(x, xo + done, y, yo + done, n - done);
    }

    @Override
    public void erf(float[] x, int xo, float[] y, int yo, int n) {
        int done = FloatVectorErf.erf(x, xo, y, yo, n);
        FloatMath.erf(x, xo + done, y, yo + done, n - done);
    }

    @Override
    public void relu(float[] x, int xo, float[] y, int yo, int n) {
        for (int i = FloatVectorRows.relu(x, xo, y, yo, n); i < n; i++) {
            y[yo + i] = Math.max(x[xo + i], 0);
        }
    }

    @Override
    public void reluBackward(float[] y, int yo, float[] g, int go, float[] d, int o, int n) {
        for (int i = FloatVectorRows.reluBackward(y, yo, g, go, d, o, n); i < n; i++) {
            d[o + i] = y[yo + i] > 0 ? g[go + i] : 0;
        }
    }

    @Override
    public void addRow(float[] b, int bo, float[] x, int xo, int stride, int rows, int cols) {
        int done = FloatVectorRows.addRow(b, bo, x, xo, stride, rows, cols);
        if (done < cols) {
            for (int r = 0, o = xo; r < rows; r++, o += stride) {
                for (int c = done; c < cols; c++) {
                    x[o + c] += b[bo + c];
                }
            }
        }
    }

    @Override
    public void addRowRelu(float[] b, int bo, float[] x, int xo, int stride, int rows, int cols) {
        int done = FloatVectorRows.addRowRelu(b, bo, x, xo, stride, rows, cols);
        if (done < cols) {
            for (int r = 0, o = xo; r < rows; r++, o += stride) {
                for (int c = done; c < cols; c++) {
                    x[o + c] = Math.max(x[o + c] + b[bo + c], 0);
                }
            }
        }
    }

    @Override
    public void sumRows(float[] x, int xo, int stride, int rows, int cols, float[] s, int so) {
        int done = FloatVectorRows.sumRows(x, xo, stride, rows, cols, s, so);
        if (done < cols) {
            for (int r = 0, o = xo; r < rows; r++, o += stride) {
                for (int c = done; c < cols; c++) {
                    s[so + c] += x[o + c];
                }
            }
        }
    }
}
