// Generated from DoubleElements.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.bench.kernel;

import io.github.smallnn.bench.work.ElementJob;
import io.github.smallnn.bench.work.ElementLoop;
import org.apache.commons.math3.special.Erf;

/**
 * Loops over elements as a user writes them on {@link Math}; GELU's error function, which it lacks, is that of Apache
 * Commons Math.
 */
// The casts to float do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class FloatElements implements ElementLoop {
    private final ElementJob job;
    private final float[][] x;
    private final float[][] g;
    private final float[] y;
    private final float[] buffer;
    private final FloatAdamRule adam;
    private final float[][] gradient = new float[1][];

    FloatElements(ElementJob job, double[][] inputs, double[][] gradients) {
        this.job = job;
        this.x = copies(inputs);
        this.g = copies(gradients);
        this.y = new float[job.elements()];
        this.buffer = new float[job.elements()];
        this.adam = new FloatAdamRule((float) ElementJob.RATE, new float[][] {y}, gradient);
    }

    private static float[][] copies(double[][] values) {
        float[][] all = new float[values.length][];
        for (int s = 0; s < all.length; s++) {
            all[s] = new float[values[s].length];
            for (int i = 0; i < all[s].length; i++) {
                all[s][i] = (float) values[s][i];
            }
        }
        return all;
    }

    @Override
    public void run(int set) {
        switch (job) {
            case EXP -> exp(x[set], y);
            case LOG -> log(x[set], y);
            case TANH -> tanh(x[set], y);
            case SIGMOID -> sigmoid(x[set], y);
            case GELU -> gelu(x[set], y);
            case RELU -> relu(x[set], y);
            case RELU_BACKWARD -> reluBackward(x[set], g[set], y);
            case SOFTMAX -> softmax(job.columns(), x[set], y);
            case MOMENTUM -> momentum((float) ElementJob.RATE, (float) ElementJob.MOMENTUM_KEPT, y, g[set], buffer);
            case ADAM -> {
                gradient[0] = g[set];
                adam.step();
            }
        }
    }

    @Override
    public double get(int element) {
        return y[element];
    }

    private static void exp(float[] x, float[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = (float) Math.exp(x[i]);
        }
    }

    private static void log(float[] x, float[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = (float) Math.log(x[i]);
        }
    }

    private static void tanh(float[] x, float[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = (float) Math.tanh(x[i]);
        }
    }

    private static void sigmoid(float[] x, float[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = 1 / (1 + (float) Math.exp(-x[i]));
        }
    }

    private static void gelu(float[] x, float[] y) {
        float half = (float) 0.5f;
        float root = (float) Math.sqrt(half);
        for (int i = 0; i < x.length; i++) {
            y[i] = half * x[i] * (1 + (float) Erf.erf(x[i] * root));
        }
    }

    private static void relu(float[] x, float[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = Math.max(x[i], 0);
        }
    }

    private static void reluBackward(float[] x, float[] g, float[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i] > 0 ? g[i] : 0;
        }
    }

    private static void softmax(int columns, float[] x, float[] y) {
        for (int from = 0; from < x.length; from += columns) {
            float max = x[from];
            for (int i = from + 1; i < from + columns; i++) {
                max = Math.max(max, x[i]);
            }
            float mass = 0;
            for (int i = from; i < from + columns; i++) {
                y[i] = (float) Math.exp(x[i] - max);
                mass += y[i];
            }
            for (int i = from; i < from + columns; i++) {
                y[i] /= mass;
            }
        }
    }

    /** B = momentum B + G, W = W - rate B. */
    static void momentum(float rate, float momentum, float[] w, float[] g, float[] b) {
        for (int i = 0; i < w.length; i++) {
            b[i] = momentum * b[i] + g[i];
            w[i] -= rate * b[i];
        }
    }
}
