package io.github.smallnn.bench;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What stands beside the time of a product, as secondary results: the same in every iteration of a fork. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class GemmFigures {
    private double error = Double.NaN;
    private double backends = Double.NaN;
    private double missing;

    void take(double worstError, int chosen) {
        error = worstError;
        backends = chosen;
    }

    void absent() {
        missing = 1;
        take(0, 0);
    }

    /**
     * Largest error over its bound.
     *
     * @return from 0 to 1
     */
    public double error() {
        return error;
    }

    /**
     * Backend that the library chose.
     *
     * @return a set of bits
     */
    public double backends() {
        return backends;
    }

    /**
     * Whether the contestant cannot run here, so that nothing was timed.
     *
     * @return 1 if so, otherwise 0
     */
    public double missing() {
        return missing;
    }
}
