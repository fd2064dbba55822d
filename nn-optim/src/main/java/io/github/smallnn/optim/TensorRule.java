package io.github.smallnn.optim;

import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.optim.kernel.Updates;
import io.github.smallnn.tensor.Tensor;

/**
 * A rule that moves every parameter by itself, from its own gradient and slots. All built-in rules are of this kind; it
 * is what {@link ParameterGroups} can apply to some parameters and not to others. Bookkeeping, checks, precision and marks
 * are done here once: a rule of one's own says how many slots it needs and how one tensor moves.
 */
public interface TensorRule extends Optimizer {

    /**
     * How many tensors are remembered for each parameter; they start at 0.
     *
     * @return the number of slots, at least 0
     */
    int slots();

    /**
     * A new worker for one state. Besides the slots it may keep numbers that follow from settings, rate and step alone.
     *
     * @return the worker
     */
    Move move();

    /**
     * The share of past gradients that a schedule may cycle: momentum, or beta1.
     *
     * @return the setting, 0 unless overridden: nothing to cycle
     */
    default double momentum() {
        return 0;
    }

    @Override
    default State init(ParameterSet parameters) {
        return SlotState.of(this, parameters);
    }

    /**
     * This rule for all parameters but those that match a pattern, which take another: their own rate or decay. Biases
     * without decay: {@code rule.group("*bias", rule.withWeightDecay(0))}.
     *
     * @param pattern a path in which {@code *} stands for anything
     * @param rule rule of the matching parameters
     * @return the groups
     */
    default ParameterGroups group(String pattern, TensorRule rule) {
        return ParameterGroups.of(this).group(pattern, rule);
    }

    /** Moves the tensors of one step. Confined to the state it was made for; allocates nothing. */
    interface Move {

        /**
         * Begins a step.
         *
         * @param rate learning rate of the step
         * @param momentum what {@link TensorRule#momentum()} says, or what a schedule has set instead
         * @param step number of the step, from 1
         */
        void begin(double rate, double momentum, long step);

        /**
         * Moves one parameter.
         *
         * @param kernels loops of the precision
         * @param w the parameter. Modified.
         * @param g its gradient. Not modified.
         * @param slots what is remembered of it, as many tensors as there are slots or more. Modified.
         */
        void apply(Updates kernels, Tensor w, Tensor g, Tensor[] slots);

        /**
         * Whether {@link #apply} does nothing but call the kernels in a step, and does not change this worker: then several
         * threads may call it at once, with kernels for some of the elements each.
         *
         * @param step number of the step, from 1
         * @return whether the tensors may be moved in parts, false unless overridden
         */
        default boolean elementwise(long step) {
            return false;
        }
    }
}
