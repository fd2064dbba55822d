package io.github.smallnn.bench;

import io.github.smallnn.bench.work.ElementLoop;
import io.github.smallnn.check.AllocationCheck;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What stands beside the time of a loop over elements, as secondary results: the same in every iteration of a fork. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class ElementwiseFigures {
    private static final int MEASURED_CALLS = 3;

    private double checksum = Double.NaN;
    private double bytes = Double.NaN;

    /** Allocation is counted of the library alone. */
    void take(double sum, boolean ours, ElementLoop loop) {
        checksum = sum;
        bytes = !ours ? -1 : (double) AllocationCheck.bytes(MEASURED_CALLS, () -> loop.run(0)) / MEASURED_CALLS;
    }

    /**
     * Sum of the elements after the checked runs.
     *
     * @return the sum
     */
    public double checksum() {
        return checksum;
    }

    /**
     * What a warm run by the library allocates; others are left to the profiler.
     *
     * @return bytes, -1 where they were not counted
     */
    public double bytes() {
        return bytes;
    }
}
