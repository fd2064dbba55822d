package io.github.smallnn.bench.kernel;

import io.github.smallnn.bench.work.ElementJob;
import io.github.smallnn.bench.work.ElementLoop;
import org.apache.commons.math3.special.Erf;

/**
 * Loops over elements as a user writes them on {@link Math}; GELU's error function, which it lacks, is that of Apache
 * Commons Math.
 */
// The casts to double do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class DoubleElements implements ElementLoop {
    private final ElementJob job;
    private final double[][] x;
    private final double[][] g;
    private final double[] y;
    private final double[] buffer;
    private final DoubleAdamRule adam;
    private final double[][] gradient = new double[1][];

    // float: FloatElements(ElementJob job, double[][] inputs, double[][] gradients) {
    DoubleElements(ElementJob job, double[][] inputs, double[][] gradients) {
        this.job = job;
        this.x = copies(inputs);
        this.g = copies(gradients);
        this.y = new double[job.elements()];
        this.buffer = new double[job.elements()];
        this.adam = new DoubleAdamRule((double) ElementJob.RATE, new double[][] {y}, gradient);
    }

    // float: private static float[][] copies(double[][] values) {
    private static double[][] copies(double[][] values) {
        double[][] all = new double[values.length][];
        for (int s = 0; s < all.length; s++) {
            all[s] = new double[values[s].length];
            for (int i = 0; i < all[s].length; i++) {
                all[s][i] = (double) values[s][i];
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
            case MOMENTUM -> momentum((double) ElementJob.RATE, (double) ElementJob.MOMENTUM_KEPT, y, g[set], buffer);
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

    private static void exp(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = (double) Math.exp(x[i]);
        }
    }

    private static void log(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = (double) Math.log(x[i]);
        }
    }

    private static void tanh(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = (double) Math.tanh(x[i]);
        }
    }

    private static void sigmoid(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = 1 / (1 + (double) Math.exp(-x[i]));
        }
    }

    private static void gelu(double[] x, double[] y) {
        double half = (double) 0.5;
        double root = (double) Math.sqrt(half);
        for (int i = 0; i < x.length; i++) {
            y[i] = half * x[i] * (1 + (double) Erf.erf(x[i] * root));
        }
    }

    private static void relu(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = Math.max(x[i], 0);
        }
    }

    private static void reluBackward(double[] x, double[] g, double[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i] > 0 ? g[i] : 0;
        }
    }

    private static void softmax(int columns, double[] x, double[] y) {
        for (int from = 0; from < x.length; from += columns) {
            double max = x[from];
            for (int i = from + 1; i < from + columns; i++) {
                max = Math.max(max, x[i]);
            }
            double mass = 0;
            for (int i = from; i < from + columns; i++) {
                y[i] = (double) Math.exp(x[i] - max);
                mass += y[i];
            }
            for (int i = from; i < from + columns; i++) {
                y[i] /= mass;
            }
        }
    }

    /** B = momentum B + G, W = W - rate B. */
    static void momentum(double rate, double momentum, double[] w, double[] g, double[] b) {
        for (int i = 0; i < w.length; i++) {
            b[i] = momentum * b[i] + g[i];
            w[i] -= rate * b[i];
        }
    }
}
