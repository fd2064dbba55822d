package io.github.smallnn.bench.work;

import org.apache.commons.math3.special.Erf;

/** The reference of an {@link ElementJob}: element by element in double, written apart from everything that is timed. */
final class ElementReference {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final ElementJob job;
    private final double[][] inputs;
    private final double[][] gradients;
    private final double[] result;
    private final double[] first;
    private final double[] second;
    private int steps;

    ElementReference(ElementJob job) {
        this.job = job;
        this.inputs = job.inputs();
        this.gradients = job.gradients();
        this.result = new double[job.elements()];
        this.first = new double[job.elements()];
        this.second = new double[job.elements()];
    }

    /** The result of a set; of an optimizer, after all sets so far. */
    double[] run(int set) {
        steps++;
        for (int i = 0; i < result.length; i++) {
            result[i] = job.updates() ? moved(i, gradients[set][i]) : value(set, i);
        }
        return result;
    }

    private double value(int set, int i) {
        double x = inputs[set][i];
        return switch (job) {
            case EXP -> StrictMath.exp(x);
            case LOG -> StrictMath.log(x);
            case TANH -> StrictMath.tanh(x);
            case SIGMOID -> 1 / (1 + StrictMath.exp(-x));
            case GELU -> x / 2 * Erf.erfc(-x / StrictMath.sqrt(2));
            case RELU -> Math.max(x, 0);
            case RELU_BACKWARD -> x > 0 ? gradients[set][i] : 0;
            case SOFTMAX -> StrictMath.exp(x) / mass(inputs[set], i - i % job.columns());
            case MOMENTUM, ADAM -> throw new IllegalStateException(job + " has parameters");
        };
    }

    private double mass(double[] x, int from) {
        double sum = 0;
        for (int i = from; i < from + job.columns(); i++) {
            sum += StrictMath.exp(x[i]);
        }
        return sum;
    }

    private double moved(int i, double g) {
        if (job == ElementJob.MOMENTUM) {
            first[i] = ElementJob.MOMENTUM_KEPT * first[i] + g;
            return result[i] - ElementJob.RATE * first[i];
        }
        first[i] = BETA1 * first[i] + (1 - BETA1) * g;
        second[i] = BETA2 * second[i] + (1 - BETA2) * g * g;
        double mean = first[i] / (1 - Math.pow(BETA1, steps));
        double square = second[i] / (1 - Math.pow(BETA2, steps));
        return result[i] - ElementJob.RATE * mean / (Math.sqrt(square) + EPSILON);
    }
}
