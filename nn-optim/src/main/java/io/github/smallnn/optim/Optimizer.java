package io.github.smallnn.optim;

import io.github.smallnn.graph.ParameterSet;
import java.util.List;

/** A rule that moves parameters against their gradient: a value with settings only. Immutable, any thread. */
public interface Optimizer {

    /**
     * The base learning rate, which a schedule scales.
     *
     * @return the rate of a new state
     */
    double rate();

    /**
     * A fresh memory for some parameters.
     *
     * @param parameters the parameters that will be stepped; their precision and layout are taken. Not modified.
     * @return a new state at step 0 with the base rate
     */
    State init(ParameterSet parameters);

    /**
     * What a rule remembers from step to step. Mutable, confined to one thread.
     */
    interface State {

        /**
         * Takes one step. Non-trainable parameters are not touched. Allocates nothing.
         *
         * @param parameters parameters of the layout this state was made for. Modified.
         * @param gradients their gradients, in the same layout. Not modified.
         * @throws IllegalArgumentException if layout or precision differ; nothing is changed then
         */
        void step(ParameterSet parameters, ParameterSet gradients);

        /**
         * The rate of the next step.
         *
         * @return the learning rate
         */
        double rate();

        /**
         * Sets the rate of the steps to come.
         *
         * @param rate a finite number, not negative
         * @throws IllegalArgumentException if it is not
         */
        void rate(double rate);

        /**
         * The momentum (of Adam and its kin beta1) of the next step.
         *
         * @return the rule's, unless another was set; 0 if the rule has none
         */
        double momentum();

        /**
         * Sets the momentum (beta1) of the steps to come, as a schedule that cycles it does.
         *
         * @param momentum a number in [0, 1)
         * @throws IllegalArgumentException if it is out of range
         * @throws IllegalStateException if the rule has no momentum
         */
        void momentum(double momentum);

        /**
         * Steps taken.
         *
         * @return the count
         */
        long steps();

        /**
         * What is remembered, such as momentum: sets in the layout of the parameters, in an order that belongs to the rule.
         *
         * @return the sets themselves, changed by the next step; copy them to keep them
         */
        List<ParameterSet> slots();

        /**
         * Goes back (or on) to a remembered point: a state restored so continues as the one that was copied would have.
         *
         * @param steps steps taken by then
         * @param slots copies of {@link #slots()} at that point. Not modified.
         * @throws IllegalArgumentException if steps is negative or the slots do not fit; nothing is changed then
         */
        void restore(long steps, List<ParameterSet> slots);
    }
}
