// Generated from DoubleSlopes.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.optim.kernel;

import io.github.smallnn.tensor.FloatTensor;
import io.github.smallnn.tensor.Tensor;

/** What penalties add to gradients, for floats. */
// The casts to float do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class FloatSlopes implements Slopes {
    static final FloatSlopes LOOPS = new FloatSlopes();

    @Override
    public void add(double linear, double constant, Tensor parameter, Tensor gradient) {
        float[] w = data(parameter);
        float[] g = data(gradient);
        float a = (float) linear;
        float b = (float) constant;
        for (int i = 0; i < w.length; i++) {
            float v = w[i];
            g[i] += a * v + (v > 0 ? b : v < 0 ? -b : 0);
        }
    }

    private static float[] data(Tensor t) {
        return ((FloatTensor) t).matrix().data;
    }
}
