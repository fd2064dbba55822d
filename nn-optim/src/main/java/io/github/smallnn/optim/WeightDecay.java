package io.github.smallnn.optim;

/**
 * How weights are pulled towards 0. <em>Coupled</em> decay is the gradient of an L2 penalty, g = g + amount w, and goes
 * through the rule with the rest of the gradient: PyTorch's {@code weight_decay} of all rules but AdamW. <em>Decoupled</em>
 * decay is a step of its own, w = w - rate amount w, taken first: AdamW's, and that of all of Keras's rules. For plain
 * gradient descent they are the same. Source: Loshchilov and Hutter, "Decoupled weight decay regularization", ICLR 2019.
 * Immutable, any thread.
 *
 * @param amount strength, at least 0
 * @param isDecoupled whether it is a step of its own
 */
public record WeightDecay(double amount, boolean isDecoupled) {

    /**
     * Checks the amount.
     *
     * @param amount strength
     * @param isDecoupled whether it is a step of its own
     * @throws IllegalArgumentException if the amount is negative or not finite
     */
    public WeightDecay {
        Settings.requireNotNegative("weight decay", amount);
    }

    /**
     * An L2 penalty in the gradient.
     *
     * @param amount strength, at least 0
     * @return the decay
     * @throws IllegalArgumentException if the amount is negative or not finite
     */
    public static WeightDecay coupled(double amount) {
        return new WeightDecay(amount, false);
    }

    /**
     * A step of its own.
     *
     * @param amount strength, at least 0
     * @return the decay
     * @throws IllegalArgumentException if the amount is negative or not finite
     */
    public static WeightDecay decoupled(double amount) {
        return new WeightDecay(amount, true);
    }

    /**
     * Another amount of the same kind.
     *
     * @param newAmount strength, at least 0
     * @return a changed copy
     * @throws IllegalArgumentException if the amount is negative or not finite
     */
    public WeightDecay with(double newAmount) {
        return new WeightDecay(newAmount, isDecoupled);
    }

    /**
     * What is added to the gradient for every unit of w.
     *
     * @return the amount, 0 if decoupled
     */
    public double coupled() {
        return isDecoupled ? 0 : amount;
    }

    /**
     * Share of w that its own step leaves.
     *
     * @param rate learning rate of the step
     * @return 1 - rate amount, 1 if coupled
     */
    public double keep(double rate) {
        return isDecoupled ? 1 - rate * amount : 1;
    }
}
