package io.github.smallnn.bench.kernel;

import io.github.smallnn.bench.work.Contestant;
import io.github.smallnn.bench.work.PredictJob;
import io.github.smallnn.bench.work.Predictor;
import io.github.smallnn.bench.work.Problem;
import io.github.smallnn.tensor.Precision;

/** The hand-written EJML loop of each job. */
public final class EjmlLoops {
    private EjmlLoops() {}

    /**
     * The loop of a problem, at its start.
     *
     * @param problem data and first parameters. Not modified.
     * @param precision element type
     * @return a new loop
     */
    public static Contestant of(Problem problem, Precision precision) {
        boolean wide = precision == Precision.DOUBLE;
        return switch (problem.job()) {
            case T1 -> wide ? new DoubleLinearLoop(problem) : new FloatLinearLoop(problem);
            case T2 -> wide ? new DoubleTanhLoop(problem) : new FloatTanhLoop(problem);
            case T3 -> wide ? new DoubleAdamLoop(problem) : new FloatAdamLoop(problem);
            case T4, T5 -> wide ? new DoubleMomentumLoop(problem) : new FloatMomentumLoop(problem);
        };
    }

    /**
     * The prediction of a job.
     *
     * @param job job
     * @param precision element type
     * @return a new predictor
     */
    public static Predictor of(PredictJob job, Precision precision) {
        return precision == Precision.DOUBLE ? new DoubleEjmlPredictor(job) : new FloatEjmlPredictor(job);
    }
}
