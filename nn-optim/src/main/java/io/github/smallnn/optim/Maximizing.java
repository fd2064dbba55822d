package io.github.smallnn.optim;

import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.optim.kernel.Gradients;
import java.util.List;
import java.util.Objects;

/**
 * A rule that climbs: it is given the negative gradient. PyTorch's {@code maximize=True}. Coupled decay still pulls to 0.
 * Immutable, any thread.
 *
 * @param rule the rule
 */
public record Maximizing(Optimizer rule) implements Optimizer {

    /**
     * Checks that there is a rule.
     *
     * @param rule the rule
     */
    public Maximizing {
        Objects.requireNonNull(rule, "rule");
    }

    @Override
    public double rate() {
        return rule.rate();
    }

    @Override
    public State init(ParameterSet parameters) {
        return new Climb(rule.init(parameters), Gradients.of(parameters.precision()), parameters.zerosLike());
    }

    private record Climb(State state, Gradients kernels, ParameterSet negative) implements State {
        @Override
        public void step(ParameterSet parameters, ParameterSet gradients) {
            negative.assign(gradients);
            for (int i = 0; i < negative.size(); i++) {
                kernels.scale(-1, negative.tensor(i));
            }
            state.step(parameters, negative);
        }

        @Override
        public double rate() {
            return state.rate();
        }

        @Override
        public void rate(double rate) {
            state.rate(rate);
        }

        @Override
        public double momentum() {
            return state.momentum();
        }

        @Override
        public void momentum(double momentum) {
            state.momentum(momentum);
        }

        @Override
        public long steps() {
            return state.steps();
        }

        @Override
        public List<ParameterSet> slots() {
            return state.slots();
        }

        @Override
        public void restore(long steps, List<ParameterSet> slots) {
            state.restore(steps, slots);
        }
    }
}
