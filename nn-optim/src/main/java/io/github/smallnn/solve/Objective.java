package io.github.smallnn.solve;

import io.github.smallnn.graph.ParameterSet;

/** A function of parameters that can be minimised. Must give the same result for the same parameters. Confined. */
@FunctionalInterface
public interface Objective {

    /**
     * Value and gradient at a point.
     *
     * @param at the point. Not modified.
     * @param gradient the gradient there, in the same layout; 0 for what is not to be moved. Modified.
     * @return the value
     */
    double evaluate(ParameterSet at, ParameterSet gradient);
}
