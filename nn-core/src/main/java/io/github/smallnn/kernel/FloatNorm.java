// Generated from DoubleNorm.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.kernel;

import io.github.smallnn.tensor.FloatTensor;
import io.github.smallnn.tensor.Tensor;
import java.util.Arrays;

/** Normalisation of floats by plain loops. Stateless, any thread. */
// The casts to float do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class FloatNorm implements NormKernels {

    @Override
    public void rowNorm(double eps, Tensor x, Tensor y, Tensor rstd) {
        float[] a = data(x);
        float[] b = data(y);
        int n = x.cols();
        for (int r = 0; r < x.rows(); r++) {
            int xo = start(x, r);
            int yo = start(y, r);
            float mean = FloatRows.sum(a, xo, n) / n;
            float squares = 0;
            for (int i = 0; i < n; i++) {
                float d = a[xo + i] - mean;
                squares += d * d;
            }
            float scale = 1 / (float) Math.sqrt(squares / n + (float) eps);
            for (int i = 0; i < n; i++) {
                b[yo + i] = (a[xo + i] - mean) * scale;
            }
            data(rstd)[start(rstd, r)] = scale;
        }
    }

    @Override
    public void rowNormBackward(Tensor y, Tensor rstd, Tensor dy, double beta, Tensor dx) {
        float[] b = data(y);
        float[] g = data(dy);
        float[] d = data(dx);
        int n = y.cols();
        for (int r = 0; r < y.rows(); r++) {
            int yo = start(y, r);
            int go = start(dy, r);
            int o = start(dx, r);
            float dot = 0;
            for (int i = 0; i < n; i++) {
                dot += b[yo + i] * g[go + i];
            }
            float shift = FloatRows.sum(g, go, n) / n;
            float tilt = dot / n;
            float scale = data(rstd)[start(rstd, r)];
            for (int i = 0; i < n; i++) {
                float v = scale * (g[go + i] - shift - b[yo + i] * tilt);
                d[o + i] = beta == 0 ? v : (float) beta * d[o + i] + v;
            }
        }
    }

    @Override
    public void channelMoments(Tensor x, Tensor mean, Tensor variance) {
        float[] a = data(x);
        float[] m = data(mean);
        float[] s = data(variance);
        int mo = mean.offset();
        int so = variance.offset();
        int channels = mean.cols();
        int run = x.cols() / channels;
        float n = (float) x.rows() * run;
        clear(mean);
        clear(variance);
        for (int r = 0; r < x.rows(); r++) {
            int xo = start(x, r);
            for (int c = 0; c < channels; c++) {
                m[mo + c] += FloatRows.sum(a, xo + c * run, run);
            }
        }
        divide(mean, n);
        for (int r = 0; r < x.rows(); r++) {
            int xo = start(x, r);
            for (int c = 0; c < channels; c++) {
                s[so + c] += squares(a, xo + c * run, m[mo + c], run);
            }
        }
        divide(variance, n);
    }

    private static float squares(float[] x, int xo, float centre, int n) {
        float s = 0;
        for (int i = 0; i < n; i++) {
            float d = x[xo + i] - centre;
            s += d * d;
        }
        return s;
    }

    @Override
    public void inverseRoot(double eps, Tensor variance, Tensor rstd) {
        float[] v = data(variance);
        float[] s = data(rstd);
        for (int c = 0; c < variance.cols(); c++) {
            s[rstd.offset() + c] = 1 / (float) Math.sqrt(v[variance.offset() + c] + (float) eps);
        }
    }

    @Override
    public void channelNorm(Tensor x, Tensor mean, Tensor rstd, Tensor weight, Tensor bias, Tensor y) {
        float[] a = data(x);
        float[] b = data(y);
        float[] m = data(mean);
        float[] s = data(rstd);
        // Without a weight or a bias any array will do: it is not read.
        float[] w = weight == null ? s : data(weight);
        float[] h = bias == null ? s : data(bias);
        int mo = mean.offset();
        int so = rstd.offset();
        int wo = weight == null ? so : weight.offset();
        int ho = bias == null ? so : bias.offset();
        int channels = mean.cols();
        int run = x.cols() / channels;
        for (int r = 0; r < x.rows(); r++) {
            int xo = start(x, r);
            int yo = start(y, r);
            for (int c = 0; c < channels; c++) {
                float centre = m[mo + c];
                float scale = s[so + c];
                float factor = weight == null ? 1 : w[wo + c];
                float shift = bias == null ? 0 : h[ho + c];
                for (int i = c * run; i < c * run + run; i++) {
                    b[yo + i] = (a[xo + i] - centre) * scale * factor + shift;
                }
            }
        }
    }

    @Override
    public void channelSums(Tensor x, Tensor mean, Tensor rstd, Tensor dy, Tensor ofBias, Tensor ofWeight) {
        float[] a = data(x);
        float[] g = data(dy);
        float[] m = data(mean);
        float[] s = data(rstd);
        float[] sums = data(ofBias);
        float[] dots = data(ofWeight);
        int mo = mean.offset();
        int so = rstd.offset();
        int channels = mean.cols();
        int run = x.cols() / channels;
        clear(ofBias);
        clear(ofWeight);
        for (int r = 0; r < x.rows(); r++) {
            int xo = start(x, r);
            int go = start(dy, r);
            for (int c = 0; c < channels; c++) {
                float centre = m[mo + c];
                float sum = 0;
                float dot = 0;
                for (int i = c * run; i < c * run + run; i++) {
                    sum += g[go + i];
                    dot += g[go + i] * (a[xo + i] - centre);
                }
                sums[ofBias.offset() + c] += sum;
                dots[ofWeight.offset() + c] += dot * s[so + c];
            }
        }
    }

    @Override
    public void channelScale(Tensor rstd, Tensor weight, Tensor dy, double beta, Tensor dx) {
        float[] g = data(dy);
        float[] d = data(dx);
        float[] s = data(rstd);
        float[] w = weight == null ? s : data(weight);
        int wo = weight == null ? 0 : weight.offset();
        int channels = rstd.cols();
        int run = dy.cols() / channels;
        for (int r = 0; r < dy.rows(); r++) {
            int go = start(dy, r);
            int o = start(dx, r);
            for (int c = 0; c < channels; c++) {
                float factor = s[rstd.offset() + c] * (weight == null ? 1 : w[wo + c]);
                for (int i = c * run; i < c * run + run; i++) {
                    float v = factor * g[go + i];
                    d[o + i] = beta == 0 ? v : (float) beta * d[o + i] + v;
                }
            }
        }
    }

    @Override
    public void channelNormBackward(
            Tensor x,
            Tensor mean,
            Tensor rstd,
            Tensor weight,
            Tensor dy,
            Tensor ofBias,
            Tensor ofWeight,
            double beta,
            Tensor dx) {
        float[] a = data(x);
        float[] g = data(dy);
        float[] d = data(dx);
        float[] m = data(mean);
        float[] s = data(rstd);
        float[] w = weight == null ? s : data(weight);
        float[] sums = data(ofBias);
        float[] dots = data(ofWeight);
        int wo = weight == null ? 0 : weight.offset();
        int channels = mean.cols();
        int run = x.cols() / channels;
        float share = 1 / ((float) x.rows() * run);
        for (int r = 0; r < x.rows(); r++) {
            int xo = start(x, r);
            int go = start(dy, r);
            int o = start(dx, r);
            for (int c = 0; c < channels; c++) {
                float centre = m[mean.offset() + c];
                float scale = s[rstd.offset() + c];
                float factor = scale * (weight == null ? 1 : w[wo + c]);
                float shift = sums[ofBias.offset() + c] * share;
                float tilt = dots[ofWeight.offset() + c] * share * scale;
                for (int i = c * run; i < c * run + run; i++) {
                    float v = factor * (g[go + i] - shift - (a[xo + i] - centre) * tilt);
                    d[o + i] = beta == 0 ? v : (float) beta * d[o + i] + v;
                }
            }
        }
    }

    private static void clear(Tensor perChannel) {
        Arrays.fill(data(perChannel), perChannel.offset(), perChannel.offset() + perChannel.cols(), 0);
    }

    private static void divide(Tensor perChannel, float n) {
        for (int c = 0; c < perChannel.cols(); c++) {
            data(perChannel)[perChannel.offset() + c] /= n;
        }
    }

    private static int start(Tensor t, int row) {
        return t.offset() + row * t.stride();
    }

    private static float[] data(Tensor t) {
        return ((FloatTensor) t).data();
    }
}
