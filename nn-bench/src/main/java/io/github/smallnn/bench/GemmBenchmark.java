package io.github.smallnn.bench;

import io.github.smallnn.bench.kernel.EjmlProduct;
import io.github.smallnn.bench.work.Product;
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
 * The matrix product: the library's kernels against EJML's {@code mult}, {@code multTransA} and {@code multTransB}. Every
 * combination of parameters has forks of its own.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class GemmBenchmark {
    private static final double DOUBLE_ROUNDOFF = 0x1p-53;
    private static final double FLOAT_ROUNDOFF = 0x1p-24;

    /** Size as m x n x k; any other may be given on the command line. */
    @Param({"32x64x10", "32x32x32", "128x10x256", "128x256x784", "256x256x256", "1024x1024x1024"})
    public String size;

    /** Which operand is used transposed. */
    @Param({"AB", "ATB", "ABT"})
    public Product.Form form;

    /** Element type. */
    @Param({"DOUBLE", "FLOAT"})
    public Precision precision;

    /** Contestant. */
    @Param({Contest.SMALLNN, Contest.EJML})
    public String by;

    private Runnable contestant;

    /**
     * Makes the contestant and holds its result against naive loops.
     *
     * @param figures receives what was found
     */
    @Setup
    public void prepare(GemmFigures figures) {
        Product product = Product.of(size, form);
        double roundoff = precision == Precision.DOUBLE ? DOUBLE_ROUNDOFF : FLOAT_ROUNDOFF;
        switch (by) {
            case Contest.SMALLNN -> {
                SmallnnProduct ours = new SmallnnProduct(product, precision);
                ours.run();
                figures.take(product.check(roundoff, ours), Backends.of(product.m(), product.n(), product.k()));
                contestant = ours;
            }
            case Contest.EJML -> {
                EjmlProduct theirs = EjmlProduct.of(product, precision);
                theirs.run();
                figures.take(product.check(roundoff, theirs), 0);
                contestant = theirs;
            }
            default ->
                throw new IllegalArgumentException(
                        "no contestant '" + by + "'; there are " + Contest.SMALLNN + " and " + Contest.EJML);
        }
    }

    /**
     * One product.
     */
    @Benchmark
    public void product() {
        contestant.run();
    }
}
