package io.github.smallnn.bench;

import io.github.smallnn.bench.kernel.Elements;
import io.github.smallnn.bench.work.ElementJob;
import io.github.smallnn.bench.work.ElementLoop;
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

/**
 * Loops over elements, see {@link ElementJob}: the library's kernels against loops on {@link Math}. EJML's
 * {@code elementExp} and {@code elementLog} are such loops, so it has no column of its own.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ElementwiseBenchmark {
    /** Loops on {@link Math}. */
    static final String JAVA = "java";

    /** What is computed. */
    @Param
    public ElementJob function;

    /** Element type. */
    @Param({"DOUBLE", "FLOAT"})
    public Precision precision;

    /** Contestant. */
    @Param({Contest.SMALLNN, JAVA})
    public String by;

    private ElementLoop loop;
    private int next;

    /**
     * Makes the contestant and checks its results.
     *
     * @param figures receives what was found
     */
    @Setup
    public void prepare(ElementwiseFigures figures) {
        loop = loop(function, precision, by);
        figures.take(function.check(loop, precision == Precision.DOUBLE), Contest.isOurs(by), loop);
    }

    static ElementLoop loop(ElementJob job, Precision precision, String by) {
        return switch (by) {
            case Contest.SMALLNN -> new SmallnnElements(job, precision);
            case JAVA -> Elements.of(job, precision);
            default ->
                throw new IllegalArgumentException(
                        "no contestant '" + by + "'; there are " + Contest.SMALLNN + " and " + JAVA);
        };
    }

    /**
     * One run over all elements.
     *
     * @return the first of them
     */
    @Benchmark
    public double run() {
        int set = next;
        next = set + 1 & ElementJob.SETS - 1;
        loop.run(set);
        return loop.get(0);
    }
}
