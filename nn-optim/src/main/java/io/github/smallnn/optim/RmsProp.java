package io.github.smallnn.optim;

import io.github.smallnn.optim.kernel.Updates;
import io.github.smallnn.tensor.Tensor;
import java.util.Objects;

/**
 * RMSprop. Per element, with g the gradient, in PyTorch's form:
 *
 * <pre>
 * g = g + weightDecay w
 * v = smoothing v + (1 - smoothing) g^2
 * a = smoothing a + (1 - smoothing) g       (centred only)
 * d = g / (sqrt(v - a^2) + epsilon)         (a = 0 unless centred)
 * b = momentum b + d                        (b = d without momentum)
 * w = w - rate b
 * </pre>
 *
 * <p>In Keras's form epsilon (1e-7) is inside the root, the rate goes into b, the decay is decoupled, and the defaults
 * are a rate of 0.001 and a smoothing of 0.9. Rounding may make v - a^2 negative where a gradient hardly changes: it
 * counts as 0 then, where PyTorch gives NaN.
 *
 * <p>Slots: v, then a if centred, then b if there is momentum. Source: Tieleman and Hinton, "Lecture 6.5: rmsprop",
 * 2012. Immutable, any thread.
 *
 * @param rate learning rate, at least 0
 * @param smoothing decay of v and a, in [0, 1); PyTorch's alpha, Keras's rho
 * @param epsilon keeps the divisor away from 0, at least 0
 * @param momentum share of b that is kept, in [0, 1)
 * @param centered whether to divide by the deviation around the mean gradient
 * @param decay weight decay, of all parameters, biases included
 * @param convention whose form, see above
 */
public record RmsProp(
        double rate,
        double smoothing,
        double epsilon,
        double momentum,
        boolean centered,
        WeightDecay decay,
        Convention convention)
        implements TensorRule {

    /**
     * Checks the settings.
     *
     * @param rate learning rate
     * @param smoothing decay of v and a
     * @param epsilon keeps the divisor away from 0
     * @param momentum share of b that is kept
     * @param centered whether to divide by the deviation around the mean gradient
     * @param decay weight decay
     * @param convention whose form
     * @throws IllegalArgumentException if a setting is out of range
     */
    public RmsProp {
        Settings.requireRate(rate);
        Settings.requireFraction("smoothing", smoothing);
        Settings.requireNotNegative("epsilon", epsilon);
        Settings.requireFraction("momentum", momentum);
        Objects.requireNonNull(decay, "decay");
        Objects.requireNonNull(convention, "convention");
    }

    /**
     * With PyTorch's defaults: smoothing 0.99, epsilon 1e-8, no momentum, not centred.
     *
     * @param rate learning rate
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public RmsProp(double rate) {
        this(rate, 0.99, 1e-8, 0, false, WeightDecay.coupled(0), Convention.TORCH);
    }

    /**
     * Keras's form and defaults: smoothing 0.9, epsilon 1e-7 inside the root.
     *
     * @param rate learning rate
     * @return the rule
     * @throws IllegalArgumentException if the rate is negative or not finite
     */
    public static RmsProp keras(double rate) {
        return new RmsProp(rate, 0.9, 1e-7, 0, false, WeightDecay.decoupled(0), Convention.KERAS);
    }

    /**
     * With another decay of the means.
     *
     * @param value in [0, 1)
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public RmsProp withSmoothing(double value) {
        return new RmsProp(rate, value, epsilon, momentum, centered, decay, convention);
    }

    /**
     * With another epsilon.
     *
     * @param value at least 0
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public RmsProp withEpsilon(double value) {
        return new RmsProp(rate, smoothing, value, momentum, centered, decay, convention);
    }

    /**
     * With momentum.
     *
     * @param value in [0, 1)
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public RmsProp withMomentum(double value) {
        return new RmsProp(rate, smoothing, epsilon, value, centered, decay, convention);
    }

    /**
     * Divided by the deviation around the mean gradient.
     *
     * @return a changed copy
     */
    public RmsProp withCentering() {
        return new RmsProp(rate, smoothing, epsilon, momentum, true, decay, convention);
    }

    /**
     * With weight decay of the kind this rule has: an L2 penalty in the gradient in PyTorch's form, decoupled in
     * Keras's.
     *
     * @param value at least 0
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public RmsProp withWeightDecay(double value) {
        return new RmsProp(rate, smoothing, epsilon, momentum, centered, decay.with(value), convention);
    }

    /**
     * With decoupled decay: w = w - rate value w before the step, as in AdamW.
     *
     * @param value at least 0
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public RmsProp withDecoupledDecay(double value) {
        return new RmsProp(rate, smoothing, epsilon, momentum, centered, WeightDecay.decoupled(value), convention);
    }

    @Override
    public int slots() {
        return 1 + (centered ? 1 : 0) + (momentum > 0 ? 1 : 0);
    }

    @Override
    public Move move() {
        return new Now();
    }

    private final class Now implements Move {
        private double now;
        private double kept;

        @Override
        public void begin(double newRate, double newMomentum, long step) {
            now = newRate;
            kept = newMomentum;
        }

        @Override
        public void apply(Updates kernels, Tensor w, Tensor g, Tensor[] slots) {
            boolean torch = convention == Convention.TORCH;
            kernels.rmsProp(
                    torch ? 1 : now,
                    torch ? now : 1,
                    smoothing,
                    torch ? 0 : epsilon,
                    torch ? epsilon : 0,
                    kept,
                    decay.coupled(),
                    decay.keep(now),
                    w,
                    g,
                    slots[0],
                    centered ? slots[1] : null,
                    momentum > 0 ? slots[centered ? 2 : 1] : null);
        }

        @Override
        public boolean elementwise(long step) {
            return true;
        }
    }
}
