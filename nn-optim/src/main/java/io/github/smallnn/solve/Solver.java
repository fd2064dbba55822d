package io.github.smallnn.solve;

import io.github.smallnn.graph.ParameterSet;

/** A method that minimises an objective by evaluations of its own. A value with settings only. Immutable, any thread. */
public interface Solver {

    /**
     * Minimises from where the parameters are.
     *
     * @param objective what to minimise
     * @param parameters where to begin. Modified: where it ended.
     * @return what it came to
     * @throws IllegalArgumentException if the objective is not of a kind this method can use, or not finite at the start
     */
    Solution minimize(Objective objective, ParameterSet parameters);
}
