package io.github.smallnn.optim;

import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.optim.kernel.Updates;

/**
 * Adam, in PyTorch's form. Per element in step t, with g the gradient:
 *
 * <pre>
 * g = g + weightDecay w
 * m = beta1 m + (1 - beta1) g
 * v = beta2 v + (1 - beta2) g^2
 * w = w - rate / (1 - beta1^t) m / (sqrt(v) / sqrt(1 - beta2^t) + epsilon)
 * </pre>
 *
 * <p>With amsgrad the largest v so far takes the place of v in the last line. Differs from Keras, which adds epsilon (1e-7)
 * before the bias correction and decouples the decay. Slots: m, v and with amsgrad the largest v. Sources: Kingma and Ba,
 * "Adam", ICLR 2015; Reddi et al., "On the convergence of Adam and beyond", ICLR 2018. Immutable, any thread.
 *
 * @param rate learning rate, at least 0
 * @param beta1 decay of m, in [0, 1)
 * @param beta2 decay of v, in [0, 1)
 * @param epsilon added to the root, at least 0
 * @param weightDecay L2 penalty added to the gradient (biases included), at least 0
 * @param amsgrad whether to divide by the largest v so far
 */
public record Adam(double rate, double beta1, double beta2, double epsilon, double weightDecay, boolean amsgrad)
        implements Optimizer {

    /**
     * Checks the settings.
     *
     * @param rate learning rate
     * @param beta1 decay of m
     * @param beta2 decay of v
     * @param epsilon added to the root
     * @param weightDecay L2 penalty
     * @param amsgrad whether to divide by the largest v so far
     * @throws IllegalArgumentException if a setting is out of range
     */
    public Adam {
        Settings.requireRate(rate);
        Settings.requireFraction("beta1", beta1);
        Settings.requireFraction("beta2", beta2);
        Settings.requireNotNegative("epsilon", epsilon);
        Settings.requireNotNegative("weight decay", weightDecay);
    }

    /**
     * With PyTorch's defaults: beta1 0.9, beta2 0.999, epsilon 1e-8.
     *
     * @param rate learning rate
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public Adam(double rate) {
        this(rate, 0.9, 0.999, 1e-8, 0, false);
    }

    /**
     * With other decays.
     *
     * @param first beta1, in [0, 1)
     * @param second beta2, in [0, 1)
     * @return a changed copy
     */
    public Adam withBetas(double first, double second) {
        return new Adam(rate, first, second, epsilon, weightDecay, amsgrad);
    }

    /**
     * With another epsilon.
     *
     * @param value at least 0
     * @return a changed copy
     */
    public Adam withEpsilon(double value) {
        return new Adam(rate, beta1, beta2, value, weightDecay, amsgrad);
    }

    /**
     * With an L2 penalty, coupled as in PyTorch's {@code Adam} (not decoupled as in AdamW).
     *
     * @param value at least 0
     * @return a changed copy
     */
    public Adam withWeightDecay(double value) {
        return new Adam(rate, beta1, beta2, epsilon, value, amsgrad);
    }

    /**
     * With the largest v so far in the denominator.
     *
     * @return a changed copy
     */
    public Adam withAmsgrad() {
        return new Adam(rate, beta1, beta2, epsilon, weightDecay, true);
    }

    @Override
    public State init(ParameterSet parameters) {
        return new SlotState(parameters, rate, amsgrad ? 3 : 2, this::update);
    }

    private void update(Updates kernels, double now, long step, ParameterSet p, ParameterSet g, ParameterSet[] slots) {
        double size = now / Settings.biasCorrection(beta1, step);
        double rootScale = 1 / Math.sqrt(Settings.biasCorrection(beta2, step));
        for (int i = 0; i < p.size(); i++) {
            if (p.trainable(i)) {
                kernels.adam(
                        size,
                        beta1,
                        beta2,
                        rootScale,
                        epsilon,
                        weightDecay,
                        p.tensor(i),
                        g.tensor(i),
                        slots[0].tensor(i),
                        slots[1].tensor(i),
                        amsgrad ? slots[2].tensor(i) : null);
            }
        }
    }
}
