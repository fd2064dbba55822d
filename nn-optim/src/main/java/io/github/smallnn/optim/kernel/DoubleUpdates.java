package io.github.smallnn.optim.kernel;

import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Tensor;

/** The updates for doubles. Every array of a loop has the same index, from 0, which is what C2 turns into vector code. */
// The casts to double do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class DoubleUpdates implements Updates {

    @Override
    public void sgd(double rate, double decay, Tensor weight, Tensor gradient) {
        double[] w = data(weight);
        double[] g = data(gradient);
        double lr = (double) rate;
        double wd = (double) decay;
        for (int i = 0; i < w.length; i++) {
            w[i] -= lr * (g[i] + wd * w[i]);
        }
    }

    @Override
    public void momentum(
            double rate,
            double momentum,
            double share,
            boolean nesterov,
            double decay,
            Tensor weight,
            Tensor gradient,
            Tensor buffer) {
        double[] w = data(weight);
        double[] g = data(gradient);
        double[] b = data(buffer);
        double lr = (double) rate;
        double mu = (double) momentum;
        double part = (double) share;
        double wd = (double) decay;
        // Plain momentum steps along 0 d + 1 b, Nesterov along 1 d + mu b.
        double ahead = nesterov ? mu : 1;
        double direct = nesterov ? 1 : 0;
        for (int i = 0; i < w.length; i++) {
            double d = g[i] + wd * w[i];
            b[i] = mu * b[i] + part * d;
            w[i] -= lr * (direct * d + ahead * b[i]);
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
            Tensor weight,
            Tensor gradient,
            Tensor mean,
            Tensor square,
            Tensor largest) {
        double[] w = data(weight);
        double[] g = data(gradient);
        double[] m = data(mean);
        double[] v = data(square);
        double keepM = (double) beta1;
        double keepV = (double) beta2;
        double newM = (double) (1 - beta1);
        double newV = (double) (1 - beta2);
        double wd = (double) decay;
        for (int i = 0; i < w.length; i++) {
            double d = g[i] + wd * w[i];
            m[i] = keepM * m[i] + newM * d;
            v[i] = keepV * v[i] + newV * d * d;
        }
        if (largest == null) {
            divide(size, rootScale, epsilon, w, m, v);
        } else {
            double[] top = data(largest);
            for (int i = 0; i < top.length; i++) {
                top[i] = Math.max(top[i], v[i]);
            }
            divide(size, rootScale, epsilon, w, m, top);
        }
    }

    private static void divide(double size, double rootScale, double epsilon, double[] w, double[] m, double[] v) {
        double lr = (double) size;
        double scale = (double) rootScale;
        double eps = (double) epsilon;
        for (int i = 0; i < w.length; i++) {
            w[i] -= lr * m[i] / (scale * (double) Math.sqrt(v[i]) + eps);
        }
    }

    private static double[] data(Tensor t) {
        return ((DoubleTensor) t).matrix().data;
    }
}
