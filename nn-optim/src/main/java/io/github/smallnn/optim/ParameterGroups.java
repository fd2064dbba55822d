package io.github.smallnn.optim;

import io.github.smallnn.graph.ParameterSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Different rules, rates or decays for different parameters, chosen by path. A schedule scales all rates alike: when the
 * base rate is set to a tenth, that of every group is. Where several patterns match, the last one counts; PyTorch refuses
 * a parameter in two groups. Immutable, any thread.
 *
 * <pre>{@code
 * Adam adam = Optimizers.adamW(1e-3);
 * Optimizer o = adam.group("*bias", adam.withWeightDecay(0)).group("head/*", Optimizers.adamW(1e-2));
 * }</pre>
 *
 * @param base rule of the parameters that no pattern matches
 * @param groups the others
 */
public record ParameterGroups(TensorRule base, List<Group> groups) implements Optimizer {

    /**
     * Some parameters and their rule.
     *
     * @param pattern a path in which {@code *} stands for anything; must match something when training begins
     * @param rule their rule
     */
    public record Group(String pattern, TensorRule rule) {

        /**
         * Checks that both are there.
         *
         * @param pattern a path
         * @param rule their rule
         */
        public Group {
            Objects.requireNonNull(pattern, "pattern");
            Objects.requireNonNull(rule, "rule");
        }
    }

    /**
     * Checks the rates and copies the list.
     *
     * @param base rule of the other parameters
     * @param groups the groups
     * @throws IllegalArgumentException if a group has another rate and the base rate is 0: nothing could scale it
     */
    public ParameterGroups {
        Objects.requireNonNull(base, "base");
        groups = List.copyOf(groups);
        for (Group g : groups) {
            if (g.rule().rate() != base.rate() && base.rate() == 0) {
                throw new IllegalArgumentException("group '" + g.pattern() + "' has the rate "
                        + g.rule().rate() + ", but the base rate is 0, so that a schedule cannot scale both;"
                        + " freeze parameters with ParameterSet.freeze instead");
            }
        }
    }

    /**
     * One group of all parameters, to be followed by {@link #group}.
     *
     * @param base rule of the parameters that no pattern matches
     * @return the groups
     */
    public static ParameterGroups of(TensorRule base) {
        return new ParameterGroups(base, List.of());
    }

    /**
     * With a further group.
     *
     * @param pattern a path in which {@code *} stands for anything
     * @param rule rule of the matching parameters
     * @return a changed copy
     * @throws IllegalArgumentException if the rule has another rate than the base and the base rate is 0
     */
    public ParameterGroups group(String pattern, TensorRule rule) {
        List<Group> more = new ArrayList<>(groups);
        more.add(new Group(pattern, rule));
        return new ParameterGroups(base, more);
    }

    @Override
    public double rate() {
        return base.rate();
    }

    @Override
    public State init(ParameterSet parameters) {
        TensorRule[] rules = new TensorRule[groups.size() + 1];
        int[] chosen = new int[parameters.size()];
        rules[0] = base;
        for (int k = 1; k < rules.length; k++) {
            rules[k] = groups.get(k - 1).rule();
            for (int i : parameters.matching(groups.get(k - 1).pattern())) {
                chosen[i] = k;
            }
        }
        return SlotState.of(rules, chosen, parameters);
    }
}
