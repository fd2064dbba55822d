package io.github.smallnn.optim;

import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.optim.kernel.Updates;
import java.util.ArrayList;
import java.util.List;

/** The state of a rule that keeps a number of slots like the parameters: the bookkeeping and checks, once for all rules. */
final class SlotState implements Optimizer.State {

    /** The arithmetic of a rule, called once per step. */
    @FunctionalInterface
    interface Rule {
        /**
         * Moves all trainable parameters.
         *
         * @param kernels loops of the precision
         * @param rate learning rate
         * @param step number of this step, from 1
         * @param parameters what to move
         * @param gradients gradients
         * @param slots slots of the rule
         */
        void update(
                Updates kernels,
                double rate,
                long step,
                ParameterSet parameters,
                ParameterSet gradients,
                ParameterSet[] slots);
    }

    private final ParameterSet layout;
    private final Updates kernels;
    private final Rule rule;
    private final ParameterSet[] slots;
    private double rate;
    private long steps;

    SlotState(ParameterSet parameters, double rate, int slotCount, Rule rule) {
        this.layout = parameters;
        this.kernels = Updates.of(parameters.precision());
        this.rule = rule;
        this.rate = rate;
        this.slots = new ParameterSet[slotCount];
        for (int i = 0; i < slotCount; i++) {
            slots[i] = parameters.zerosLike();
        }
    }

    @Override
    public void step(ParameterSet parameters, ParameterSet gradients) {
        check("parameters", parameters);
        check("gradients", gradients);
        rule.update(kernels, rate, steps + 1, parameters, gradients, slots);
        steps++;
    }

    private void check(String what, ParameterSet p) {
        layout.requireLike(p);
        if (p.precision() != layout.precision()) {
            throw new IllegalArgumentException("the " + what + " are in " + p.precision()
                    + ", but the optimizer's state was made for " + layout.precision()
                    + "; convert them with ParameterSet.to or make a new state");
        }
    }

    @Override
    public double rate() {
        return rate;
    }

    @Override
    public void rate(double newRate) {
        Settings.requireRate(newRate);
        rate = newRate;
    }

    @Override
    public long steps() {
        return steps;
    }

    @Override
    public List<ParameterSet> slots() {
        return List.of(slots);
    }

    @Override
    public void restore(long stepsTaken, List<ParameterSet> source) {
        if (stepsTaken < 0 || source.size() != slots.length) {
            throw new IllegalArgumentException(
                    "this state has " + slots.length + " slots and counts steps from 0, but was given " + source.size()
                            + " slots at step " + stepsTaken);
        }
        // Copied first, so that a slot that does not fit (or is one of ours) leaves this state as it was.
        List<ParameterSet> copies = new ArrayList<>();
        for (ParameterSet s : source) {
            layout.requireLike(s);
            copies.add(s.copy());
        }
        for (int i = 0; i < slots.length; i++) {
            slots[i].assign(copies.get(i));
        }
        steps = stepsTaken;
    }
}
