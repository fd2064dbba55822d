package io.github.smallnn.bench;

import io.github.smallnn.bench.kernel.EjmlLoops;
import io.github.smallnn.bench.kernel.OjAlgoLoops;
import io.github.smallnn.bench.work.PredictJob;
import io.github.smallnn.bench.work.Predictor;
import io.github.smallnn.tensor.Precision;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Predictions of each {@link PredictJob}: the library's session and its model, which any thread may ask, against the same
 * network written by hand on EJML and on ojAlgo. Batches lie ready and are used in turn. The time of JMH is a mean; after
 * every iteration single calls are {@link Latency timed one by one} for the percentiles.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class PredictBenchmark {
    /** The library's {@code Model.predict}. */
    static final String MODEL = "smallnn-model";

    /** What is predicted. */
    @Param({"I1", "I2"})
    public PredictJob prediction;

    /** Element type. */
    @Param({"DOUBLE", "FLOAT"})
    public Precision precision;

    /** Contestant. */
    @Param({Contest.SMALLNN, MODEL, Contest.EJML, Contest.OJALGO})
    public String by;

    private PredictFigures figures;
    private Predictor predictor;
    private int sets;
    private int next;

    /**
     * Makes the contestant and checks its predictions.
     *
     * @param figures receives what was found
     */
    @Setup
    public void prepare(PredictFigures figures) {
        this.figures = figures;
        predictor = predictor(prediction, precision, by);
        sets = prediction.sets();
        double checksum = prediction.check(predictor, precision == Precision.DOUBLE);
        boolean ours = Contest.isOurs(by);
        figures.take(checksum, ours ? Backends.of(prediction) : 0, ours, predictor);
    }

    static Predictor predictor(PredictJob job, Precision precision, String by) {
        return switch (by) {
            case Contest.SMALLNN -> SmallnnPredictor.session(job, precision);
            case MODEL -> SmallnnPredictor.model(job, precision);
            case Contest.EJML -> EjmlLoops.of(job, precision);
            case Contest.OJALGO -> OjAlgoLoops.of(job, precision);
            default ->
                throw new IllegalArgumentException("no contestant '" + by + "'; there are "
                        + String.join(", ", Contest.SMALLNN, MODEL, Contest.EJML, Contest.OJALGO));
        };
    }

    /**
     * One prediction.
     *
     * @return its first output
     */
    @Benchmark
    public double predict() {
        int set = next;
        next = set + 1 == sets ? 0 : set + 1;
        predictor.predict(set);
        return predictor.get(0, 0);
    }

    /** Times single calls. */
    @TearDown(Level.Iteration)
    public void percentiles() {
        figures.time(predictor, sets);
    }
}
