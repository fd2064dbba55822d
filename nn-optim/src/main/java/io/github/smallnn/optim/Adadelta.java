package io.github.smallnn.optim;

import io.github.smallnn.optim.kernel.Updates;
import io.github.smallnn.tensor.Tensor;
import java.util.Objects;

/**
 * Adadelta. Per element, with g the gradient:
 *
 * <pre>
 * g = g + weightDecay w
 * v = smoothing v + (1 - smoothing) g^2
 * d = sqrt(u + epsilon) / sqrt(v + epsilon) g
 * u = smoothing u + (1 - smoothing) d^2
 * w = w - rate d
 * </pre>
 *
 * <p>Keras has the same formula with a rate of 0.001, a smoothing of 0.95, epsilon 1e-7 and decoupled decay. Slots: v,
 * u. Source: Zeiler, "ADADELTA", 2012. Immutable, any thread.
 *
 * @param rate learning rate, at least 0
 * @param smoothing decay of v and u, in [0, 1); rho
 * @param epsilon keeps the divisor away from 0, at least 0
 * @param decay weight decay, of all parameters, biases included
 */
public record Adadelta(double rate, double smoothing, double epsilon, WeightDecay decay) implements TensorRule {

    /**
     * Checks the settings.
     *
     * @param rate learning rate
     * @param smoothing decay of v and u
     * @param epsilon keeps the divisor away from 0
     * @param decay weight decay
     * @throws IllegalArgumentException if a setting is out of range
     */
    public Adadelta {
        Settings.requireRate(rate);
        Settings.requireFraction("smoothing", smoothing);
        Settings.requireNotNegative("epsilon", epsilon);
        Objects.requireNonNull(decay, "decay");
    }

    /**
     * With PyTorch's other defaults: smoothing 0.9, epsilon 1e-6. PyTorch's rate is 1.
     *
     * @param rate learning rate
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public Adadelta(double rate) {
        this(rate, 0.9, 1e-6, WeightDecay.coupled(0));
    }

    /**
     * Keras's other defaults: smoothing 0.95, epsilon 1e-7, decoupled decay.
     *
     * @param rate learning rate
     * @return the rule
     * @throws IllegalArgumentException if the rate is negative or not finite
     */
    public static Adadelta keras(double rate) {
        return new Adadelta(rate, 0.95, 1e-7, WeightDecay.decoupled(0));
    }

    /**
     * With another decay of the means.
     *
     * @param value in [0, 1)
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public Adadelta withSmoothing(double value) {
        return new Adadelta(rate, value, epsilon, decay);
    }

    /**
     * With another epsilon.
     *
     * @param value at least 0
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public Adadelta withEpsilon(double value) {
        return new Adadelta(rate, smoothing, value, decay);
    }

    /**
     * With weight decay of the kind this rule has: an L2 penalty in the gradient in PyTorch's form, decoupled in
     * Keras's.
     *
     * @param value at least 0
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public Adadelta withWeightDecay(double value) {
        return new Adadelta(rate, smoothing, epsilon, decay.with(value));
    }

    /**
     * With decoupled decay: w = w - rate value w before the step, as in AdamW.
     *
     * @param value at least 0
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public Adadelta withDecoupledDecay(double value) {
        return new Adadelta(rate, smoothing, epsilon, WeightDecay.decoupled(value));
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
        private double now;

        @Override
        public void begin(double newRate, double momentum, long step) {
            now = newRate;
        }

        @Override
        public void apply(Updates kernels, Tensor w, Tensor g, Tensor[] slots) {
            kernels.adadelta(now, smoothing, epsilon, decay.coupled(), decay.keep(now), w, g, slots[0], slots[1]);
        }

        @Override
        public boolean elementwise(long step) {
            return true;
        }
    }
}
