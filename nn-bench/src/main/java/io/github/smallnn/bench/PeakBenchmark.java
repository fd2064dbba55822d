package io.github.smallnn.bench;

import io.github.smallnn.bench.work.Peak;
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

/** What the processor can do at most: fused multiply-adds in registers alone, which products are a share of. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Fork(2)
public class PeakBenchmark {
    /** The only contestant, {@code registers}. */
    static final String REGISTERS = "registers";

    private static final String PACKAGE = "io.github.smallnn.bench.vector.";
    private static final int ROUNDS = 20_000;

    /** Element type. */
    @Param({"DOUBLE", "FLOAT"})
    public Precision precision;

    /** What runs. */
    @Param(REGISTERS)
    public String by;

    private Peak peak;

    /**
     * Loads the loop and checks its result.
     *
     * @param figures receives the work of an operation
     */
    @Setup
    public void prepare(PeakFigures figures) {
        peak = load(precision);
        double end = peak.run(ROUNDS);
        if (end != Peak.END) {
            throw new IllegalStateException("the chains of multiply-adds end at " + end + ", not at " + Peak.END);
        }
        figures.take(2.0 * ROUNDS * peak.chains());
    }

    private static Peak load(Precision precision) {
        String name = PACKAGE + (precision == Precision.DOUBLE ? "DoublePeak" : "FloatPeak");
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            throw new IllegalStateException("the peak is measured with vectors: add " + BenchMain.VECTOR);
        }
        try {
            return (Peak) Class.forName(name).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name + " is missing in this jar", e);
        }
    }

    /**
     * Some thousand rounds.
     *
     * @return end of the chains
     */
    @Benchmark
    public double rounds() {
        return peak.run(ROUNDS);
    }
}
