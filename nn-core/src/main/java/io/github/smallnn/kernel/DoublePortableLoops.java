package io.github.smallnn.kernel;

/** The portable form: loops that C2 compiles to vector code where their shape lets it. Confined. */
final class DoublePortableLoops implements DoubleLoops {

    // Below it copying to blocks costs more than it brings.
    private static final int SHORT = 16;

    private final DoubleBlocks blocks = new DoubleBlocks();

    @Override
    public void exp(double[] x, int xo, double[] y, int yo, int n) {
        if (n < SHORT) {
            DoubleMath.exp(x, xo, y, yo, n);
        } else {
            blocks.exp(x, xo, y, yo, n);
        }
    }

    @Override
    public void expm1(double[] x, int xo, double[] y, int yo, int n) {
        DoubleMath.expm1(x, xo, y, yo, n);
    }

    @Override
    public void log(double[] x, int xo, double[] y, int yo, int n) {
        DoubleMath.log(x, xo, y, yo, n);
    }

    @Override
    public void log1p(double[] x, int xo, double[] y, int yo, int n) {
        DoubleMath.log1p(x, xo, y, yo, n);
    }

    @Override
    public void tanh(double[] x, int xo, double[] y, int yo, int n) {
        if (n < SHORT) {
            DoubleMath.tanh(x, xo, y, yo, n);
        } else {
            blocks.tanh(x, xo, y, yo, n);
        }
    }

    @Override
    public void sigmoid(double[] x, int xo, double[] y, int yo, int n) {
        if (n < SHORT) {
            DoubleMath.sigmoid(x, xo, y, yo, n);
        } else {
            blocks.sigmoid(x, xo, y, yo, n);
        }
    }

    @Override
    public void erf(double[] x, int xo, double[] y, int yo, int n) {
        if (n < SHORT) {
            DoubleMath.erf(x, xo, y, yo, n);
        } else {
            blocks.erf(x, xo, y, yo, n);
        }
    }

    @Override
    public void relu(double[] x, int xo, double[] y, int yo, int n) {
        for (int i = 0; i < n; i++) {
            y[yo + i] = Math.max(x[xo + i], 0);
        }
    }

    @Override
    public void reluBackward(double[] y, int yo, double[] g, int go, double[] d, int o, int n) {
        DoubleGate.above0(y, yo, g, go, d, o, n);
    }

    @Override
    public void addRow(double[] b, int bo, double[] x, int xo, int stride, int rows, int cols) {
        for (int r = 0, o = xo; r < rows; r++, o += stride) {
            for (int c = 0; c < cols; c++) {
                x[o + c] += b[bo + c];
            }
        }
    }

    @Override
    public void addRowRelu(double[] b, int bo, double[] x, int xo, int stride, int rows, int cols) {
        for (int r = 0, o = xo; r < rows; r++, o += stride) {
            for (int c = 0; c < cols; c++) {
                x[o + c] = Math.max(x[o + c] + b[bo + c], 0);
            }
        }
    }

    @Override
    public void sumRows(double[] x, int xo, int stride, int rows, int cols, double[] s, int so) {
        for (int r = 0, o = xo; r < rows; r++, o += stride) {
            for (int c = 0; c < cols; c++) {
                s[so + c] += x[o + c];
            }
        }
    }
}
