package io.github.smallnn.kernel;

import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Tensor;
import java.util.Arrays;

/** Normalisation of doubles by plain loops. Stateless, any thread. */
// The casts to double do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class DoubleNorm implements NormKernels {

    @Override
    public void rowNorm(double eps, Tensor x, Tensor y, Tensor rstd) {
        double[] a = data(x);
        double[] b = data(y);
        int n = x.cols();
        for (int r = 0; r < x.rows(); r++) {
            int xo = start(x, r);
            int yo = start(y, r);
            double mean = DoubleRows.sum(a, xo, n) / n;
            double squares = 0;
            for (int i = 0; i < n; i++) {
                double d = a[xo + i] - mean;
                squares += d * d;
            }
            double scale = 1 / (double) Math.sqrt(squares / n + (double) eps);
            for (int i = 0; i < n; i++) {
                b[yo + i] = (a[xo + i] - mean) * scale;
            }
            data(rstd)[start(rstd, r)] = scale;
        }
    }

    @Override
    public void rowNormBackward(Tensor y, Tensor rstd, Tensor dy, double beta, Tensor dx) {
        double[] b = data(y);
        double[] g = data(dy);
        double[] d = data(dx);
        int n = y.cols();
        for (int r = 0; r < y.rows(); r++) {
            int yo = start(y, r);
            int go = start(dy, r);
            int o = start(dx, r);
            double dot = 0;
            for (int i = 0; i < n; i++) {
                dot += b[yo + i] * g[go + i];
            }
            double shift = DoubleRows.sum(g, go, n) / n;
            double tilt = dot / n;
            double scale = data(rstd)[start(rstd, r)];
            for (int i = 0; i < n; i++) {
                double v = scale * (g[go + i] - shift - b[yo + i] * tilt);
                d[o + i] = beta == 0 ? v : (double) beta * d[o + i] + v;
            }
        }
    }

    @Override
    public void channelMoments(Tensor x, Tensor mean, Tensor variance) {
        double[] a = data(x);
        double[] m = data(mean);
        double[] s = data(variance);
        int channels = mean.cols();
        int run = x.cols() / channels;
        double n = (double) x.rows() * run;
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
                double centre = m[mean.offset() + c];
                for (int i = 0; i < run; i++) {
                    double d = a[at + i] - centre;
                    s[variance.offset() + c] += d * d;
                }
            }
        }
        divide(variance, n);
    }

    @Override
    public void inverseRoot(double eps, Tensor variance, Tensor rstd) {
        double[] v = data(variance);
        double[] s = data(rstd);
        for (int c = 0; c < variance.cols(); c++) {
            s[rstd.offset() + c] = 1 / (double) Math.sqrt(v[variance.offset() + c] + (double) eps);
        }
    }

    @Override
    public void channelNorm(Tensor x, Tensor mean, Tensor rstd, Tensor weight, Tensor bias, Tensor y) {
        double[] a = data(x);
        double[] b = data(y);
        int channels = mean.cols();
        int run = x.cols() / channels;
        for (int r = 0; r < x.rows(); r++) {
            int xo = start(x, r);
            int yo = start(y, r);
            for (int c = 0; c < channels; c++, xo += run, yo += run) {
                double centre = at(mean, c);
                double scale = at(rstd, c);
                double w = weight == null ? 1 : at(weight, c);
                double shift = bias == null ? 0 : at(bias, c);
                for (int i = 0; i < run; i++) {
                    b[yo + i] = (a[xo + i] - centre) * scale * w + shift;
                }
            }
        }
    }

    @Override
    public void channelSums(Tensor x, Tensor mean, Tensor rstd, Tensor dy, Tensor ofBias, Tensor ofWeight) {
        double[] a = data(x);
        double[] g = data(dy);
        double[] s = data(ofBias);
        double[] t = data(ofWeight);
        int channels = mean.cols();
        int run = x.cols() / channels;
        clear(ofBias);
        clear(ofWeight);
        for (int r = 0; r < x.rows(); r++) {
            int xo = start(x, r);
            int go = start(dy, r);
            for (int c = 0; c < channels; c++, xo += run, go += run) {
                double centre = at(mean, c);
                double scale = at(rstd, c);
                for (int i = 0; i < run; i++) {
                    s[ofBias.offset() + c] += g[go + i];
                    t[ofWeight.offset() + c] += g[go + i] * ((a[xo + i] - centre) * scale);
                }
            }
        }
    }

    @Override
    public void channelScale(Tensor rstd, Tensor weight, Tensor dy, double beta, Tensor dx) {
        double[] g = data(dy);
        double[] d = data(dx);
        int channels = rstd.cols();
        int run = dy.cols() / channels;
        for (int r = 0; r < dy.rows(); r++) {
            int go = start(dy, r);
            int o = start(dx, r);
            for (int c = 0; c < channels; c++, go += run, o += run) {
                double factor = at(rstd, c) * (weight == null ? 1 : at(weight, c));
                for (int i = 0; i < run; i++) {
                    double v = factor * g[go + i];
                    d[o + i] = beta == 0 ? v : (double) beta * d[o + i] + v;
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
        double[] a = data(x);
        double[] g = data(dy);
        double[] d = data(dx);
        int channels = mean.cols();
        int run = x.cols() / channels;
        double n = (double) x.rows() * run;
        for (int r = 0; r < x.rows(); r++) {
            int xo = start(x, r);
            int go = start(dy, r);
            int o = start(dx, r);
            for (int c = 0; c < channels; c++, xo += run, go += run, o += run) {
                double centre = at(mean, c);
                double scale = at(rstd, c);
                double factor = scale * (weight == null ? 1 : at(weight, c));
                double shift = at(ofBias, c) / n;
                double tilt = at(ofWeight, c) / n;
                for (int i = 0; i < run; i++) {
                    double v = factor * (g[go + i] - shift - (a[xo + i] - centre) * scale * tilt);
                    d[o + i] = beta == 0 ? v : (double) beta * d[o + i] + v;
                }
            }
        }
    }

    private static void clear(Tensor perChannel) {
        Arrays.fill(data(perChannel), perChannel.offset(), perChannel.offset() + perChannel.cols(), 0);
    }

    private static void divide(Tensor perChannel, double n) {
        for (int c = 0; c < perChannel.cols(); c++) {
            data(perChannel)[perChannel.offset() + c] /= n;
        }
    }

    private static double at(Tensor perChannel, int c) {
        return data(perChannel)[perChannel.offset() + c];
    }

    private static int start(Tensor t, int row) {
        return t.offset() + row * t.stride();
    }

    private static double[] data(Tensor t) {
        return ((DoubleTensor) t).data();
    }
}
