package io.github.smallnn.bench;

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
import org.openjdk.jmh.annotations.Warmup;

/** What a session and an optimizer add to their kernels: a step of {@link Job#T1} by all of them, where it shows most. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class StepOverheadBenchmark {
    /** Element type. */
    @Param({"DOUBLE", "FLOAT"})
    public Precision precision;

    /** Contestant. */
    @Param({Contest.SMALLNN, Contest.KERNELS, Contest.CHAIN})
    public String by;

    private Contest contest;

    /**
     * Makes the contestant and checks it.
     *
     * @param figures receives what was found
     */
    @Setup
    public void prepare(StepFigures figures) {
        contest = Contest.of(Job.T1, precision, by);
        figures.take(contest);
    }

    /**
     * One step.
     *
     * @return the loss
     */
    @Benchmark
    public double step() {
        return contest.contestant().step();
    }
}
