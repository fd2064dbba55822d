package io.github.smallnn.bench;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What stands beside the time of a training step, as secondary results: the same in every iteration of a fork. */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class StepFigures {
    private double loss = Double.NaN;
    private double backends = Double.NaN;
    private double bytes = Double.NaN;
    private double error;
    private double threads;
    private double missing;

    /** Null for a contestant that cannot run here. */
    void take(Contest contest) {
        if (contest == null) {
            loss = 0;
            backends = 0;
            bytes = 0;
            missing = 1;
            return;
        }
        error = contest.error();
        threads = contest.threads();
        loss = contest.loss();
        backends = contest.backends();
        bytes = contest.bytesPerStep();
    }

    /**
     * Loss after the checked steps.
     *
     * @return the loss
     */
    public double loss() {
        return loss;
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
     * What a warm step of the library or of EJML's loop allocates; others are left to the profiler.
     *
     * @return bytes, -1 where they were not counted
     */
    public double bytes() {
        return bytes;
    }

    /**
     * Largest error of a product over its bound, where the contestant is mere products.
     *
     * @return from 0 to 1
     */
    public double error() {
        return error;
    }

    /**
     * Threads that the contestant uses.
     *
     * @return how many
     */
    public double threads() {
        return threads;
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
