package io.github.smallnn.solve;

import io.github.smallnn.graph.ParameterSet;

/** A sum of squares r_1^2 + ... + r_m^2 of functions of parameters. Confined. */
public interface SquaresObjective extends Objective {

    /**
     * Number of residuals.
     *
     * @return m
     */
    int count();

    /**
     * All residuals at a point.
     *
     * @param at the point. Not modified.
     * @param residuals array of m numbers. Modified.
     * @return the sum of their squares
     */
    double residuals(ParameterSet at, double[] residuals);

    /**
     * Some rows of the Jacobian at a point: the derivatives of residuals by all parameters in their flat order, 0 for what
     * is not to be moved.
     *
     * @param at the point. Not modified.
     * @param from first residual
     * @param rows number of residuals
     * @param block rows x parameters, row after row from the start of the array. Modified.
     */
    void jacobian(ParameterSet at, int from, int rows, double[] block);
}
