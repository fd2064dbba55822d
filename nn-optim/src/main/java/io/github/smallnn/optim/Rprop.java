package io.github.smallnn.optim;

import io.github.smallnn.optim.kernel.Updates;
import io.github.smallnn.tensor.Tensor;

/**
 * Rprop: steps of a size of their own, whatever the size of the gradient; for full batches. Per element, with g the
 * gradient and s the step size, which is the rate before the first step:
 *
 * <pre>
 * g g' &gt; 0:  s = min(plus s, largest)
 * g g' &lt; 0:  s = max(minus s, smallest), g = 0
 * w = w - sign(g) s,   g' = g
 * </pre>
 *
 * <p>After the first step the rate has no effect. PyTorch's, which is the form without backtracking; Keras and scikit-
 * learn have none. Slots: g', s. Source: Riedmiller and Braun, "A direct adaptive method for faster backpropagation
 * learning", ICNN 1993. Immutable, any thread.
 *
 * @param rate first step size, at least 0
 * @param minus factor after a change of sign, above 0 and below 1
 * @param plus factor after equal signs, above 1
 * @param smallest smallest step size, at least 0
 * @param largest largest step size, at least the smallest
 */
public record Rprop(double rate, double minus, double plus, double smallest, double largest) implements TensorRule {

    /**
     * Checks the settings.
     *
     * @param rate first step size
     * @param minus factor after a change of sign
     * @param plus factor after equal signs
     * @param smallest smallest step size
     * @param largest largest step size
     * @throws IllegalArgumentException if a setting is out of range
     */
    public Rprop {
        Settings.requireRate(rate);
        checkFactors(minus, plus);
        checkSizes(smallest, largest);
    }

    /**
     * With PyTorch's defaults: factors 0.5 and 1.2, sizes 1e-6 to 50. PyTorch's rate is 0.01.
     *
     * @param rate learning rate
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public Rprop(double rate) {
        this(rate, 0.5, 1.2, 1e-6, 50);
    }

    /**
     * With other factors.
     *
     * @param newMinus after a change of sign, above 0 and below 1
     * @param newPlus after equal signs, above 1
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public Rprop withFactors(double newMinus, double newPlus) {
        return new Rprop(rate, newMinus, newPlus, smallest, largest);
    }

    /**
     * With other bounds of the step size.
     *
     * @param newSmallest smallest size, at least 0
     * @param newLargest largest size, at least the smallest
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public Rprop withSizes(double newSmallest, double newLargest) {
        return new Rprop(rate, minus, plus, newSmallest, newLargest);
    }

    private static void checkFactors(double minus, double plus) {
        if (!(minus > 0 && minus < 1 && plus > 1 && plus < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the factors minus and plus must be in (0, 1) and above 1, but are " + minus + " and " + plus);
        }
    }

    private static void checkSizes(double smallest, double largest) {
        if (!(smallest >= 0 && smallest <= largest && largest < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the smallest and largest step sizes must be 0 <= smallest <= largest, but are " + smallest
                            + " and " + largest);
        }
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
        private double firstSize;
        private boolean first;

        @Override
        public void begin(double newRate, double momentum, long step) {
            first = step == 1;
            firstSize = newRate;
        }

        @Override
        public void apply(Updates kernels, Tensor w, Tensor g, Tensor[] slots) {
            if (first) {
                slots[1].fill(firstSize);
            }
            kernels.rprop(minus, plus, smallest, largest, w, g, slots[0], slots[1]);
        }

        @Override
        public boolean elementwise(long step) {
            // The first step fills a slot.
            return step > 1;
        }
    }
}
