package io.github.smallnn.bench;

import io.github.smallnn.bench.work.ElementJob;
import io.github.smallnn.bench.work.ElementLoop;
import io.github.smallnn.kernel.Kernels;
import io.github.smallnn.kernel.Unary;
import io.github.smallnn.optim.kernel.Updates;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;

/** A loop over elements by the library's kernels, as an op of a session or an optimizer calls them. */
final class SmallnnElements implements ElementLoop {
    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    private final ElementJob job;
    private final Kernels kernels;
    private final Updates updates;
    private final Tensor[] x;
    private final Tensor[] g;
    private final Tensor y;
    private final Tensor first;
    private final Tensor second;
    private double power1 = 1;
    private double power2 = 1;

    SmallnnElements(ElementJob job, Precision precision) {
        this.job = job;
        this.kernels = Kernels.of(precision);
        this.updates = Updates.of(precision);
        this.x = SmallnnLoop.tensors(job.inputs(), job.rows(), precision);
        this.g = SmallnnLoop.tensors(job.gradients(), job.rows(), precision);
        this.y = Tensor.zeros(precision, job.rows(), job.columns());
        this.first = Tensor.zeros(precision, job.rows(), job.columns());
        this.second = Tensor.zeros(precision, job.rows(), job.columns());
    }

    @Override
    public void run(int set) {
        switch (job) {
            case EXP -> unary(Unary.EXP, set);
            case LOG -> unary(Unary.LOG, set);
            case TANH -> unary(Unary.TANH, set);
            case SIGMOID -> unary(Unary.SIGMOID, set);
            case GELU -> unary(Unary.GELU, set);
            case RELU -> unary(Unary.RELU, set);
            // The derivative is taken by the output, whose sign above zero is the input's.
            case RELU_BACKWARD -> kernels.unaryBackward(Unary.RELU, 0, 0, x[set], x[set], g[set], 0, y);
            case SOFTMAX -> kernels.softmax(x[set], y);
            case MOMENTUM -> updates.momentum(ElementJob.MOMENTUM_KEPT, 1, ElementJob.RATE, 0, 0, 1, y, g[set], first);
            case ADAM -> adam(g[set]);
        }
    }

    private void unary(Unary f, int set) {
        kernels.unary(f, 0, 0, x[set], y);
    }

    private void adam(Tensor gradient) {
        power1 *= BETA1;
        power2 *= BETA2;
        double size = ElementJob.RATE / (1 - power1);
        double root = 1 / Math.sqrt(1 - power2);
        updates.adam(size, BETA1, BETA2, root, EPSILON, 0, 1, y, gradient, first, second, null);
    }

    @Override
    public double get(int element) {
        return y.get(element / job.columns(), element % job.columns());
    }
}
