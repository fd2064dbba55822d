package io.github.smallnn.bench;

import io.github.smallnn.bench.kernel.EjmlLoops;
import io.github.smallnn.bench.kernel.OjAlgoLoops;
import io.github.smallnn.bench.work.Contestant;
import io.github.smallnn.bench.work.Job;
import io.github.smallnn.bench.work.NaiveNetwork;
import io.github.smallnn.bench.work.Problem;
import io.github.smallnn.check.AllocationCheck;
import io.github.smallnn.tensor.Precision;

/**
 * A contestant that was found right: made, run for the job's number of steps, its loss held against the reference.
 *
 * @param contestant what is timed, past those steps
 * @param job its job
 * @param loss loss of the last of those steps
 * @param backends backends that the library chooses for the job's products; see {@link Backends}
 * @param error of mere products the largest error over its bound, otherwise 0
 * @param frugal whether its steps are expected to allocate nothing
 */
record Contest(Contestant contestant, Job job, double loss, int backends, double error, boolean frugal) {
    /** Of the library. */
    static final String SMALLNN = "smallnn";
    /** Of the loops written by hand on EJML. */
    static final String EJML = "ejml";
    /** Of the loops written by hand on ojAlgo. */
    static final String OJALGO = GemmBenchmark.OJALGO;
    /** Of the library's products when each is called with all its operands; {@link #SMALLNN} plans them. */
    static final String SMALLNN_CALL = "smallnn-gemm";
    /** Of the library with each batch shared by two threads, where that pays. */
    static final String SMALLNN_2 = "smallnn-2";
    /** The same asked for one thread: what two are held against, in turns in one JVM. */
    static final String SMALLNN_1 = "smallnn-1";
    /** Of the products of a step by the system's BLAS, on one thread. */
    static final String PRODUCTS = "blas-products";
    /** The same on two threads. */
    static final String PRODUCTS_2 = "blas-products-2";
    /** Of the library's kernels called by hand. */
    static final String KERNELS = "kernels";
    /** Of the kernel of a tiny network, called by hand. */
    static final String CHAIN = "chain";

    /** Behind the name of a contestant of the library that ran without the vector module beside one that ran with it. */
    static final String PORTABLE = " portable";

    // Half of what two contestants may differ by: 1e-9 in double.
    private static final double DOUBLE_TOLERANCE = 5e-10;
    private static final double FLOAT_TOLERANCE = 5e-4;
    private static final int MEASURED_CALLS = 3;

    /**
     * Makes and checks a contestant.
     *
     * @return it, or null where it cannot run here
     * @throws IllegalStateException if its loss, or of products a result, is not that of the reference
     */
    static Contest of(Job job, Precision precision, String by) {
        if (isProducts(by)) {
            return products(job, precision, by.equals(PRODUCTS) ? 1 : 2);
        }
        Problem problem = Problem.of(job);
        Contestant contestant = contestant(problem, precision, by);
        double loss = Double.NaN;
        for (int i = 0; i < job.checkedSteps(); i++) {
            loss = contestant.step();
        }
        double expected = NaiveNetwork.lossAfter(problem, job.checkedSteps());
        requireEqual(job + " by " + by + " in " + precision, precision, loss, expected);
        return new Contest(contestant, job, loss, library(by) ? Backends.of(job) : 0, 0, !by.equals(OJALGO));
    }

    /** Null unless the system's BLAS is there and was told to use so many threads. */
    private static Contest products(Job job, Precision precision, int threads) {
        StepProducts products = StepProducts.threads() == threads ? StepProducts.of(job, precision) : null;
        return products == null ? null : new Contest(products, job, 0, 0, products.error(), false);
    }

    private static boolean library(String by) {
        return isOurs(by) || by.equals(KERNELS) || by.equals(CHAIN);
    }

    private static Contestant contestant(Problem problem, Precision precision, String by) {
        return switch (by) {
            case SMALLNN -> new SmallnnLoop(problem, precision);
            case EJML -> EjmlLoops.of(problem, precision);
            case SMALLNN_1 -> new ShardedLoop(problem, precision, 1);
            case SMALLNN_2 -> new ShardedLoop(problem, precision, 2);
            case OJALGO -> OjAlgoLoops.of(problem, precision);
            case KERNELS -> new KernelLoop(problem, precision);
            case CHAIN -> new ChainLoop(problem, precision);
            default ->
                throw new IllegalArgumentException("no contestant '" + by + "'; there are "
                        + String.join(", ", SMALLNN, SMALLNN_1, SMALLNN_2, EJML, OJALGO, PRODUCTS, PRODUCTS_2)
                        + " and, in StepOverheadBenchmark, " + KERNELS + " and " + CHAIN);
        };
    }

    /** Whether a contestant is the library, however it ran. */
    static boolean isOurs(String by) {
        return by.startsWith(SMALLNN);
    }

    /** Whether a contestant computes mere products, which have no loss. */
    static boolean isProducts(String by) {
        return by.startsWith(PRODUCTS);
    }

    /** Fails on a loss that differs from the reference's by more than rounding. */
    static void requireEqual(String what, Precision precision, double loss, double expected) {
        double tolerance = precision == Precision.DOUBLE ? DOUBLE_TOLERANCE : FLOAT_TOLERANCE;
        if (!(Math.abs(loss - expected) <= tolerance * Math.abs(expected))) {
            throw new IllegalStateException(what + ": the loss after the checked steps is " + loss + ", but should be "
                    + expected + " within " + tolerance + "; this contestant does other work and must not be timed");
        }
    }

    /** Bytes that one warm step allocates, by the thread's own counter; -1 for a contestant that promises nothing. */
    double bytesPerStep() {
        if (!frugal) {
            return -1;
        }
        return (double) AllocationCheck.bytes(MEASURED_CALLS, contestant::step) / MEASURED_CALLS;
    }

    /** Fails if the training that was timed has left the finite numbers, whose arithmetic is not what it should be. */
    void requireFinite() {
        double last = contestant.step();
        if (!Double.isFinite(last)) {
            throw new IllegalStateException(job + ": the loss became " + last + " while it was timed");
        }
    }

    /** Threads that the contestant uses. */
    int threads() {
        if (contestant instanceof ShardedLoop loop) {
            return loop.threads();
        }
        return contestant instanceof StepProducts ? StepProducts.threads() : 1;
    }

    /** Ends the threads of a contestant that has any. */
    void close() {
        if (contestant instanceof ShardedLoop loop) {
            loop.close();
        }
    }
}
