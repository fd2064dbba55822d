package io.github.smallnn.bench;

import io.github.smallnn.bench.work.Predictor;
import io.github.smallnn.check.AllocationCheck;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What stands beside the time of a prediction, as secondary results. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class PredictFigures {
    private static final int MEASURED_CALLS = 3;

    private double checksum = Double.NaN;
    private double backends = Double.NaN;
    private double bytes = Double.NaN;
    private final Latency latency = new Latency();

    /** Allocation is counted of the library alone. */
    void take(double sum, int chosen, boolean ours, Predictor predictor) {
        checksum = sum;
        backends = chosen;
        bytes = !ours
                ? -1
                : (double) AllocationCheck.bytes(MEASURED_CALLS, () -> predictor.predict(0)) / MEASURED_CALLS;
    }

    void time(Predictor predictor, int sets) {
        latency.measure(predictor, sets);
    }

    /**
     * Sum of all predictions.
     *
     * @return the sum
     */
    public double checksum() {
        return checksum;
    }

    /**
     * Matrix-product backends that the library chose.
     *
     * @return a set of bits
     */
    public double backends() {
        return backends;
    }

    /**
     * What a warm prediction by the library allocates; others are left to the profiler.
     *
     * @return bytes, -1 where they were not counted
     */
    public double bytes() {
        return bytes;
    }

    /**
     * Cost of the clock, part of the percentiles.
     *
     * @return nanoseconds
     */
    public double clock() {
        return latency.clock();
    }

    /**
     * Median of single calls.
     *
     * @return nanoseconds
     */
    public double p50() {
        return latency.at(0.5);
    }

    /**
     * 99th percentile of single calls.
     *
     * @return nanoseconds
     */
    public double p99() {
        return latency.at(0.99);
    }

    /**
     * 99.9th percentile of single calls.
     *
     * @return nanoseconds
     */
    public double p999() {
        return latency.at(0.999);
    }
}
