// Generated from DoubleGradients.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.optim.kernel;

import io.github.smallnn.tensor.FloatTensor;
import io.github.smallnn.tensor.Tensor;

/** What clipping does, for floats. */
// The casts to float do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class FloatGradients implements Gradients {
    static final FloatGradients LOOPS = new FloatGradients();

    @Override
    public double powers(double p, Tensor t) {
        float[] x = data(t);
        double sum = 0;
        if (p == 2) {
            for (int i = 0; i < x.length; i++) {
                double wide = x[i];
                sum += wide * wide;
            }
        } else if (p == 1) {
            for (int i = 0; i < x.length; i++) {
                sum += Math.abs(x[i]);
            }
        } else {
            for (int i = 0; i < x.length; i++) {
                sum += StrictMath.pow(Math.abs(x[i]), p);
            }
        }
        return sum;
    }

    @Override
    public double largest(Tensor t) {
        float[] x = data(t);
        double most = 0;
        for (int i = 0; i < x.length; i++) {
            most = Math.max(most, Math.abs(x[i]));
        }
        return most;
    }

    @Override
    public void scale(double factor, Tensor t) {
        float[] x = data(t);
        float f = (float) factor;
        for (int i = 0; i < x.length; i++) {
            x[i] *= f;
        }
    }

    @Override
    public void clamp(double limit, Tensor t) {
        float[] x = data(t);
        float bound = (float) limit;
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.min(Math.max(x[i], -bound), bound);
        }
    }

    private static float[] data(Tensor t) {
        return ((FloatTensor) t).matrix().data;
    }
}
