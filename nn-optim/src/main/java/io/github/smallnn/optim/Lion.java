package io.github.smallnn.optim;

import io.github.smallnn.optim.kernel.Updates;
import io.github.smallnn.tensor.Tensor;
import java.util.Objects;

/**
 * Lion: steps of the rate along the sign of a mean gradient. Per element, with g the gradient:
 *
 * <pre>
 * g = g + weightDecay w                     (coupled decay)
 * w = w - rate weightDecay w                (decoupled decay)
 * w = w - rate sign(beta1 m + (1 - beta1) g)
 * m = beta2 m + (1 - beta2) g
 * </pre>
 *
 * <p>Rates are three to ten times smaller than Adam's. Keras's Lion is the same; PyTorch and scikit-learn have none.
 * One slot, m. Source: Chen et al., "Symbolic discovery of optimization algorithms", NeurIPS 2023. Immutable, any
 * thread.
 *
 * @param rate learning rate, at least 0
 * @param beta1 share of m in the direction, in [0, 1)
 * @param beta2 decay of m, in [0, 1)
 * @param decay weight decay, of all parameters, biases included
 */
public record Lion(double rate, double beta1, double beta2, WeightDecay decay) implements TensorRule {

    /**
     * Checks the settings.
     *
     * @param rate learning rate
     * @param beta1 share of m in the direction
     * @param beta2 decay of m
     * @param decay weight decay
     * @throws IllegalArgumentException if a setting is out of range
     */
    public Lion {
        Settings.requireRate(rate);
        Settings.requireFraction("beta1", beta1);
        Settings.requireFraction("beta2", beta2);
        Objects.requireNonNull(decay, "decay");
    }

    /**
     * With the published defaults: beta1 0.9, beta2 0.99, decay decoupled.
     *
     * @param rate learning rate
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public Lion(double rate) {
        this(rate, 0.9, 0.99, WeightDecay.decoupled(0));
    }

    /**
     * With other decays of the means.
     *
     * @param first beta1, in [0, 1)
     * @param second beta2, in [0, 1)
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public Lion withBetas(double first, double second) {
        return new Lion(rate, first, second, decay);
    }

    /**
     * With weight decay of the kind this rule has, decoupled by default.
     *
     * @param value at least 0
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public Lion withWeightDecay(double value) {
        return new Lion(rate, beta1, beta2, decay.with(value));
    }

    @Override
    public double momentum() {
        return beta1;
    }

    @Override
    public int slots() {
        return 1;
    }

    @Override
    public Move move() {
        return new Now();
    }

    private final class Now implements Move {
        private double now;
        private double mean;

        @Override
        public void begin(double newRate, double newBeta1, long step) {
            now = newRate;
            mean = newBeta1;
        }

        @Override
        public void apply(Updates kernels, Tensor w, Tensor g, Tensor[] slots) {
            kernels.lion(now, mean, beta2, decay.coupled(), decay.keep(now), w, g, slots[0]);
        }

        @Override
        public boolean elementwise(long step) {
            return true;
        }
    }
}
