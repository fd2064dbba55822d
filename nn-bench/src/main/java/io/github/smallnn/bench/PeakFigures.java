package io.github.smallnn.bench;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What stands beside the time of {@link PeakBenchmark}, as a secondary result: the same in every iteration of a fork. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class PeakFigures {
    private double flop = Double.NaN;

    void take(double operations) {
        flop = operations;
    }

    /**
     * Work of an operation.
     *
     * @return additions and multiplications
     */
    public double flop() {
        return flop;
    }
}
