package io.github.smallnn.optim;

import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.optim.kernel.Updates;

/**
 * Gradient descent with optional momentum, in PyTorch's convention. Per element, with g the gradient:
 *
 * <pre>
 * g = g + weightDecay w
 * b = momentum b + (1 - dampening) g        (first step: b = g)
 * w = w - rate (nesterov ? g + momentum b : b)
 * </pre>
 *
 * <p>and w = w - rate g without momentum. Keras keeps the rate inside b: the same path only while the rate is constant.
 * One slot, b, with momentum; none without. Source: Sutskever et al., "On the importance of initialization and momentum in
 * deep learning", ICML 2013. Immutable, any thread.
 *
 * @param rate learning rate, at least 0
 * @param momentum share of b that is kept, in [0, 1)
 * @param dampening share of the gradient that is held back from b, in [0, 1]
 * @param nesterov whether to step along g + momentum b; needs momentum and no dampening
 * @param weightDecay L2 penalty added to the gradient (biases included), at least 0
 */
public record Sgd(double rate, double momentum, double dampening, boolean nesterov, double weightDecay)
        implements Optimizer {

    /**
     * Checks the settings.
     *
     * @param rate learning rate
     * @param momentum share of b that is kept
     * @param dampening share of the gradient held back
     * @param nesterov whether to look ahead
     * @param weightDecay L2 penalty
     * @throws IllegalArgumentException if a setting is out of range, or Nesterov has no momentum or has dampening
     */
    public Sgd {
        Settings.requireRate(rate);
        Settings.requireFraction("momentum", momentum);
        if (!(dampening >= 0 && dampening <= 1)) {
            throw new IllegalArgumentException("dampening must be in [0, 1], but is " + dampening);
        }
        Settings.requireNotNegative("weight decay", weightDecay);
        if (nesterov && (momentum == 0 || dampening != 0)) {
            throw new IllegalArgumentException(
                    "Nesterov needs a momentum above 0 and a dampening of 0, but momentum is " + momentum
                            + " and dampening " + dampening + "; call withMomentum first");
        }
    }

    /**
     * Plain gradient descent.
     *
     * @param rate learning rate
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public Sgd(double rate) {
        this(rate, 0, 0, false, 0);
    }

    /**
     * With momentum.
     *
     * @param value in [0, 1)
     * @return a changed copy
     */
    public Sgd withMomentum(double value) {
        return new Sgd(rate, value, dampening, nesterov, weightDecay);
    }

    /**
     * With dampening.
     *
     * @param value in [0, 1]
     * @return a changed copy
     */
    public Sgd withDampening(double value) {
        return new Sgd(rate, momentum, value, nesterov, weightDecay);
    }

    /**
     * With Nesterov's look ahead; set the momentum first.
     *
     * @return a changed copy
     */
    public Sgd withNesterov() {
        return new Sgd(rate, momentum, dampening, true, weightDecay);
    }

    /**
     * With an L2 penalty.
     *
     * @param value at least 0
     * @return a changed copy
     */
    public Sgd withWeightDecay(double value) {
        return new Sgd(rate, momentum, dampening, nesterov, value);
    }

    @Override
    public State init(ParameterSet parameters) {
        return momentum == 0
                ? new SlotState(parameters, rate, 0, this::plain)
                : new SlotState(parameters, rate, 1, this::heavyBall);
    }

    private void plain(Updates kernels, double now, long step, ParameterSet p, ParameterSet g, ParameterSet[] slots) {
        for (int i = 0; i < p.size(); i++) {
            if (p.trainable(i)) {
                kernels.sgd(now, weightDecay, p.tensor(i), g.tensor(i));
            }
        }
    }

    private void heavyBall(
            Updates kernels, double now, long step, ParameterSet p, ParameterSet g, ParameterSet[] slots) {
        // The first buffer is the gradient itself: b starts at 0, so it is enough to leave out the dampening.
        double share = step == 1 ? 1 : 1 - dampening;
        for (int i = 0; i < p.size(); i++) {
            if (p.trainable(i)) {
                kernels.momentum(
                        now, momentum, share, nesterov, weightDecay, p.tensor(i), g.tensor(i), slots[0].tensor(i));
            }
        }
    }
}
