package io.github.smallnn.bench;

import io.github.smallnn.bench.work.Contestant;
import io.github.smallnn.bench.work.Job;
import io.github.smallnn.tensor.Precision;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
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
 * One training step of each {@link Job}: the library (session and optimizer) against the same network written by hand on
 * EJML and on ojAlgo. All take batches that lie ready, and all compute the loss. Beside them stand the mere
 * {@link StepProducts products} of the step by the system's BLAS, and both again on two threads; the BLAS is absent unless
 * {@code OPENBLAS_NUM_THREADS} is 1, for the latter 2. Every combination of parameters has forks of its own, so that no call
 * site sees two precisions or two contestants, but in the suite {@code smallnn-1} and {@code smallnn-2}, the library asked
 * for one thread and for two, take turns in one JVM: they run the same code, which two JVMs translate differently.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class TrainStepBenchmark {
    /** The job. */
    @Param({"T1", "T2", "T3", "T4", "T5"})
    public Job job;

    /** Element type. */
    @Param({"DOUBLE", "FLOAT"})
    public Precision precision;

    /** Contestant. */
    @Param({
        Contest.SMALLNN,
        Contest.EJML,
        Contest.OJALGO,
        Contest.PRODUCTS,
        Contest.SMALLNN_1,
        Contest.SMALLNN_2,
        Contest.PRODUCTS_2
    })
    public String by;

    private Contest contest;
    private Contestant contestant;

    /**
     * Makes the contestant and checks it.
     *
     * @param figures receives what was found
     */
    @Setup
    public void prepare(StepFigures figures) {
        contest = Contest.of(job, precision, by);
        contestant = contest == null ? () -> 0 : contest.contestant();
        figures.take(contest);
    }

    /**
     * One step.
     *
     * @return the loss
     */
    @Benchmark
    public double step() {
        return contestant.step();
    }

    /** Checks that the work stayed what it was. */
    @TearDown
    public void requireFinite() {
        if (contest != null) {
            contest.requireFinite();
            contest.close();
        }
    }
}
