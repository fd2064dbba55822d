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
        int mo = mean.offset();
        int so = variance.offset();
        int channels = mean.cols();
        int run = x.cols() / channels;
        double n = (double) x.rows() * run;
        clear(mean);
        clear(variance);
        for (int r = 0; r < x.rows(); r++) {
            int xo = start(x, r);
            for (int c = 0; c < channels; c++) {
                m[mo + c] += DoubleRows.sum(a, xo + c * run, run);
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

    private static double squares(double[] x, int xo, double centre, int n) {
        double s = 0;
        for (int i = 0; i < n; i++) {
            double d = x[xo + i] - centre;
            s += d * d;
        }
        return s;
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
        double[] m = data(mean);
        double[] s = data(rstd);
        // Without a weight or a bias any array will do: it is not read.
        double[] w = weight == null ? s : data(weight);
        double[] h = bias == null ? s : data(bias);
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
                double centre = m[mo + c];
                double scale = s[so + c];
                double factor = weight == null ? 1 : w[wo + c];
                double shift = bias == null ? 0 : h[ho + c];
                for (int i = c * run; i < c * run + run; i++) {
                    b[yo + i] = (a[xo + i] - centre) * scale * factor + shift;
                }
            }
        }
    }

    @Override
    public void channelSums(Tensor x, Tensor mean, Tensor rstd, Tensor dy, Tensor ofBias, Tensor ofWeight) {
        double[] a = data(x);
        double[] g = data(dy);
        double[] m = data(mean);
        double[] s = data(rstd);
        double[] sums = data(ofBias);
        double[] dots = data(ofWeight);
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
                double centre = m[mo + c];
                double sum = 0;
                double dot = 0;
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
        double[] g = data(dy);
        double[] d = data(dx);
        double[] s = data(rstd);
        double[] w = weight == null ? s : data(weight);
        int wo = weight == null ? 0 : weight.offset();
        int channels = rstd.cols();
        int run = dy.cols() / channels;
        for (int r = 0; r < dy.rows(); r++) {
            int go = start(dy, r);
            int o = start(dx, r);
            for (int c = 0; c < channels; c++) {
                double factor = s[rstd.offset() + c] * (weight == null ? 1 : w[wo + c]);
                for (int i = c * run; i < c * run + run; i++) {
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
        double[] m = data(mean);
        double[] s = data(rstd);
        double[] w = weight == null ? s : data(weight);
        double[] sums = data(ofBias);
        double[] dots = data(ofWeight);
        int wo = weight == null ? 0 : weight.offset();
        int channels = mean.cols();
        int run = x.cols() / channels;
        double share = 1 / ((double) x.rows() * run);
        for (int r = 0; r < x.rows(); r++) {
            int xo = start(x, r);
            int go = start(dy, r);
            int o = start(dx, r);
            for (int c = 0; c < channels; c++) {
                double centre = m[mean.offset() + c];
                double scale = s[rstd.offset() + c];
                double factor = scale * (weight == null ? 1 : w[wo + c]);
                double shift = sums[ofBias.offset() + c] * share;
                double tilt = dots[ofWeight.offset() + c] * share * scale;
                for (int i = c * run; i < c * run + run; i++) {
                    double v = factor * (g[go + i] - shift - (a[xo + i] - centre) * tilt);
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

    private static int start(Tensor t, int row) {
        return t.offset() + row * t.stride();
    }

    private static double[] data(Tensor t) {
        return ((DoubleTensor) t).data();
    }
}
