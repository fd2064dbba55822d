package io.github.smallnn.optim;

/**
 * Factories of optimizers with PyTorch's defaults; the results have {@code with...} methods for more settings. Keras's and
 * scikit-learn's forms are with the rules: {@code Adam.keras(1e-3)}, {@code Sgd.sklearn(1e-3)}.
 */
public final class Optimizers {
    private Optimizers() {}

    /**
     * Stochastic gradient descent: w = w - rate g, on each batch.
     *
     * @param rate learning rate
     * @return the rule
     * @throws IllegalArgumentException if the rate is negative or not finite
     */
    public static Sgd sgd(double rate) {
        return new Sgd(rate);
    }

    /**
     * Gradient descent: the rule of {@link #sgd}, meant for one batch of all data
     * ({@link io.github.smallnn.train.Trainer#fullBatch()}).
     *
     * @param rate learning rate
     * @return the rule
     * @throws IllegalArgumentException if the rate is negative or not finite
     */
    public static Sgd gd(double rate) {
        return new Sgd(rate);
    }

    /**
     * Adam with a rate of 0.001.
     *
     * @return the rule
     */
    public static Adam adam() {
        return adam(0.001);
    }

    /**
     * Adam.
     *
     * @param rate learning rate
     * @return the rule
     * @throws IllegalArgumentException if the rate is negative or not finite
     */
    public static Adam adam(double rate) {
        return new Adam(rate);
    }

    /**
     * AdamW with a rate of 0.001.
     *
     * @return the rule
     */
    public static Adam adamW() {
        return adamW(0.001);
    }

    /**
     * AdamW: Adam with a decoupled weight decay of 0.01 (Keras: 0.004).
     *
     * @param rate learning rate
     * @return the rule
     * @throws IllegalArgumentException if the rate is negative or not finite
     */
    public static Adam adamW(double rate) {
        return new Adam(rate).withDecoupledDecay(0.01);
    }

    /**
     * RMSprop with a rate of 0.01.
     *
     * @return the rule
     */
    public static RmsProp rmsProp() {
        return rmsProp(0.01);
    }

    /**
     * RMSprop.
     *
     * @param rate learning rate
     * @return the rule
     * @throws IllegalArgumentException if the rate is negative or not finite
     */
    public static RmsProp rmsProp(double rate) {
        return new RmsProp(rate);
    }

    /**
     * Adagrad with a rate of 0.01.
     *
     * @return the rule
     */
    public static Adagrad adagrad() {
        return adagrad(0.01);
    }

    /**
     * Adagrad.
     *
     * @param rate learning rate
     * @return the rule
     * @throws IllegalArgumentException if the rate is negative or not finite
     */
    public static Adagrad adagrad(double rate) {
        return new Adagrad(rate);
    }

    /**
     * Adadelta with a rate of 1.
     *
     * @return the rule
     */
    public static Adadelta adadelta() {
        return adadelta(1);
    }

    /**
     * Adadelta.
     *
     * @param rate learning rate
     * @return the rule
     * @throws IllegalArgumentException if the rate is negative or not finite
     */
    public static Adadelta adadelta(double rate) {
        return new Adadelta(rate);
    }

    /**
     * Adamax with a rate of 0.002.
     *
     * @return the rule
     */
    public static Adamax adamax() {
        return adamax(0.002);
    }

    /**
     * Adamax.
     *
     * @param rate learning rate
     * @return the rule
     * @throws IllegalArgumentException if the rate is negative or not finite
     */
    public static Adamax adamax(double rate) {
        return new Adamax(rate);
    }

    /**
     * NAdam, by the published rule with a rate of 0.002.
     *
     * @return the rule
     */
    public static NAdam nadam() {
        return nadam(0.002);
    }

    /**
     * NAdam, by the published rule.
     *
     * @param rate learning rate
     * @return the rule
     * @throws IllegalArgumentException if the rate is negative or not finite
     */
    public static NAdam nadam(double rate) {
        return new NAdam(rate);
    }

    /**
     * RAdam with a rate of 0.001.
     *
     * @return the rule
     */
    public static RAdam radam() {
        return radam(0.001);
    }

    /**
     * RAdam.
     *
     * @param rate learning rate
     * @return the rule
     * @throws IllegalArgumentException if the rate is negative or not finite
     */
    public static RAdam radam(double rate) {
        return new RAdam(rate);
    }

    /**
     * Rprop, for full batches with a rate of 0.01.
     *
     * @return the rule
     */
    public static Rprop rprop() {
        return rprop(0.01);
    }

    /**
     * Rprop, for full batches; the rate is the first step size.
     *
     * @param rate learning rate
     * @return the rule
     * @throws IllegalArgumentException if the rate is negative or not finite
     */
    public static Rprop rprop(double rate) {
        return new Rprop(rate);
    }

    /**
     * Lion with a rate of 0.0001.
     *
     * @return the rule
     */
    public static Lion lion() {
        return lion(1e-4);
    }

    /**
     * Lion.
     *
     * @param rate learning rate
     * @return the rule
     * @throws IllegalArgumentException if the rate is negative or not finite
     */
    public static Lion lion(double rate) {
        return new Lion(rate);
    }

    /**
     * A rule that climbs instead: PyTorch's {@code maximize=True}.
     *
     * @param rule the rule
     * @return the rule with the negative gradient
     */
    public static Optimizer maximizing(Optimizer rule) {
        return new Maximizing(rule);
    }
}
