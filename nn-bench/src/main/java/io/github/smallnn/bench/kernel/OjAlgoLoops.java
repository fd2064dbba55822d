package io.github.smallnn.bench.kernel;

import io.github.smallnn.bench.work.Contestant;
import io.github.smallnn.bench.work.PredictJob;
import io.github.smallnn.bench.work.Predictor;
import io.github.smallnn.bench.work.Problem;
import io.github.smallnn.tensor.Precision;

/** Jobs on ojAlgo: its products on one thread, and loops over their arrays. */
public final class OjAlgoLoops {
    private OjAlgoLoops() {}

    /**
     * The training loop of a problem, at its start.
     *
     * @param problem data and first parameters. Not modified.
     * @param precision element type
     * @return a new loop
     */
    public static Contestant of(Problem problem, Precision precision) {
        return precision == Precision.DOUBLE ? new DoubleOjAlgoLoop(problem) : new FloatOjAlgoLoop(problem);
    }

    /**
     * The prediction of a job.
     *
     * @param job job
     * @param precision element type
     * @return a new predictor
     */
    public static Predictor of(PredictJob job, Precision precision) {
        return precision == Precision.DOUBLE ? new DoubleOjAlgoPredictor(job) : new FloatOjAlgoPredictor(job);
    }
}
