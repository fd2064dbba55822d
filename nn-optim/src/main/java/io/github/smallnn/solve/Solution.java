package io.github.smallnn.solve;

import java.util.List;

/**
 * What a solver came to. Immutable, any thread.
 *
 * @param value the objective at the end
 * @param iterations steps tried
 * @param evaluations evaluations of the objective
 * @param reason why it ended
 * @param values the objective before the first iteration and after each
 */
public record Solution(double value, int iterations, int evaluations, Reason reason, List<Double> values) {

    /** Why a solver ended. */
    public enum Reason {
        /** The gradient is as good as 0. */
        GRADIENT,
        /** The last step changed parameters or value by next to nothing. */
        NO_PROGRESS,
        /** All iterations were used. */
        ITERATIONS,
        /** All evaluations were used. */
        EVALUATIONS,
        /** The objective was not finite at the next point; the parameters are those of the last finite one. */
        NOT_FINITE
    }

    /**
     * Copies the list.
     *
     * @param value the objective at the end
     * @param iterations steps tried
     * @param evaluations evaluations of the objective
     * @param reason why it ended
     * @param values the objective before the first iteration and after each
     */
    public Solution {
        values = List.copyOf(values);
    }
}
