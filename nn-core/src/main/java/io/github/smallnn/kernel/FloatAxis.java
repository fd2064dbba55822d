// Generated from DoubleAxis.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.kernel;

import io.github.smallnn.tensor.FloatTensor;
import io.github.smallnn.tensor.Tensor;

/** Loops along inner axes of floats. Stateless, any thread. */
// The casts to float do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class FloatAxis implements AxisKernels {

    @Override
    public void prelu(Tensor x, Tensor slopes, Tensor y) {
        float[] a = data(x);
        float[] b = data(y);
        int run = x.cols() / slopes.cols();
        for (int r = 0; r < x.rows(); r++) {
            int xo = start(x, r);
            int yo = start(y, r);
            for (int c = 0; c < slopes.cols(); c++, xo += run, yo += run) {
                float slope = data(slopes)[slopes.offset() + c];
                for (int i = 0; i < run; i++) {
                    float v = a[xo + i];
                    b[yo + i] = v > 0 ? v : slope * v;
                }
            }
        }
    }

    @Override
    public void preluBackward(Tensor x, Tensor slopes, Tensor dy, double beta, Tensor dx) {
        float[] a = data(x);
        float[] g = data(dy);
        float[] d = data(dx);
        int run = x.cols() / slopes.cols();
        for (int r = 0; r < x.rows(); r++) {
            int xo = start(x, r);
            int go = start(dy, r);
            int o = start(dx, r);
            for (int c = 0; c < slopes.cols(); c++, xo += run, go += run, o += run) {
                float slope = data(slopes)[slopes.offset() + c];
                for (int i = 0; i < run; i++) {
                    float v = a[xo + i] > 0 ? g[go + i] : slope * g[go + i];
                    d[o + i] = beta == 0 ? v : (float) beta * d[o + i] + v;
                }
            }
        }
    }

    @Override
    public void preluSlopes(Tensor x, Tensor dy, double beta, Tensor d) {
        float[] a = data(x);
        float[] g = data(dy);
        float[] s = data(d);
        rescale(beta, d);
        int run = x.cols() / d.cols();
        for (int r = 0; r < x.rows(); r++) {
            int xo = start(x, r);
            int go = start(dy, r);
            for (int c = 0; c < d.cols(); c++, xo += run, go += run) {
                float sum = 0;
                for (int i = 0; i < run; i++) {
                    sum += a[xo + i] > 0 ? 0 : a[xo + i] * g[go + i];
                }
                s[d.offset() + c] += sum;
            }
        }
    }

    @Override
    public void softmaxDown(boolean log, int n, Tensor x, Tensor y) {
        for (int from = 0; from < x.rows(); from += n) {
            for (int c = 0; c < x.cols(); c++) {
                softmaxColumn(log, n, data(x), start(x, from) + c, x.stride(), data(y), start(y, from) + c, y.stride());
            }
        }
    }

    private static void softmaxColumn(
            boolean log, int n, float[] x, int xo, int xStep, float[] y, int yo, int yStep) {
        float max = x[xo];
        for (int i = 1; i < n; i++) {
            max = Math.max(max, x[xo + i * xStep]);
        }
        float sum = 0;
        for (int i = 0; i < n; i++) {
            float e = FloatMath.exp(x[xo + i * xStep] - max);
            y[yo + i * yStep] = e;
            sum += e;
        }
        float shift = log ? FloatMath.log(sum) : 0;
        for (int i = 0; i < n; i++) {
            y[yo + i * yStep] = log ? x[xo + i * xStep] - max - shift : y[yo + i * yStep] / sum;
        }
    }

    @Override
    public void softmaxDownBackward(boolean log, int n, Tensor y, Tensor dy, double beta, Tensor dx) {
        float[] b = data(y);
        float[] g = data(dy);
        float[] d = data(dx);
        for (int from = 0; from < y.rows(); from += n) {
            for (int c = 0; c < y.cols(); c++) {
                float sum = 0;
                for (int i = 0; i < n; i++) {
                    float gi = g[start(dy, from + i) + c];
                    sum += log ? gi : gi * b[start(y, from + i) + c];
                }
                for (int i = 0; i < n; i++) {
                    float yi = b[start(y, from + i) + c];
                    float gi = g[start(dy, from + i) + c];
                    float v = log ? gi - FloatMath.exp(yi) * sum : yi * (gi - sum);
                    int o = start(dx, from + i) + c;
                    d[o] = beta == 0 ? v : (float) beta * d[o] + v;
                }
            }
        }
    }

    @Override
    public void gather(Tensor indices, Tensor table, Tensor y) {
        int width = table.cols();
        for (int r = 0; r < indices.rows(); r++) {
            for (int j = 0; j < indices.cols(); j++) {
                int from = index(indices, r, j, table.rows());
                System.arraycopy(data(table), start(table, from), data(y), start(y, r) + j * width, width);
            }
        }
    }

    private static int index(Tensor indices, int row, int column, int count) {
        float value = data(indices)[start(indices, row) + column];
        int i = (int) value;
        if (i != value || i < 0 || i >= count) {
            throw new IllegalArgumentException("row " + row + " of the batch, column " + column + ": index " + value
                    + " is not a whole number from 0 to " + (count - 1));
        }
        return i;
    }

    @Override
    public void scatterAdd(Tensor indices, Tensor dy, int skip, double beta, Tensor d) {
        rescale(beta, d);
        float[] g = data(dy);
        float[] t = data(d);
        int width = d.cols();
        for (int r = 0; r < indices.rows(); r++) {
            for (int j = 0; j < indices.cols(); j++) {
                int to = index(indices, r, j, d.rows());
                if (to != skip) {
                    int go = start(dy, r) + j * width;
                    int o = start(d, to);
                    for (int i = 0; i < width; i++) {
                        t[o + i] += g[go + i];
                    }
                }
            }
        }
    }

    private static void rescale(double beta, Tensor d) {
        if (beta == 0) {
            d.fill(0);
            return;
        }
        for (int r = 0; r < d.rows(); r++) {
            for (int o = start(d, r); o < start(d, r) + d.cols(); o++) {
                data(d)[o] *= (float) beta;
            }
        }
    }

    private static int start(Tensor t, int row) {
        return t.offset() + row * t.stride();
    }

    private static float[] data(Tensor t) {
        return ((FloatTensor) t).data();
    }
}
