package io.github.smallnn.optim;

import io.github.smallnn.optim.kernel.Updates;
import io.github.smallnn.tensor.Tensor;
import java.util.Objects;

/**
 * Adam and AdamW. Per element in step t, with g the gradient, in PyTorch's form:
 *
 * <pre>
 * g = g + weightDecay w                     (coupled decay: Adam)
 * w = w - rate weightDecay w                (decoupled decay: AdamW)
 * m = beta1 m + (1 - beta1) g
 * v = beta2 v + (1 - beta2) g^2
 * w = w - rate / (1 - beta1^t) m / (sqrt(v) / sqrt(1 - beta2^t) + epsilon)
 * </pre>
 *
 * <p>With amsgrad the largest v so far takes the place of v in the last line. In Keras's form, which is scikit-learn's
 * too, epsilon is added before the bias correction: w = w - rate sqrt(1 - beta2^t) / (1 - beta1^t) m / (sqrt(v) +
 * epsilon); Keras takes 1e-7 and always decouples the decay.
 *
 * <p>Slots: m, v and with amsgrad the largest v. Sources: Kingma and Ba, "Adam", ICLR 2015; Reddi et al., "On the
 * convergence of Adam and beyond", ICLR 2018; Loshchilov and Hutter, "Decoupled weight decay regularization", ICLR
 * 2019. Immutable, any thread.
 *
 * @param rate learning rate, at least 0
 * @param beta1 decay of m, in [0, 1)
 * @param beta2 decay of v, in [0, 1)
 * @param epsilon keeps the divisor away from 0, at least 0
 * @param decay weight decay, of all parameters, biases included
 * @param amsgrad whether to divide by the largest v so far
 * @param convention whose form, see above
 */
public record Adam(
        double rate,
        double beta1,
        double beta2,
        double epsilon,
        WeightDecay decay,
        boolean amsgrad,
        Convention convention)
        implements TensorRule {

    /**
     * Checks the settings.
     *
     * @param rate learning rate
     * @param beta1 decay of m
     * @param beta2 decay of v
     * @param epsilon keeps the divisor away from 0
     * @param decay weight decay
     * @param amsgrad whether to divide by the largest v so far
     * @param convention whose form
     * @throws IllegalArgumentException if a setting is out of range
     */
    public Adam {
        Settings.requireRate(rate);
        Settings.requireFraction("beta1", beta1);
        Settings.requireFraction("beta2", beta2);
        Settings.requireNotNegative("epsilon", epsilon);
        Objects.requireNonNull(decay, "decay");
        Objects.requireNonNull(convention, "convention");
    }

    /**
     * With PyTorch's defaults: beta1 0.9, beta2 0.999, epsilon 1e-8, no decay (coupled once set).
     *
     * @param rate learning rate
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public Adam(double rate) {
        this(rate, 0.9, 0.999, 1e-8, WeightDecay.coupled(0), false, Convention.TORCH);
    }

    /**
     * Keras's form: epsilon 1e-7 before the bias correction, decay decoupled.
     *
     * @param rate learning rate
     * @return the rule
     * @throws IllegalArgumentException if the rate is negative or not finite
     */
    public static Adam keras(double rate) {
        return new Adam(rate, 0.9, 0.999, 1e-7, WeightDecay.decoupled(0), false, Convention.KERAS);
    }

    /**
     * scikit-learn's form: epsilon 1e-8 before the bias correction. Its alpha is a penalty in the loss, so decay is
     * coupled.
     *
     * @param rate learning rate
     * @return the rule
     * @throws IllegalArgumentException if the rate is negative or not finite
     */
    public static Adam sklearn(double rate) {
        return new Adam(rate, 0.9, 0.999, 1e-8, WeightDecay.coupled(0), false, Convention.KERAS);
    }

    /**
     * With other decays of the means.
     *
     * @param first beta1, in [0, 1)
     * @param second beta2, in [0, 1)
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public Adam withBetas(double first, double second) {
        return new Adam(rate, first, second, epsilon, decay, amsgrad, convention);
    }

    /**
     * With another epsilon.
     *
     * @param value at least 0
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public Adam withEpsilon(double value) {
        return new Adam(rate, beta1, beta2, value, decay, amsgrad, convention);
    }

    /**
     * With weight decay of the kind this rule has: coupled unless it was made by adamW, by keras or with decoupled
     * decay.
     *
     * @param value at least 0
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public Adam withWeightDecay(double value) {
        return new Adam(rate, beta1, beta2, epsilon, decay.with(value), amsgrad, convention);
    }

    /**
     * With decoupled decay: w = w - rate value w before the step, as in AdamW.
     *
     * @param value at least 0
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public Adam withDecoupledDecay(double value) {
        return new Adam(rate, beta1, beta2, epsilon, WeightDecay.decoupled(value), amsgrad, convention);
    }

    /**
     * With the largest v so far in the denominator.
     *
     * @return a changed copy
     */
    public Adam withAmsgrad() {
        return new Adam(rate, beta1, beta2, epsilon, decay, true, convention);
    }

    @Override
    public double momentum() {
        return beta1;
    }

    @Override
    public int slots() {
        return amsgrad ? 3 : 2;
    }

    @Override
    public Move move() {
        return new Now();
    }

    private final class Now implements Move {
        private double mean;
        private double keep;
        private double size;
        private double rootScale;

        @Override
        public void begin(double newRate, double newBeta1, long step) {
            mean = newBeta1;
            keep = decay.keep(newRate);
            double root = Math.sqrt(Settings.biasCorrection(beta2, step));
            boolean torch = convention == Convention.TORCH;
            size = newRate / Settings.biasCorrection(newBeta1, step) * (torch ? 1 : root);
            rootScale = torch ? 1 / root : 1;
        }

        @Override
        public void apply(Updates kernels, Tensor w, Tensor g, Tensor[] slots) {
            kernels.adam(
                    size,
                    mean,
                    beta2,
                    rootScale,
                    epsilon,
                    decay.coupled(),
                    keep,
                    w,
                    g,
                    slots[0],
                    slots[1],
                    amsgrad ? slots[2] : null);
        }

        @Override
        public boolean elementwise(long step) {
            return true;
        }
    }
}
