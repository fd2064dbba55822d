package io.github.smallnn.optim.kernel;

import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Tensor;

/** What penalties add to gradients, for doubles. */
// The casts to double do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class DoubleSlopes implements Slopes {
    static final DoubleSlopes LOOPS = new DoubleSlopes();

    @Override
    public void add(double linear, double constant, Tensor parameter, Tensor gradient) {
        double[] w = data(parameter);
        double[] g = data(gradient);
        double a = (double) linear;
        double b = (double) constant;
        for (int i = 0; i < w.length; i++) {
            double v = w[i];
            g[i] += a * v + (v > 0 ? b : v < 0 ? -b : 0);
        }
    }

    private static double[] data(Tensor t) {
        return ((DoubleTensor) t).matrix().data;
    }
}
