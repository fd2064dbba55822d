package io.github.smallnn.bench.kernel;

import io.github.smallnn.bench.work.ElementJob;
import io.github.smallnn.bench.work.ElementLoop;
import io.github.smallnn.tensor.Precision;

/** Loops over elements on {@link Math}. EJML's {@code elementExp} and {@code elementLog} are these very loops. */
public final class Elements {
    private Elements() {}

    /**
     * The loop of a job.
     *
     * @param job job
     * @param precision element type
     * @return a new loop
     */
    public static ElementLoop of(ElementJob job, Precision precision) {
        double[][] x = job.inputs();
        double[][] g = job.gradients();
        return precision == Precision.DOUBLE ? new DoubleElements(job, x, g) : new FloatElements(job, x, g);
    }
}
