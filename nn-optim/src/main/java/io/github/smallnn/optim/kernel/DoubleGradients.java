package io.github.smallnn.optim.kernel;

import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Tensor;

/** What clipping does, for doubles. */
// The casts to double do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class DoubleGradients implements Gradients {
    static final DoubleGradients LOOPS = new DoubleGradients();

    @Override
    // float: same
    public double powers(double p, Tensor t) {
        double[] x = data(t);
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
    // float: same
    public double largest(Tensor t) {
        double[] x = data(t);
        double most = 0;
        for (int i = 0; i < x.length; i++) {
            most = Math.max(most, Math.abs(x[i]));
        }
        return most;
    }

    @Override
    public void scale(double factor, Tensor t) {
        double[] x = data(t);
        double f = (double) factor;
        for (int i = 0; i < x.length; i++) {
            x[i] *= f;
        }
    }

    @Override
    public void clamp(double limit, Tensor t) {
        double[] x = data(t);
        double bound = (double) limit;
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.min(Math.max(x[i], -bound), bound);
        }
    }

    private static double[] data(Tensor t) {
        return ((DoubleTensor) t).matrix().data;
    }
}
