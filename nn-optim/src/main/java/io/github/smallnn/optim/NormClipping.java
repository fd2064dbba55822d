package io.github.smallnn.optim;

import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.optim.kernel.Gradients;
import io.github.smallnn.tensor.Tensor;

/**
 * Gradients scaled by min(1, limit / (norm + epsilon)), all together or each parameter's by itself. The norm is summed in
 * double. A norm that is NaN makes all its gradients NaN; an infinite one makes the finite ones 0, as in PyTorch. Differs
 * between libraries: PyTorch has an epsilon of 1e-6, Keras none. Immutable, any thread.
 *
 * @param limit largest norm, above 0
 * @param p which norm, above 0; infinity for the largest element
 * @param perTensor whether each parameter has a norm of its own
 * @param epsilon added to the norm, at least 0
 */
public record NormClipping(double limit, double p, boolean perTensor, double epsilon) implements Clipping {
    static final double TORCH_EPSILON = 1e-6;

    /**
     * Checks the settings.
     *
     * @param limit largest norm
     * @param p which norm
     * @param perTensor whether each parameter has a norm of its own
     * @param epsilon added to the norm
     * @throws IllegalArgumentException if a setting is out of range
     */
    public NormClipping {
        Settings.requirePositive("clipping limit", limit);
        Settings.requireNotNegative("epsilon", epsilon);
        if (!(p > 0)) {
            throw new IllegalArgumentException("p of a norm must be above 0 (or infinite), but is " + p);
        }
    }

    @Override
    public double apply(ParameterSet gradients) {
        Gradients kernels = Gradients.of(gradients.precision());
        double total = 0;
        for (int i = 0; i < gradients.size(); i++) {
            if (!gradients.trainable(i)) {
                continue;
            }
            Tensor g = gradients.tensor(i);
            double part = Double.isInfinite(p) ? kernels.largest(g) : kernels.powers(p, g);
            if (perTensor) {
                double norm = norm(part);
                scale(kernels, norm, g);
                total = Math.max(total, norm);
            } else {
                total = Double.isInfinite(p) ? Math.max(total, part) : total + part;
            }
        }
        return perTensor ? total : scaleAll(kernels, norm(total), gradients);
    }

    private double norm(double powers) {
        if (Double.isInfinite(p) || p == 1) {
            return powers;
        }
        return p == 2 ? Math.sqrt(powers) : StrictMath.pow(powers, 1 / p);
    }

    private double scaleAll(Gradients kernels, double norm, ParameterSet gradients) {
        for (int i = 0; i < gradients.size(); i++) {
            if (gradients.trainable(i)) {
                scale(kernels, norm, gradients.tensor(i));
            }
        }
        return norm;
    }

    private void scale(Gradients kernels, double norm, Tensor g) {
        double factor = limit / (norm + epsilon);
        // Not (factor >= 1): a NaN has to show.
        if (!(factor >= 1)) {
            kernels.scale(factor, g);
        }
    }
}
