// Generated from DoublePortableLoops.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.kernel;

/** The portable form: loops that C2 compiles to vector code where their shape lets it. Confined. */
final class FloatPortableLoops implements FloatLoops {

    // Below it copying to blocks costs more than it brings.
    private static final int SHORT = 16;

    private final FloatBlocks blocks = new FloatBlocks();

    @Override
    public void exp(float[] x, int xo, float[] y, int yo, int n) {
        if (n < SHORT) {
            FloatMath.exp(x, xo, y, yo, n);
        } else {
            blocks.exp(x, xo, y, yo, n);
        }
    }

    @Override
    public void expm1(float[] x, int xo, float[] y, int yo, int n) {
        FloatMath.expm1(x, xo, y, yo, n);
    }

    @Override
    public void log(float[] x, int xo, float[] y, int yo, int n) {
        FloatMath.log(x, xo, y, yo, n);
    }

    @Override
    public void log1p(float[] x, int xo, float[] y, int yo, int n) {
        FloatMath.log1p(x, xo, y, yo, n);
    }

    @Override
    public void tanh(float[] x, int xo, float[] y, int yo, int n) {
        if (n < SHORT) {
            FloatMath.tanh(x, xo, y, yo, n);
        } else {
            blocks.tanh(x, xo, y, yo, n);
        }
    }

    @Override
    public void sigmoid(float[] x, int xo, float[] y, int yo, int n) {
        if (n < SHORT) {
            FloatMath.sigmoid(x, xo, y, yo, n);
        } else {
            blocks.sigmoid(x, xo, y, yo, n);
        }
    }

    @Override
    public void erf(float[] x, int xo, float[] y, int yo, int n) {
        if (n < SHORT) {
            FloatMath.erf(x, xo, y, yo, n);
        } else {
            blocks.erf(x, xo, y, yo, n);
        }
    }

    @Override
    public void relu(float[] x, int xo, float[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = Math.max(x[xo + i], 0);
        }
    }

    @Override
    public void reluBackward(float[] y, int yo, float[] g, int go, float[] d, int o, int n) {
        FloatGate.above0(y, yo, g, go, d, o, n);
    }

    @Override
    public void addRow(float[] b, int bo, float[] x, int xo, int stride, int rows, int cols) {
        for (int r = 0, o = xo; r < rows; r++, o += stride) {
            for (int c = 0; c < cols; c++) {
                x[o + c] += b[bo + c];
            }
        }
    }

    @Override
    public void addRowRelu(float[] b, int bo, float[] x, int xo, int stride, int rows, int cols) {
        for (int r = 0, o = xo; r < rows; r++, o += stride) {
            for (int c = 0; c < cols; c++) {
                x[o + c] = Math.max(x[o + c] + b[bo + c], 0);
            }
        }
    }

    @Override
    public void sumRows(float[] x, int xo, int stride, int rows, int cols, float[] s, int so) {
        for (int r = 0, o = xo; r < rows; r++, o += stride) {
            for (int c = 0; c < cols; c++) {
                s[so + c] += x[o + c];
            }
        }
    }
}
