package io.github.smallnn.bench.kernel;

import io.github.smallnn.bench.work.Job;

/** An optimizer over arrays of parameters and their gradients. */
// The casts to double do nothing here and round in the float twin.
@SuppressWarnings("cast")
@FunctionalInterface
interface DoubleRule {

    /** Moves all parameters. */
    void step();

    /** The rule of a job. */
    static DoubleRule of(Job job, double[][] weights, double[][] gradients) {
        double rate = (double) job.rate();
        return switch (job.rule()) {
            case SGD -> () -> sgd(rate, weights, gradients);
            case MOMENTUM -> momentum(rate, weights, gradients);
            case ADAM -> new DoubleAdamRule(rate, weights, gradients)::step;
        };
    }

    private static void sgd(double rate, double[][] weights, double[][] gradients) {
        for (int p = 0; p < weights.length; p++) {
            double[] w = weights[p];
            double[] g = gradients[p];
            for (int i = 0; i < w.length; i++) {
                w[i] -= rate * g[i];
            }
        }
    }

    private static DoubleRule momentum(double rate, double[][] weights, double[][] gradients) {
        double[][] buffers = new double[weights.length][];
        for (int p = 0; p < buffers.length; p++) {
            buffers[p] = new double[weights[p].length];
        }
        return () -> {
            for (int p = 0; p < buffers.length; p++) {
                DoubleElements.momentum(rate, (double) Job.MOMENTUM, weights[p], gradients[p], buffers[p]);
            }
        };
    }
}
