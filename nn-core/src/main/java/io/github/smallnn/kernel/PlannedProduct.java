package io.github.smallnn.kernel;

/**
 * A matrix product whose operands, transpositions and factors are given once, by {@link Kernels#plan}: which loop computes
 * it is chosen there, so that {@link #run} has nothing left to look up or to check. The bits are those of
 * {@link Kernels#gemm}.
 *
 * <p>Meant for products that run again and again on the same arrays. A product of a few elements becomes a class of its own
 * with sizes and arrays as constants, which takes about a millisecond to make and is unloaded with its plan.
 *
 * <p>A plan uses the workspace of its kernels and is confined to their thread.
 */
public abstract class PlannedProduct {

    PlannedProduct() {}

    /**
     * What computes it.
     *
     * @return {@code fixed} for a class of its own, otherwise the name of a backend; see {@link Gemm#name}
     */
    public abstract String name();

    /** Computes C from what A, B and, where beta is not zero, C hold now. Modifies C, allocates nothing once warm. */
    public abstract void run();
}
