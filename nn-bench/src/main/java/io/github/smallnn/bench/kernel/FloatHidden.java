// Generated from DoubleHidden.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.bench.kernel;

import io.github.smallnn.bench.work.Job;

/** Activations of hidden layers in place, as a user would write them. */
// The casts to float do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class FloatHidden {
    private FloatHidden() {}

    /** Y = f(Y). */
    static void forward(Job.Hidden f, float[] y) {
        switch (f) {
            case LINEAR -> {}
            case TANH -> {
                for (int i = 0; i < y.length; i++) {
                    y[i] = (float) Math.tanh(y[i]);
                }
            }
            case RELU -> {
                for (int i = 0; i < y.length; i++) {
                    y[i] = Math.max(y[i], 0);
                }
            }
        }
    }

    /** G = G f', by the outputs Y. */
    static void backward(Job.Hidden f, float[] y, float[] g) {
        switch (f) {
            case LINEAR -> {}
            case TANH -> {
                for (int i = 0; i < g.length; i++) {
                    g[i] *= 1 - y[i] * y[i];
                }
            }
            case RELU -> {
                for (int i = 0; i < g.length; i++) {
                    g[i] = y[i] > 0 ? g[i] : 0;
                }
            }
        }
    }
}
