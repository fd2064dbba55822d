package io.github.smallnn.bench;

import io.github.smallnn.bench.work.TallProblem;
import io.github.smallnn.check.AllocationCheck;
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
 * Ordinary least squares with an intercept on tall problems: the library, EJML's QR solver, Apache Commons Math. A fit
 * is timed from data that lies ready in the form that the contestant takes, with all memory that it needs. Every
 * combination of parameters has forks of its own.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 2, jvmArgsPrepend = "-Xmx4g")
public class LeastSquaresBenchmark {
    /** What a fit of the library may allocate beyond the data. */
    static final long LARGEST_GROWTH = 64L << 20;

    /** Size as rows x columns; any other may be given on the command line. */
    @Param({"100000x50", "1000000x20"})
    public String tall;

    /** Contestant. */
    @Param({Contest.SMALLNN, Contest.EJML, TallSolver.COMMONS_MATH})
    public String by;

    private TallSolver contestant;

    /**
     * Makes the contestant, holds its coefficients against those by singular values, and the library's memory against
     * its limit.
     *
     * @param figures receives what was found
     */
    @Setup
    public void prepare(LeastSquaresFigures figures) {
        TallProblem problem = TallProblem.of(tall);
        contestant = TallSolver.of(problem, by);
        double error = TallProblem.check(by, contestant.solve(), problem.reference());
        if (contestant instanceof SmallnnTallSolver ours) {
            requireLittleMemory(AllocationCheck.bytes(1, ours::solve));
            figures.take(error, ours.path().ordinal());
        } else {
            figures.take(error, -1);
        }
    }

    static void requireLittleMemory(long bytes) {
        if (bytes > LARGEST_GROWTH) {
            throw new IllegalStateException("a fit allocated " + bytes + " bytes beyond the data, but at most "
                    + LARGEST_GROWTH + " are allowed");
        }
    }

    /**
     * One fit.
     *
     * @return the coefficients
     */
    @Benchmark
    public double[] fit() {
        return contestant.solve();
    }
}
