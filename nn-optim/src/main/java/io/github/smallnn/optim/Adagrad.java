package io.github.smallnn.optim;

import io.github.smallnn.optim.kernel.Updates;
import io.github.smallnn.tensor.Tensor;
import java.util.Objects;

/**
 * Adagrad. Per element in step t, with g the gradient, in PyTorch's form:
 *
 * <pre>
 * g = g + weightDecay w
 * v = v + g^2                               (v = start before the first step)
 * w = w - rate / (1 + (t - 1) rateDecay) g / (sqrt(v) + epsilon)
 * </pre>
 *
 * <p>In Keras's form epsilon (1e-7) is inside the root, start is 0.1 and the decay is decoupled; Keras has no rate
 * decay of its own.
 *
 * <p>One slot, v. Source: Duchi, Hazan and Singer, "Adaptive subgradient methods", JMLR 2011. Immutable, any thread.
 *
 * @param rate learning rate, at least 0
 * @param rateDecay how fast the rate falls, at least 0
 * @param start value of v before the first step, at least 0
 * @param epsilon keeps the divisor away from 0, at least 0
 * @param decay weight decay, of all parameters, biases included
 * @param convention whose form, see above
 */
public record Adagrad(
        double rate, double rateDecay, double start, double epsilon, WeightDecay decay, Convention convention)
        implements TensorRule {

    /**
     * Checks the settings.
     *
     * @param rate learning rate
     * @param rateDecay how fast the rate falls
     * @param start value of v before the first step
     * @param epsilon keeps the divisor away from 0
     * @param decay weight decay
     * @param convention whose form
     * @throws IllegalArgumentException if a setting is out of range
     */
    public Adagrad {
        Settings.requireRate(rate);
        Settings.requireNotNegative("rate decay", rateDecay);
        Settings.requireNotNegative("start", start);
        Settings.requireNotNegative("epsilon", epsilon);
        Objects.requireNonNull(decay, "decay");
        Objects.requireNonNull(convention, "convention");
    }

    /**
     * With PyTorch's defaults: no rate decay, start 0, epsilon 1e-10.
     *
     * @param rate learning rate
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public Adagrad(double rate) {
        this(rate, 0, 0, 1e-10, WeightDecay.coupled(0), Convention.TORCH);
    }

    /**
     * Keras's form and defaults: start 0.1, epsilon 1e-7 inside the root.
     *
     * @param rate learning rate
     * @return the rule
     * @throws IllegalArgumentException if the rate is negative or not finite
     */
    public static Adagrad keras(double rate) {
        return new Adagrad(rate, 0, 0.1, 1e-7, WeightDecay.decoupled(0), Convention.KERAS);
    }

    /**
     * With a falling rate.
     *
     * @param value at least 0
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public Adagrad withRateDecay(double value) {
        return new Adagrad(rate, value, start, epsilon, decay, convention);
    }

    /**
     * With another first value of v.
     *
     * @param value at least 0
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public Adagrad withStart(double value) {
        return new Adagrad(rate, rateDecay, value, epsilon, decay, convention);
    }

    /**
     * With another epsilon.
     *
     * @param value at least 0
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public Adagrad withEpsilon(double value) {
        return new Adagrad(rate, rateDecay, start, value, decay, convention);
    }

    /**
     * With weight decay of the kind this rule has: an L2 penalty in the gradient in PyTorch's form, decoupled in
     * Keras's.
     *
     * @param value at least 0
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public Adagrad withWeightDecay(double value) {
        return new Adagrad(rate, rateDecay, start, epsilon, decay.with(value), convention);
    }

    /**
     * With decoupled decay: w = w - rate value w before the step, as in AdamW.
     *
     * @param value at least 0
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public Adagrad withDecoupledDecay(double value) {
        return new Adagrad(rate, rateDecay, start, epsilon, WeightDecay.decoupled(value), convention);
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
        private double keep;
        private boolean first;

        @Override
        public void begin(double newRate, double momentum, long step) {
            keep = decay.keep(newRate);
            now = newRate / (1 + (step - 1) * rateDecay);
            first = step == 1;
        }

        @Override
        public void apply(Updates kernels, Tensor w, Tensor g, Tensor[] slots) {
            if (first) {
                slots[0].fill(start);
            }
            boolean torch = convention == Convention.TORCH;
            kernels.adagrad(now, torch ? 0 : epsilon, torch ? epsilon : 0, decay.coupled(), keep, w, g, slots[0]);
        }

        @Override
        public boolean elementwise(long step) {
            // The first step fills a slot.
            return step > 1;
        }
    }
}
