// Generated from DoubleRule.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.bench.kernel;

import io.github.smallnn.bench.work.Job;

/** An optimizer over arrays of parameters and their gradients. */
// The casts to float do nothing here and round in the float twin.
@SuppressWarnings("cast")
@FunctionalInterface
interface FloatRule {

    /** Moves all parameters. */
    void step();

    /** The rule of a job. */
    static FloatRule of(Job job, float[][] weights, float[][] gradients) {
        float rate = (float) job.rate();
        return switch (job.rule()) {
            case SGD -> () -> sgd(rate, weights, gradients);
            case MOMENTUM -> momentum(rate, weights, gradients);
            case ADAM -> new FloatAdamRule(rate, weights, gradients)::step;
        };
    }

    private static void sgd(float rate, float[][] weights, float[][] gradients) {
        for (int p = 0; p < weights.length; p++) {
            float[] w = weights[p];
            float[] g = gradients[p];
            for (int i = 0; i < w.length; i++) {
                w[i] -= rate * g[i];
            }
        }
    }

    private static FloatRule momentum(float rate, float[][] weights, float[][] gradients) {
        float[][] buffers = new float[weights.length][];
        for (int p = 0; p < buffers.length; p++) {
            buffers[p] = new float[weights[p].length];
        }
        return () -> {
            for (int p = 0; p < buffers.length; p++) {
                FloatElements.momentum(rate, (float) Job.MOMENTUM, weights[p], gradients[p], buffers[p]);
            }
        };
    }
}
