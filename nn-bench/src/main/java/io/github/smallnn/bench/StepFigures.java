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

    void take(Contest contest) {
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
     * What a warm step allocates.
     *
     * @return bytes
     */
    public double bytes() {
        return bytes;
    }
}
