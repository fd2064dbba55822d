package io.github.smallnn.optim.kernel;

import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Tensor;

/** The updates for doubles. Every array of a loop has the same index: the compiler turns most into vector code. */
// The casts to double do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class DoubleUpdates implements Updates {
    private final int from;
    private final int to;

    DoubleUpdates(int from, int to) {
        this.from = from;
        this.to = to;
    }

    private int end(double[] w) {
        return Math.min(to, w.length);
    }

    @Override
    public void sgd(double rate, double decay, double keep, Tensor weight, Tensor gradient) {
        double[] w = data(weight);
        double[] g = data(gradient);
        double lr = (double) rate;
        double wd = (double) decay;
        double left = (double) keep;
        int end = end(w);
        for (int i = from; i < end; i++) {
            w[i] = left * w[i] - lr * (g[i] + wd * w[i]);
        }
    }

    @Override
    public void momentum(
            double momentum,
            double share,
            double rateOfBuffer,
            double rateOfGradient,
            double decay,
            double keep,
            Tensor weight,
            Tensor gradient,
            Tensor buffer) {
        double[] w = data(weight);
        double[] g = data(gradient);
        double[] b = data(buffer);
        double mu = (double) momentum;
        double part = (double) share;
        double along = (double) rateOfBuffer;
        double direct = (double) rateOfGradient;
        double wd = (double) decay;
        double left = (double) keep;
        int end = end(w);
        for (int i = from; i < end; i++) {
            double d = g[i] + wd * w[i];
            b[i] = mu * b[i] + part * d;
            w[i] = left * w[i] - (direct * d + along * b[i]);
        }
    }

    @Override
    public void adam(
            double size,
            double beta1,
            double beta2,
            double rootScale,
            double epsilon,
            double decay,
            double keep,
            Tensor weight,
            Tensor gradient,
            Tensor mean,
            Tensor square,
            Tensor largestOrNull) {
        double[] w = data(weight);
        double[] g = data(gradient);
        double[] m = data(mean);
        double[] v = data(square);
        if (largestOrNull == null) {
            adam(size, beta1, beta2, rootScale, epsilon, decay, keep, w, g, m, v);
            return;
        }
        means(beta1, beta2, decay, w, g, m, v);
        double[] top = data(largestOrNull);
        int end = end(w);
        for (int i = from; i < end; i++) {
            top[i] = Math.max(top[i], v[i]);
        }
        double lr = (double) size;
        double scale = (double) rootScale;
        double eps = (double) epsilon;
        double left = (double) keep;
        for (int i = from; i < end; i++) {
            w[i] = left * w[i] - lr * m[i] / (scale * (double) Math.sqrt(top[i]) + eps);
        }
    }

    // One loop for the three arrays that change; C2 makes vector code of it as it does of two loops.
    private void adam(
            double size,
            double beta1,
            double beta2,
            double rootScale,
            double epsilon,
            double decay,
            double keep,
            double[] w,
            double[] g,
            double[] m,
            double[] v) {
        double lr = (double) size;
        double keepM = (double) beta1;
        double keepV = (double) beta2;
        double newM = (double) (1 - beta1);
        double newV = (double) (1 - beta2);
        double scale = (double) rootScale;
        double eps = (double) epsilon;
        double wd = (double) decay;
        double left = (double) keep;
        int end = end(w);
        for (int i = from; i < end; i++) {
            double d = g[i] + wd * w[i];
            double mean = keepM * m[i] + newM * d;
            double square = keepV * v[i] + newV * d * d;
            m[i] = mean;
            v[i] = square;
            w[i] = left * w[i] - lr * mean / (scale * (double) Math.sqrt(square) + eps);
        }
    }

    private void means(double beta1, double beta2, double decay, double[] w, double[] g, double[] m, double[] v) {
        double keepM = (double) beta1;
        double keepV = (double) beta2;
        double newM = (double) (1 - beta1);
        double newV = (double) (1 - beta2);
        double wd = (double) decay;
        int end = end(w);
        for (int i = from; i < end; i++) {
            double d = g[i] + wd * w[i];
            m[i] = keepM * m[i] + newM * d;
            v[i] = keepV * v[i] + newV * d * d;
        }
    }

    @Override
    public void nadam(
            double sizeOfGradient,
            double sizeOfMean,
            double beta1,
            double beta2,
            double rootScale,
            double epsilon,
            double decay,
            double keep,
            Tensor weight,
            Tensor gradient,
            Tensor mean,
            Tensor square) {
        double[] w = data(weight);
        double[] g = data(gradient);
        double[] m = data(mean);
        double[] v = data(square);
        means(beta1, beta2, decay, w, g, m, v);
        double direct = (double) sizeOfGradient;
        double along = (double) sizeOfMean;
        double scale = (double) rootScale;
        double eps = (double) epsilon;
        double wd = (double) decay;
        double left = (double) keep;
        int end = end(w);
        for (int i = from; i < end; i++) {
            double d = direct * (g[i] + wd * w[i]) + along * m[i];
            w[i] = left * w[i] - d / (scale * (double) Math.sqrt(v[i]) + eps);
        }
    }

    @Override
    public void adamax(
            double size,
            double beta1,
            double beta2,
            double inner,
            double outer,
            double decay,
            double keep,
            Tensor weight,
            Tensor gradient,
            Tensor mean,
            Tensor largest) {
        double[] w = data(weight);
        double[] g = data(gradient);
        double[] m = data(mean);
        double[] u = data(largest);
        double lr = (double) size;
        double keepM = (double) beta1;
        double newM = (double) (1 - beta1);
        double keepU = (double) beta2;
        double before = (double) inner;
        double after = (double) outer;
        double wd = (double) decay;
        double left = (double) keep;
        int end = end(w);
        for (int i = from; i < end; i++) {
            double d = g[i] + wd * w[i];
            m[i] = keepM * m[i] + newM * d;
            u[i] = Math.max(keepU * u[i], Math.abs(d) + before);
            double divisor = u[i] + after;
            w[i] = left * w[i] - (divisor == 0 ? 0 : lr * m[i] / divisor);
        }
    }

    @Override
    public void rmsProp(
            double share,
            double rate,
            double smoothing,
            double inner,
            double outer,
            double momentum,
            double decay,
            double keep,
            Tensor weight,
            Tensor gradient,
            Tensor square,
            Tensor meanOrNull,
            Tensor bufferOrNull) {
        double[] w = data(weight);
        double[] g = data(gradient);
        double[] v = data(square);
        double[] a = dataOrNull(meanOrNull);
        double[] b = dataOrNull(bufferOrNull);
        double part = (double) share;
        double lr = (double) rate;
        double keepV = (double) smoothing;
        double newV = (double) (1 - smoothing);
        double before = (double) inner;
        double after = (double) outer;
        double mu = (double) momentum;
        double wd = (double) decay;
        double left = (double) keep;
        int end = end(w);
        for (int i = from; i < end; i++) {
            double d = g[i] + wd * w[i];
            v[i] = keepV * v[i] + newV * d * d;
            double spread = v[i];
            if (a != null) {
                a[i] = keepV * a[i] + newV * d;
                spread = Math.max(spread - a[i] * a[i], 0);
            }
            double step = part * d / ((double) Math.sqrt(spread + before) + after);
            if (b != null) {
                b[i] = mu * b[i] + step;
                step = b[i];
            }
            w[i] = left * w[i] - lr * step;
        }
    }

    @Override
    public void adagrad(
            double rate,
            double inner,
            double outer,
            double decay,
            double keep,
            Tensor weight,
            Tensor gradient,
            Tensor sum) {
        double[] w = data(weight);
        double[] g = data(gradient);
        double[] v = data(sum);
        double lr = (double) rate;
        double before = (double) inner;
        double after = (double) outer;
        double wd = (double) decay;
        double left = (double) keep;
        int end = end(w);
        for (int i = from; i < end; i++) {
            double d = g[i] + wd * w[i];
            v[i] += d * d;
            w[i] = left * w[i] - lr * d / ((double) Math.sqrt(v[i] + before) + after);
        }
    }

    @Override
    public void adadelta(
            double rate,
            double smoothing,
            double epsilon,
            double decay,
            double keep,
            Tensor weight,
            Tensor gradient,
            Tensor square,
            Tensor steps) {
        double[] w = data(weight);
        double[] g = data(gradient);
        double[] v = data(square);
        double[] u = data(steps);
        double lr = (double) rate;
        double old = (double) smoothing;
        double fresh = (double) (1 - smoothing);
        double eps = (double) epsilon;
        double wd = (double) decay;
        double left = (double) keep;
        int end = end(w);
        for (int i = from; i < end; i++) {
            double d = g[i] + wd * w[i];
            v[i] = old * v[i] + fresh * d * d;
            double step = (double) Math.sqrt(u[i] + eps) / (double) Math.sqrt(v[i] + eps) * d;
            u[i] = old * u[i] + fresh * step * step;
            w[i] = left * w[i] - lr * step;
        }
    }

    @Override
    public void rprop(
            double minus,
            double plus,
            double smallest,
            double largest,
            Tensor weight,
            Tensor gradient,
            Tensor previous,
            Tensor size) {
        double[] w = data(weight);
        double[] g = data(gradient);
        double[] old = data(previous);
        double[] s = data(size);
        double shrink = (double) minus;
        double grow = (double) plus;
        double least = (double) smallest;
        double most = (double) largest;
        int end = end(w);
        for (int i = from; i < end; i++) {
            double turn = Math.signum(g[i]) * Math.signum(old[i]);
            double factor = turn > 0 ? grow : turn < 0 ? shrink : 1;
            s[i] = Math.min(Math.max(s[i] * factor, least), most);
            old[i] = turn < 0 ? 0 : g[i];
            w[i] -= Math.signum(old[i]) * s[i];
        }
    }

    @Override
    public void lion(
            double rate,
            double beta1,
            double beta2,
            double decay,
            double keep,
            Tensor weight,
            Tensor gradient,
            Tensor mean) {
        double[] w = data(weight);
        double[] g = data(gradient);
        double[] m = data(mean);
        double lr = (double) rate;
        double look = (double) beta1;
        double fresh = (double) (1 - beta1);
        double old = (double) beta2;
        double newM = (double) (1 - beta2);
        double wd = (double) decay;
        double left = (double) keep;
        int end = end(w);
        for (int i = from; i < end; i++) {
            double d = g[i] + wd * w[i];
            w[i] = left * w[i] - lr * Math.signum(look * m[i] + fresh * d);
            m[i] = old * m[i] + newM * d;
        }
    }

    private static double[] dataOrNull(Tensor t) {
        return t == null ? null : data(t);
    }

    private static double[] data(Tensor t) {
        return ((DoubleTensor) t).matrix().data;
    }
}
