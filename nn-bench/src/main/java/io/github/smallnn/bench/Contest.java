package io.github.smallnn.bench;

import io.github.smallnn.bench.kernel.EjmlLoops;
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
 */
record Contest(Contestant contestant, Job job, double loss, int backends) {
    /** Of the library. */
    static final String SMALLNN = "smallnn";
    /** Of the loops written by hand on EJML. */
    static final String EJML = "ejml";
    /** Of the library's kernels called by hand. */
    static final String KERNELS = "kernels";

    /** Behind the name of a contestant of the library that ran without the vector module beside one that ran with it. */
    static final String PORTABLE = " portable";

    // Half of what two contestants may differ by: 1e-9 in double.
    private static final double DOUBLE_TOLERANCE = 5e-10;
    private static final double FLOAT_TOLERANCE = 5e-4;
    private static final int MEASURED_CALLS = 3;

    /**
     * Makes and checks a contestant.
     *
     * @throws IllegalStateException if its loss is not that of the reference
     */
    static Contest of(Job job, Precision precision, String by) {
        Problem problem = Problem.of(job);
        Contestant contestant = contestant(problem, precision, by);
        double loss = Double.NaN;
        for (int i = 0; i < job.checkedSteps(); i++) {
            loss = contestant.step();
        }
        double expected = NaiveNetwork.lossAfter(problem, job.checkedSteps());
        requireEqual(job + " by " + by + " in " + precision, precision, loss, expected);
        return new Contest(contestant, job, loss, by.equals(EJML) ? 0 : Backends.of(job));
    }

    private static Contestant contestant(Problem problem, Precision precision, String by) {
        return switch (by) {
            case SMALLNN -> new SmallnnLoop(problem, precision);
            case EJML -> EjmlLoops.of(problem, precision);
            case KERNELS -> new KernelLoop(problem, precision);
            default ->
                throw new IllegalArgumentException("no contestant '" + by + "'; there are " + SMALLNN + ", " + EJML
                        + " and, in StepOverheadBenchmark, " + KERNELS);
        };
    }

    /** Whether a contestant is the library, however it ran. */
    static boolean isOurs(String by) {
        return by.startsWith(SMALLNN);
    }

    /** Fails on a loss that differs from the reference's by more than rounding. */
    static void requireEqual(String what, Precision precision, double loss, double expected) {
        double tolerance = precision == Precision.DOUBLE ? DOUBLE_TOLERANCE : FLOAT_TOLERANCE;
        if (!(Math.abs(loss - expected) <= tolerance * Math.abs(expected))) {
            throw new IllegalStateException(what + ": the loss after the checked steps is " + loss + ", but should be "
                    + expected + " within " + tolerance + "; this contestant does other work and must not be timed");
        }
    }

    /** Bytes that one warm step allocates, by the thread's own counter. */
    double bytesPerStep() {
        return (double) AllocationCheck.bytes(MEASURED_CALLS, contestant::step) / MEASURED_CALLS;
    }

    /** Fails if the training that was timed has left the finite numbers, whose arithmetic is not what it should be. */
    void requireFinite() {
        double last = contestant.step();
        if (!Double.isFinite(last)) {
            throw new IllegalStateException(job + ": the loss became " + last + " while it was timed");
        }
    }
}
