// Generated from DoubleUpdates.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.optim.kernel;

import io.github.smallnn.tensor.FloatTensor;
import io.github.smallnn.tensor.Tensor;

/** The updates for floats. Every array of a loop has the same index, from 0, which is what C2 turns into vector code. */
// The casts to float do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class FloatUpdates implements Updates {

    @Override
    public void sgd(double rate, double decay, Tensor weight, Tensor gradient) {
        float[] w = data(weight);
        float[] g = data(gradient);
        float lr = (float) rate;
        float wd = (float) decay;
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
        float[] w = data(weight);
        float[] g = data(gradient);
        float[] b = data(buffer);
        float lr = (float) rate;
        float mu = (float) momentum;
        float part = (float) share;
        float wd = (float) decay;
        // Plain momentum steps along 0 d + 1 b, Nesterov along 1 d + mu b.
        float ahead = nesterov ? mu : 1;
        float direct = nesterov ? 1 : 0;
        for (int i = 0; i < w.length; i++) {
            float d = g[i] + wd * w[i];
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
        float[] w = data(weight);
        float[] g = data(gradient);
        float[] m = data(mean);
        float[] v = data(square);
        float keepM = (float) beta1;
        float keepV = (float) beta2;
        float newM = (float) (1 - beta1);
        float newV = (float) (1 - beta2);
        float wd = (float) decay;
        for (int i = 0; i < w.length; i++) {
            float d = g[i] + wd * w[i];
            m[i] = keepM * m[i] + newM * d;
            v[i] = keepV * v[i] + newV * d * d;
        }
        if (largest == null) {
            divide(size, rootScale, epsilon, w, m, v);
        } else {
            float[] top = data(largest);
            for (int i = 0; i < top.length; i++) {
                top[i] = Math.max(top[i], v[i]);
            }
            divide(size, rootScale, epsilon, w, m, top);
        }
    }

    private static void divide(double size, double rootScale, double epsilon, float[] w, float[] m, float[] v) {
        float lr = (float) size;
        float scale = (float) rootScale;
        float eps = (float) epsilon;
        for (int i = 0; i < w.length; i++) {
            w[i] -= lr * m[i] / (scale * (float) Math.sqrt(v[i]) + eps);
        }
    }

    private static float[] data(Tensor t) {
        return ((FloatTensor) t).matrix().data;
    }
}
