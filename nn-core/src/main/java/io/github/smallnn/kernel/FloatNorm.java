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
        int channels = mean.cols();
        int run = x.cols() / channels;
        float n = (float) x.rows() * run;
        clear(mean);
        clear(variance);
        for (int r = 0; r < x.rows(); r++) {
            for (int c = 0, at = start(x, r); c < channels; c++, at += run) {
                for (int i = 0; i < run; i++) {
                    m[mean.offset() + c] += a[at + i];
                }
            }
        }
        divide(mean, n);
        for (int r = 0; r < x.rows(); r++) {
            for (int c = 0, at = start(x, r); c < channels; c++, at += run) {
                float centre = m[mean.offset() + c];
                for (int i = 0; i < run; i++) {
                    float d = a[at + i] - centre;
                    s[variance.offset() + c] += d * d;
                }
            }
        }
        divide(variance, n);
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
        int channels = mean.cols();
        int run = x.cols() / channels;
        for (int r = 0; r < x.rows(); r++) {
            int xo = start(x, r);
            int yo = start(y, r);
            for (int c = 0; c < channels; c++, xo += run, yo += run) {
                float centre = at(mean, c);
                float scale = at(rstd, c);
                float w = weight == null ? 1 : at(weight, c);
                float shift = bias == null ? 0 : at(bias, c);
                for (int i = 0; i < run; i++) {
                    b[yo + i] = (a[xo + i] - centre) * scale * w + shift;
                }
            }
        }
    }

    @Override
    public void channelSums(Tensor x, Tensor mean, Tensor rstd, Tensor dy, Tensor ofBias, Tensor ofWeight) {
        float[] a = data(x);
        float[] g = data(dy);
        float[] s = data(ofBias);
        float[] t = data(ofWeight);
        int channels = mean.cols();
        int run = x.cols() / channels;
        clear(ofBias);
        clear(ofWeight);
        for (int r = 0; r < x.rows(); r++) {
            int xo = start(x, r);
            int go = start(dy, r);
            for (int c = 0; c < channels; c++, xo += run, go += run) {
                float centre = at(mean, c);
                float scale = at(rstd, c);
                for (int i = 0; i < run; i++) {
                    s[ofBias.offset() + c] += g[go + i];
                    t[ofWeight.offset() + c] += g[go + i] * ((a[xo + i] - centre) * scale);
                }
            }
        }
    }

    @Override
    public void channelScale(Tensor rstd, Tensor weight, Tensor dy, double beta, Tensor dx) {
        float[] g = data(dy);
        float[] d = data(dx);
        int channels = rstd.cols();
        int run = dy.cols() / channels;
        for (int r = 0; r < dy.rows(); r++) {
            int go = start(dy, r);
            int o = start(dx, r);
            for (int c = 0; c < channels; c++, go += run, o += run) {
                float factor = at(rstd, c) * (weight == null ? 1 : at(weight, c));
                for (int i = 0; i < run; i++) {
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
        int channels = mean.cols();
        int run = x.cols() / channels;
        float n = (float) x.rows() * run;
        for (int r = 0; r < x.rows(); r++) {
            int xo = start(x, r);
            int go = start(dy, r);
            int o = start(dx, r);
            for (int c = 0; c < channels; c++, xo += run, go += run, o += run) {
                float centre = at(mean, c);
                float scale = at(rstd, c);
                float factor = scale * (weight == null ? 1 : at(weight, c));
                float shift = at(ofBias, c) / n;
                float tilt = at(ofWeight, c) / n;
                for (int i = 0; i < run; i++) {
                    float v = factor * (g[go + i] - shift - (a[xo + i] - centre) * scale * tilt);
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

    private static float at(Tensor perChannel, int c) {
        return data(perChannel)[perChannel.offset() + c];
    }

    private static int start(Tensor t, int row) {
        return t.offset() + row * t.stride();
    }

    private static float[] data(Tensor t) {
        return ((FloatTensor) t).data();
    }
}
