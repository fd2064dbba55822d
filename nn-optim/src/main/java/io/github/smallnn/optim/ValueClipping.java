package io.github.smallnn.optim;

import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.optim.kernel.Gradients;

/**
 * Every element to [-limit, limit]; a NaN stays one. Immutable, any thread.
 *
 * @param limit above 0
 */
public record ValueClipping(double limit) implements Clipping {

    /**
     * Checks the limit.
     *
     * @param limit above 0
     * @throws IllegalArgumentException if it is not a finite number above 0
     */
    public ValueClipping {
        Settings.requirePositive("clipping limit", limit);
    }

    @Override
    public double apply(ParameterSet gradients) {
        Gradients kernels = Gradients.of(gradients.precision());
        double largest = 0;
        for (int i = 0; i < gradients.size(); i++) {
            if (gradients.trainable(i)) {
                largest = Math.max(largest, kernels.largest(gradients.tensor(i)));
                kernels.clamp(limit, gradients.tensor(i));
            }
        }
        return largest;
    }
}
