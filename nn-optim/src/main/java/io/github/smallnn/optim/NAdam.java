package io.github.smallnn.optim;

import io.github.smallnn.kernel.DoubleMath;
import io.github.smallnn.optim.kernel.Updates;
import io.github.smallnn.tensor.Tensor;
import java.util.Objects;

/**
 * NAdam: Adam with Nesterov's momentum, in the published form. Per element in step t, with g the gradient:
 *
 * <pre>
 * g   = g + weightDecay w
 * mu  = beta1 (1 - 0.96^(t momentumDecay) / 2),  mu' the same for t + 1
 * p   = product of mu over all steps so far
 * m   = beta1 m + (1 - beta1) g
 * v   = beta2 v + (1 - beta2) g^2
 * d   = (1 - mu) / (1 - p) g + mu' / (1 - p mu') m
 * w   = w - rate d / (sqrt(v / (1 - beta2^t)) + epsilon)
 * </pre>
 *
 * <p>PyTorch up to 1.13 multiplies mu once too often into p in its plain loop; this is the rule it has since 2.0.
 * Keras's has a momentum decay of 1, epsilon 1e-7 and decoupled decay. Slots: m, v. Source: Dozat, "Incorporating
 * Nesterov momentum into Adam", ICLR workshop 2016. Immutable, any thread.
 *
 * @param rate learning rate, at least 0
 * @param beta1 decay of m, in [0, 1)
 * @param beta2 decay of v, in [0, 1)
 * @param epsilon keeps the divisor away from 0, at least 0
 * @param momentumDecay how fast mu grows to beta1, at least 0
 * @param decay weight decay, of all parameters, biases included
 */
public record NAdam(double rate, double beta1, double beta2, double epsilon, double momentumDecay, WeightDecay decay)
        implements TensorRule {

    private static final double LOG_OF_GROWTH = DoubleMath.log(0.96);

    /**
     * Checks the settings.
     *
     * @param rate learning rate
     * @param beta1 decay of m
     * @param beta2 decay of v
     * @param epsilon keeps the divisor away from 0
     * @param momentumDecay how fast mu grows to beta1
     * @param decay weight decay
     * @throws IllegalArgumentException if a setting is out of range
     */
    public NAdam {
        Settings.requireRate(rate);
        Settings.requireFraction("beta1", beta1);
        Settings.requireFraction("beta2", beta2);
        Settings.requireNotNegative("epsilon", epsilon);
        Settings.requireNotNegative("momentum decay", momentumDecay);
        Objects.requireNonNull(decay, "decay");
    }

    /**
     * With PyTorch's defaults: beta1 0.9, beta2 0.999, epsilon 1e-8, momentum decay 0.004. PyTorch's rate is 0.002.
     *
     * @param rate learning rate
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public NAdam(double rate) {
        this(rate, 0.9, 0.999, 1e-8, 4e-3, WeightDecay.coupled(0));
    }

    /**
     * Keras's other defaults: epsilon 1e-7, momentum decay 1, decoupled decay.
     *
     * @param rate learning rate
     * @return the rule
     * @throws IllegalArgumentException if the rate is negative or not finite
     */
    public static NAdam keras(double rate) {
        return new NAdam(rate, 0.9, 0.999, 1e-7, 1, WeightDecay.decoupled(0));
    }

    /**
     * With other decays of the means.
     *
     * @param first beta1, in [0, 1)
     * @param second beta2, in [0, 1)
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public NAdam withBetas(double first, double second) {
        return new NAdam(rate, first, second, epsilon, momentumDecay, decay);
    }

    /**
     * With another epsilon.
     *
     * @param value at least 0
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public NAdam withEpsilon(double value) {
        return new NAdam(rate, beta1, beta2, value, momentumDecay, decay);
    }

    /**
     * With another growth of mu.
     *
     * @param value at least 0
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public NAdam withMomentumDecay(double value) {
        return new NAdam(rate, beta1, beta2, epsilon, value, decay);
    }

    /**
     * With weight decay of the kind this rule has: an L2 penalty in the gradient in PyTorch's form, decoupled in
     * Keras's.
     *
     * @param value at least 0
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public NAdam withWeightDecay(double value) {
        return new NAdam(rate, beta1, beta2, epsilon, momentumDecay, decay.with(value));
    }

    /**
     * With decoupled decay: w = w - rate value w before the step, as in AdamW.
     *
     * @param value at least 0
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public NAdam withDecoupledDecay(double value) {
        return new NAdam(rate, beta1, beta2, epsilon, momentumDecay, WeightDecay.decoupled(value));
    }

    private double mu(long step) {
        return beta1 * (1 - 0.5 * DoubleMath.exp(step * momentumDecay * LOG_OF_GROWTH));
    }

    /** The product of mu over steps 1 to n, 0 once it is lost beside 1. */
    private double product(long n) {
        double product = 1;
        for (long t = 1; t <= n && product > 0; t++) {
            product = next(product, t);
        }
        return product;
    }

    private double next(double product, long step) {
        double p = product * mu(step);
        return p < 0x1p-64 ? 0 : p;
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
        private double keep;
        private double product = 1;
        private long last;
        private double ofGradient;
        private double ofMean;
        private double rootScale;

        @Override
        public void begin(double newRate, double momentum, long step) {
            keep = decay.keep(newRate);
            // One factor a step; anew where a state was restored. Both give the same bits.
            product = step == last + 1 ? next(product, step) : product(step);
            last = step;
            double ahead = mu(step + 1);
            ofGradient = newRate * (1 - mu(step)) / (1 - product);
            ofMean = newRate * ahead / (1 - product * ahead);
            rootScale = 1 / Math.sqrt(Settings.biasCorrection(beta2, step));
        }

        @Override
        public void apply(Updates kernels, Tensor w, Tensor g, Tensor[] slots) {
            kernels.nadam(
                    ofGradient,
                    ofMean,
                    beta1,
                    beta2,
                    rootScale,
                    epsilon,
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
