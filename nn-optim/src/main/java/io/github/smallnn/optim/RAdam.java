package io.github.smallnn.optim;

import io.github.smallnn.optim.kernel.Updates;
import io.github.smallnn.tensor.Tensor;
import java.util.Objects;

/**
 * RAdam: Adam that waits with its division until the mean square is sure enough. Per element in step t, with g the
 * gradient:
 *
 * <pre>
 * g = g + weightDecay w
 * m = beta1 m + (1 - beta1) g
 * v = beta2 v + (1 - beta2) g^2
 * R = 2 / (1 - beta2) - 1,   r = R - 2 t beta2^t / (1 - beta2^t)
 * c = sqrt((r - 4) (r - 2) R / ((R - 4) (R - 2) r))
 * w = w - rate / (1 - beta1^t) m (r &gt; 5 ? c sqrt(1 - beta2^t) / (sqrt(v) + epsilon) : 1)
 * </pre>
 *
 * <p>PyTorch's; Keras and scikit-learn have none. Slots: m, v. Source: Liu et al., "On the variance of the adaptive
 * learning rate and beyond", ICLR 2020. Immutable, any thread.
 *
 * @param rate learning rate, at least 0
 * @param beta1 decay of m, in [0, 1)
 * @param beta2 decay of v, in [0, 1)
 * @param epsilon keeps the divisor away from 0, at least 0
 * @param decay weight decay, of all parameters, biases included
 */
public record RAdam(double rate, double beta1, double beta2, double epsilon, WeightDecay decay) implements TensorRule {

    /**
     * Checks the settings.
     *
     * @param rate learning rate
     * @param beta1 decay of m
     * @param beta2 decay of v
     * @param epsilon keeps the divisor away from 0
     * @param decay weight decay
     * @throws IllegalArgumentException if a setting is out of range
     */
    public RAdam {
        Settings.requireRate(rate);
        Settings.requireFraction("beta1", beta1);
        Settings.requireFraction("beta2", beta2);
        Settings.requireNotNegative("epsilon", epsilon);
        Objects.requireNonNull(decay, "decay");
    }

    /**
     * With PyTorch's defaults: beta1 0.9, beta2 0.999, epsilon 1e-8. PyTorch's rate is 0.001.
     *
     * @param rate learning rate
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public RAdam(double rate) {
        this(rate, 0.9, 0.999, 1e-8, WeightDecay.coupled(0));
    }

    /**
     * With other decays of the means.
     *
     * @param first beta1, in [0, 1)
     * @param second beta2, in [0, 1)
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public RAdam withBetas(double first, double second) {
        return new RAdam(rate, first, second, epsilon, decay);
    }

    /**
     * With another epsilon.
     *
     * @param value at least 0
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public RAdam withEpsilon(double value) {
        return new RAdam(rate, beta1, beta2, value, decay);
    }

    /**
     * With weight decay of the kind this rule has, coupled by default.
     *
     * @param value at least 0
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public RAdam withWeightDecay(double value) {
        return new RAdam(rate, beta1, beta2, epsilon, decay.with(value));
    }

    /**
     * With decoupled decay: w = w - rate value w before the step, as in AdamW.
     *
     * @param value at least 0
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public RAdam withDecoupledDecay(double value) {
        return new RAdam(rate, beta1, beta2, epsilon, WeightDecay.decoupled(value));
    }

    @Override
    public double momentum() {
        return beta1;
    }

    @Override
    public int slots() {
        return 2;
    }

    @Override
    public Move move() {
        return new Now();
    }

    private final class Now implements Move {
        private double mean;
        private double keep;
        private double size;
        private boolean rectified;

        @Override
        public void begin(double newRate, double newBeta1, long step) {
            mean = newBeta1;
            keep = decay.keep(newRate);
            size = newRate / Settings.biasCorrection(newBeta1, step);
            double correction = Settings.biasCorrection(beta2, step);
            double longest = 2 / (1 - beta2) - 1;
            double length = longest - 2 * step * (1 - correction) / correction;
            rectified = length > 5;
            if (rectified) {
                double part = (length - 4) * (length - 2) * longest;
                double whole = (longest - 4) * (longest - 2) * length;
                size *= Math.sqrt(part / whole) * Math.sqrt(correction);
            }
        }

        @Override
        public void apply(Updates kernels, Tensor w, Tensor g, Tensor[] slots) {
            // Without the division the divisor is 0 sqrt(v) + 1.
            kernels.adam(
                    size,
                    mean,
                    beta2,
                    rectified ? 1 : 0,
                    rectified ? epsilon : 1,
                    decay.coupled(),
                    keep,
                    w,
                    g,
                    slots[0],
                    slots[1],
                    null);
        }

        @Override
        public boolean elementwise(long step) {
            return true;
        }
    }
}
