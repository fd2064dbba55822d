package io.github.smallnn.bench;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What stands beside the time of a least-squares fit, as secondary results: the same in every iteration of a fork. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class LeastSquaresFigures {
    private double error = Double.NaN;
    private double path = Double.NaN;

    void take(double worstError, int pathTaken) {
        error = worstError;
        path = pathTaken;
    }

    /**
     * Largest relative error of a coefficient.
     *
     * @return at most 1e-9
     */
    public double error() {
        return error;
    }

    /**
     * The way that the library took.
     *
     * @return number of a {@code LinearSolver}, -1 for others
     */
    public double path() {
        return path;
    }
}
