package io.github.smallnn.bench;

import io.github.smallnn.bench.kernel.NetlibBlas;
import io.github.smallnn.bench.kernel.Products;
import io.github.smallnn.bench.kernel.TimedProduct;
import io.github.smallnn.bench.work.Product;
import io.github.smallnn.tensor.Precision;
import java.util.List;
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
 * The matrix product: the library's kernels, planned once and called each time, against EJML's {@code mult}, {@code multTransA} and {@code multTransB}, ojAlgo,
 * and netlib's BLAS in Java, on vectors and native. Every combination of parameters has forks of its own, unless the
 * suite runs it. A contestant that cannot run here is {@link GemmFigures#missing reported} as absent.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class GemmBenchmark {
    /** ojAlgo, in one thread. */
    static final String OJALGO = "ojalgo";
    /** netlib's plain Java. */
    static final String NETLIB_JAVA = "netlib-java";
    /** netlib's Java on the vector API. */
    static final String NETLIB_VECTOR = "netlib-vector";
    /** The system's BLAS through netlib's JNI. */
    static final String NATIVE = "native";

    private static final List<String> ALL =
            List.of(Contest.SMALLNN, Contest.SMALLNN_CALL, Contest.EJML, OJALGO, NETLIB_JAVA, NETLIB_VECTOR, NATIVE);
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
    @Param({Contest.SMALLNN, Contest.SMALLNN_CALL, Contest.EJML, OJALGO, NETLIB_JAVA, NETLIB_VECTOR, NATIVE})
    public String by;

    private TimedProduct contestant;

    /**
     * Makes the contestant and holds its result against naive loops.
     *
     * @param figures receives what was found
     */
    @Setup
    public void prepare(GemmFigures figures) {
        Product product = Product.of(size, form);
        contestant = contestant(product);
        if (contestant == null) {
            contestant = new AbsentProduct();
            figures.absent();
            return;
        }
        contestant.run();
        double error = product.check(precision == Precision.DOUBLE ? DOUBLE_ROUNDOFF : FLOAT_ROUNDOFF, contestant);
        figures.take(error, backends(product));
    }

    private int backends(Product product) {
        if (contestant instanceof SmallnnProduct planned) {
            return Backends.of(planned.backend());
        }
        return by.equals(Contest.SMALLNN_CALL) ? Backends.of(product.m(), product.n(), product.k()) : 0;
    }

    /** Null where it cannot run here. */
    private TimedProduct contestant(Product product) {
        return switch (by) {
            case Contest.SMALLNN -> new SmallnnProduct(product, precision);
            case Contest.SMALLNN_CALL -> new SmallnnCall(product, precision);
            case Contest.EJML -> Products.ejml(product, precision);
            case OJALGO -> Products.ojAlgo(product, precision);
            case NETLIB_JAVA -> blas(NetlibBlas.scalar(), product);
            case NETLIB_VECTOR -> blas(NetlibBlas.vector(), product);
            case NATIVE -> blas(NetlibBlas.ofSystem(), product);
            default ->
                throw new IllegalArgumentException("no contestant '" + by + "'; there are " + String.join(", ", ALL));
        };
    }

    private TimedProduct blas(NetlibBlas found, Product product) {
        return found.blas() == null ? null : Products.blas(found.blas(), product, precision);
    }

    /** One product. */
    @Benchmark
    public void product() {
        contestant.run();
    }

    /** Stands in for a contestant that cannot run here; its time is that of nothing and never shown. */
    private static final class AbsentProduct implements TimedProduct {
        @Override
        public void run() {}

        @Override
        public double get(int row, int col) {
            return Double.NaN;
        }
    }
}
