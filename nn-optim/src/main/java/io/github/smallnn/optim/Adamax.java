package io.github.smallnn.optim;

import io.github.smallnn.optim.kernel.Updates;
import io.github.smallnn.tensor.Tensor;
import java.util.Objects;

/**
 * Adamax: Adam with the largest gradient in place of the root mean square. Per element in step t, with g the gradient:
 *
 * <pre>
 * g = g + weightDecay w
 * m = beta1 m + (1 - beta1) g
 * u = max(beta2 u, |g| + epsilon)
 * w = w - rate / (1 - beta1^t) m / u
 * </pre>
 *
 * <p>In Keras's form epsilon (1e-7) is added last, u = max(beta2 u, |g|) and then m / (u + epsilon), and the decay is
 * decoupled. Where a gradient has always been 0 and epsilon is 0, the step is 0. Slots: m, u. Source: Kingma and Ba,
 * "Adam", ICLR 2015, section 7. Immutable, any thread.
 *
 * @param rate learning rate, at least 0
 * @param beta1 decay of m, in [0, 1)
 * @param beta2 decay of u, in [0, 1)
 * @param epsilon keeps the divisor away from 0, at least 0
 * @param decay weight decay, of all parameters, biases included
 * @param convention whose form, see above
 */
public record Adamax(double rate, double beta1, double beta2, double epsilon, WeightDecay decay, Convention convention)
        implements TensorRule {

    /**
     * Checks the settings.
     *
     * @param rate learning rate
     * @param beta1 decay of m
     * @param beta2 decay of u
     * @param epsilon keeps the divisor away from 0
     * @param decay weight decay
     * @param convention whose form
     * @throws IllegalArgumentException if a setting is out of range
     */
    public Adamax {
        Settings.requireRate(rate);
        Settings.requireFraction("beta1", beta1);
        Settings.requireFraction("beta2", beta2);
        Settings.requireNotNegative("epsilon", epsilon);
        Objects.requireNonNull(decay, "decay");
        Objects.requireNonNull(convention, "convention");
    }

    /**
     * With PyTorch's defaults: beta1 0.9, beta2 0.999, epsilon 1e-8. PyTorch's rate is 0.002.
     *
     * @param rate learning rate
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public Adamax(double rate) {
        this(rate, 0.9, 0.999, 1e-8, WeightDecay.coupled(0), Convention.TORCH);
    }

    /**
     * Keras's form and defaults: epsilon 1e-7 added last.
     *
     * @param rate learning rate
     * @return the rule
     * @throws IllegalArgumentException if the rate is negative or not finite
     */
    public static Adamax keras(double rate) {
        return new Adamax(rate, 0.9, 0.999, 1e-7, WeightDecay.decoupled(0), Convention.KERAS);
    }

    /**
     * With other decays of the means.
     *
     * @param first beta1, in [0, 1)
     * @param second beta2, in [0, 1)
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public Adamax withBetas(double first, double second) {
        return new Adamax(rate, first, second, epsilon, decay, convention);
    }

    /**
     * With another epsilon.
     *
     * @param value at least 0
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public Adamax withEpsilon(double value) {
        return new Adamax(rate, beta1, beta2, value, decay, convention);
    }

    /**
     * With weight decay of the kind this rule has: an L2 penalty in the gradient in PyTorch's form, decoupled in
     * Keras's.
     *
     * @param value at least 0
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public Adamax withWeightDecay(double value) {
        return new Adamax(rate, beta1, beta2, epsilon, decay.with(value), convention);
    }

    /**
     * With decoupled decay: w = w - rate value w before the step, as in AdamW.
     *
     * @param value at least 0
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public Adamax withDecoupledDecay(double value) {
        return new Adamax(rate, beta1, beta2, epsilon, WeightDecay.decoupled(value), convention);
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

        @Override
        public void begin(double newRate, double newBeta1, long step) {
            mean = newBeta1;
            keep = decay.keep(newRate);
            size = newRate / Settings.biasCorrection(newBeta1, step);
        }

        @Override
        public void apply(Updates kernels, Tensor w, Tensor g, Tensor[] slots) {
            boolean torch = convention == Convention.TORCH;
            kernels.adamax(
                    size,
                    mean,
                    beta2,
                    torch ? epsilon : 0,
                    torch ? 0 : epsilon,
                    decay.coupled(),
                    keep,
                    w,
                    g,
                    slots[0],
                    slots[1]);
        }

        @Override
        public boolean elementwise(long step) {
            return true;
        }
    }
}
