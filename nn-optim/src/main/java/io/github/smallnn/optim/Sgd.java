package io.github.smallnn.optim;

import io.github.smallnn.optim.kernel.Descent;
import io.github.smallnn.optim.kernel.Descents;
import io.github.smallnn.optim.kernel.Updates;
import io.github.smallnn.tensor.Tensor;
import java.util.List;
import java.util.Objects;

/**
 * Gradient descent with optional momentum. Per element, with g the gradient, in PyTorch's form:
 *
 * <pre>
 * g = g + weightDecay w
 * b = momentum b + (1 - dampening) g        (first step: b = g)
 * w = w - rate (nesterov ? g + momentum b : b)
 * </pre>
 *
 * <p>and w = w - rate g without momentum. In Keras's form, which is scikit-learn's too, the rate goes into b: b =
 * momentum b + rate g, then w = w - (nesterov ? rate g + momentum b : b). Both take the same path while the rate is
 * constant; after a change of the rate Keras's old terms keep theirs.
 *
 * <p>One slot, b, with momentum; none without. Source: Sutskever et al., "On the importance of initialization and
 * momentum in deep learning", ICML 2013. Immutable, any thread.
 *
 * @param rate learning rate, at least 0
 * @param momentum share of b that is kept, in [0, 1)
 * @param dampening share of the gradient that is held back from b, in [0, 1], 0 in Keras's form
 * @param nesterov whether to step along g + momentum b; needs momentum and no dampening
 * @param decay weight decay, of all parameters, biases included
 * @param convention whose form, see above
 */
public record Sgd(
        double rate, double momentum, double dampening, boolean nesterov, WeightDecay decay, Convention convention)
        implements TensorRule {

    /**
     * Checks the settings.
     *
     * @param rate learning rate
     * @param momentum share of b that is kept
     * @param dampening share of the gradient that is held back from b
     * @param nesterov whether to step along g + momentum b; needs momentum and no dampening
     * @param decay weight decay
     * @param convention whose form
     * @throws IllegalArgumentException if a setting is out of range, or Nesterov has no momentum or has dampening
     */
    public Sgd {
        Settings.requireRate(rate);
        Settings.requireFraction("momentum", momentum);
        checkDampening(dampening, convention);
        checkNesterov(nesterov, momentum, dampening);
        Objects.requireNonNull(decay, "decay");
        Objects.requireNonNull(convention, "convention");
    }

    /**
     * Plain gradient descent.
     *
     * @param rate learning rate
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public Sgd(double rate) {
        this(rate, 0, 0, false, WeightDecay.coupled(0), Convention.TORCH);
    }

    /**
     * Keras's form: the rate in the momentum, decay decoupled; 0 momentum until {@link #withMomentum}.
     *
     * @param rate learning rate
     * @return the rule
     * @throws IllegalArgumentException if the rate is negative or not finite
     */
    public static Sgd keras(double rate) {
        return new Sgd(rate, 0, 0, false, WeightDecay.decoupled(0), Convention.KERAS);
    }

    /**
     * scikit-learn's {@code MLPRegressor(solver="sgd")}: Keras's form with Nesterov's momentum of 0.9. Its alpha is a
     * penalty in the loss, so decay is coupled.
     *
     * @param rate learning rate
     * @return the rule
     * @throws IllegalArgumentException if the rate is negative or not finite
     */
    public static Sgd sklearn(double rate) {
        return new Sgd(rate, 0.9, 0, true, WeightDecay.coupled(0), Convention.KERAS);
    }

    /**
     * With momentum.
     *
     * @param value in [0, 1)
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public Sgd withMomentum(double value) {
        return new Sgd(rate, value, dampening, nesterov, decay, convention);
    }

    /**
     * With dampening.
     *
     * @param value in [0, 1]
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public Sgd withDampening(double value) {
        return new Sgd(rate, momentum, value, nesterov, decay, convention);
    }

    /**
     * With Nesterov's look ahead; set the momentum first.
     *
     * @return a changed copy
     */
    public Sgd withNesterov() {
        return new Sgd(rate, momentum, dampening, true, decay, convention);
    }

    /**
     * With weight decay of the kind this rule has: an L2 penalty in the gradient in PyTorch's form, decoupled in
     * Keras's.
     *
     * @param value at least 0
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public Sgd withWeightDecay(double value) {
        return new Sgd(rate, momentum, dampening, nesterov, decay.with(value), convention);
    }

    /**
     * With decoupled decay: w = w - rate value w before the step, as in AdamW.
     *
     * @param value at least 0
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public Sgd withDecoupledDecay(double value) {
        return new Sgd(rate, momentum, dampening, nesterov, WeightDecay.decoupled(value), convention);
    }

    private static void checkDampening(double dampening, Convention convention) {
        if (!(dampening >= 0 && dampening <= 1)) {
            throw new IllegalArgumentException("dampening must be in [0, 1], but is " + dampening);
        }
        if (dampening != 0 && convention == Convention.KERAS) {
            throw new IllegalArgumentException(
                    "Keras's form of momentum has no dampening, but dampening is " + dampening + "; use new Sgd(rate)");
        }
    }

    private static void checkNesterov(boolean nesterov, double momentum, double dampening) {
        if (nesterov && (momentum == 0 || dampening != 0)) {
            throw new IllegalArgumentException(
                    "Nesterov needs a momentum above 0 and a dampening of 0, but momentum is " + momentum
                            + " and dampening " + dampening + "; call withMomentum first");
        }
    }

    @Override
    public int slots() {
        return momentum == 0 ? 0 : 1;
    }

    @Override
    public Move move() {
        return momentum == 0 ? new Plain() : new HeavyBall();
    }

    private final class Plain implements PlannableMove {
        private final double coupled = decay.coupled();
        private double now;
        private double keep;

        @Override
        public void begin(double newRate, double unused, long step) {
            now = newRate;
            keep = decay.keep(newRate);
        }

        @Override
        public void apply(Updates kernels, Tensor w, Tensor g, Tensor[] slots) {
            kernels.sgd(now, coupled, keep, w, g);
        }

        @Override
        public PlannedMove plan(List<Tensor> w, List<Tensor> g) {
            Descent descent = Descents.of(coupled, w, g);
            return descent == null ? null : newRate -> descent.run(newRate, decay.keep(newRate));
        }

        @Override
        public boolean elementwise(long step) {
            return true;
        }
    }

    private final class HeavyBall implements Move {
        private double now;
        private double kept;
        private double share;

        @Override
        public void begin(double newRate, double newMomentum, long step) {
            now = newRate;
            kept = newMomentum;
            // The first buffer is the gradient itself: b starts at 0, so it is enough to leave out the dampening.
            share = step == 1 ? 1 : 1 - dampening;
        }

        @Override
        public void apply(Updates kernels, Tensor w, Tensor g, Tensor[] slots) {
            boolean torch = convention == Convention.TORCH;
            double rateOfBuffer = torch ? now : 1;
            kernels.momentum(
                    kept,
                    torch ? share : now,
                    nesterov ? rateOfBuffer * kept : rateOfBuffer,
                    nesterov ? now : 0,
                    decay.coupled(),
                    decay.keep(now),
                    w,
                    g,
                    slots[0]);
        }

        @Override
        public boolean elementwise(long step) {
            return true;
        }
    }
}
