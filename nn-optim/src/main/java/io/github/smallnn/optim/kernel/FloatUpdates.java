// Generated from DoubleUpdates.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.optim.kernel;

import io.github.smallnn.tensor.FloatTensor;
import io.github.smallnn.tensor.Tensor;

/** The updates for floats. Every array of a loop has the same index: the compiler turns most into vector code. */
// The casts to float do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class FloatUpdates implements Updates {
    private final int from;
    private final int to;

    FloatUpdates(int from, int to) {
        this.from = from;
        this.to = to;
    }

    private int end(float[] w) {
        return Math.min(to, w.length);
    }

    @Override
    public void sgd(double rate, double decay, double keep, Tensor weight, Tensor gradient) {
        float[] w = data(weight);
        float[] g = data(gradient);
        float lr = (float) rate;
        float wd = (float) decay;
        float left = (float) keep;
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
        float[] w = data(weight);
        float[] g = data(gradient);
        float[] b = data(buffer);
        float mu = (float) momentum;
        float part = (float) share;
        float along = (float) rateOfBuffer;
        float direct = (float) rateOfGradient;
        float wd = (float) decay;
        float left = (float) keep;
        int end = end(w);
        for (int i = from; i < end; i++) {
            float d = g[i] + wd * w[i];
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
        float[] w = data(weight);
        float[] g = data(gradient);
        float[] m = data(mean);
        float[] v = data(square);
        if (largestOrNull == null) {
            adam(size, beta1, beta2, rootScale, epsilon, decay, keep, w, g, m, v);
            return;
        }
        means(beta1, beta2, decay, w, g, m, v);
        float[] top = data(largestOrNull);
        int end = end(w);
        for (int i = from; i < end; i++) {
            top[i] = Math.max(top[i], v[i]);
        }
        float lr = (float) size;
        float scale = (float) rootScale;
        float eps = (float) epsilon;
        float left = (float) keep;
        for (int i = from; i < end; i++) {
            w[i] = left * w[i] - lr * m[i] / (scale * (float) Math.sqrt(top[i]) + eps);
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
            float[] w,
            float[] g,
            float[] m,
            float[] v) {
        float lr = (float) size;
        float keepM = (float) beta1;
        float keepV = (float) beta2;
        float newM = (float) (1 - beta1);
        float newV = (float) (1 - beta2);
        float scale = (float) rootScale;
        float eps = (float) epsilon;
        float wd = (float) decay;
        float left = (float) keep;
        int end = end(w);
        for (int i = from; i < end; i++) {
            float d = g[i] + wd * w[i];
            float mean = keepM * m[i] + newM * d;
            float square = keepV * v[i] + newV * d * d;
            m[i] = mean;
            v[i] = square;
            w[i] = left * w[i] - lr * mean / (scale * (float) Math.sqrt(square) + eps);
        }
    }

    private void means(double beta1, double beta2, double decay, float[] w, float[] g, float[] m, float[] v) {
        float keepM = (float) beta1;
        float keepV = (float) beta2;
        float newM = (float) (1 - beta1);
        float newV = (float) (1 - beta2);
        float wd = (float) decay;
        int end = end(w);
        for (int i = from; i < end; i++) {
            float d = g[i] + wd * w[i];
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
        float[] w = data(weight);
        float[] g = data(gradient);
        float[] m = data(mean);
        float[] v = data(square);
        means(beta1, beta2, decay, w, g, m, v);
        float direct = (float) sizeOfGradient;
        float along = (float) sizeOfMean;
        float scale = (float) rootScale;
        float eps = (float) epsilon;
        float wd = (float) decay;
        float left = (float) keep;
        int end = end(w);
        for (int i = from; i < end; i++) {
            float d = direct * (g[i] + wd * w[i]) + along * m[i];
            w[i] = left * w[i] - d / (scale * (float) Math.sqrt(v[i]) + eps);
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
        float[] w = data(weight);
        float[] g = data(gradient);
        float[] m = data(mean);
        float[] u = data(largest);
        float lr = (float) size;
        float keepM = (float) beta1;
        float newM = (float) (1 - beta1);
        float keepU = (float) beta2;
        float before = (float) inner;
        float after = (float) outer;
        float wd = (float) decay;
        float left = (float) keep;
        int end = end(w);
        for (int i = from; i < end; i++) {
            float d = g[i] + wd * w[i];
            m[i] = keepM * m[i] + newM * d;
            u[i] = Math.max(keepU * u[i], Math.abs(d) + before);
            float divisor = u[i] + after;
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
        float[] w = data(weight);
        float[] g = data(gradient);
        float[] v = data(square);
        float[] a = dataOrNull(meanOrNull);
        float[] b = dataOrNull(bufferOrNull);
        float part = (float) share;
        float lr = (float) rate;
        float keepV = (float) smoothing;
        float newV = (float) (1 - smoothing);
        float before = (float) inner;
        float after = (float) outer;
        float mu = (float) momentum;
        float wd = (float) decay;
        float left = (float) keep;
        int end = end(w);
        for (int i = from; i < end; i++) {
            float d = g[i] + wd * w[i];
            v[i] = keepV * v[i] + newV * d * d;
            float spread = v[i];
            if (a != null) {
                a[i] = keepV * a[i] + newV * d;
                spread = Math.max(spread - a[i] * a[i], 0);
            }
            float step = part * d / ((float) Math.sqrt(spread + before) + after);
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
        float[] w = data(weight);
        float[] g = data(gradient);
        float[] v = data(sum);
        float lr = (float) rate;
        float before = (float) inner;
        float after = (float) outer;
        float wd = (float) decay;
        float left = (float) keep;
        int end = end(w);
        for (int i = from; i < end; i++) {
            float d = g[i] + wd * w[i];
            v[i] += d * d;
            w[i] = left * w[i] - lr * d / ((float) Math.sqrt(v[i] + before) + after);
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
        float[] w = data(weight);
        float[] g = data(gradient);
        float[] v = data(square);
        float[] u = data(steps);
        float lr = (float) rate;
        float old = (float) smoothing;
        float fresh = (float) (1 - smoothing);
        float eps = (float) epsilon;
        float wd = (float) decay;
        float left = (float) keep;
        int end = end(w);
        for (int i = from; i < end; i++) {
            float d = g[i] + wd * w[i];
            v[i] = old * v[i] + fresh * d * d;
            float step = (float) Math.sqrt(u[i] + eps) / (float) Math.sqrt(v[i] + eps) * d;
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
        float[] w = data(weight);
        float[] g = data(gradient);
        float[] old = data(previous);
        float[] s = data(size);
        float shrink = (float) minus;
        float grow = (float) plus;
        float least = (float) smallest;
        float most = (float) largest;
        int end = end(w);
        for (int i = from; i < end; i++) {
            float turn = Math.signum(g[i]) * Math.signum(old[i]);
            float factor = turn > 0 ? grow : turn < 0 ? shrink : 1;
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
        float[] w = data(weight);
        float[] g = data(gradient);
        float[] m = data(mean);
        float lr = (float) rate;
        float look = (float) beta1;
        float fresh = (float) (1 - beta1);
        float old = (float) beta2;
        float newM = (float) (1 - beta2);
        float wd = (float) decay;
        float left = (float) keep;
        int end = end(w);
        for (int i = from; i < end; i++) {
            float d = g[i] + wd * w[i];
            w[i] = left * w[i] - lr * Math.signum(look * m[i] + fresh * d);
            m[i] = old * m[i] + newM * d;
        }
    }

    private static float[] dataOrNull(Tensor t) {
        return t == null ? null : data(t);
    }

    private static float[] data(Tensor t) {
        return ((FloatTensor) t).matrix().data;
    }
}
