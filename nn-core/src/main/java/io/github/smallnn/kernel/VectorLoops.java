package io.github.smallnn.kernel;

import java.util.concurrent.Callable;

/**
 * The vector form of the loops over arrays, or why there is none. Where the vector products cannot run, this cannot either;
 * it may also fail by itself, and the portable form runs then, with the same bits.
 *
 * @param doubles loops over doubles, null when they cannot be used
 * @param floats loops over floats, null when they cannot be used
 * @param reason why not, null when they can
 */
record VectorLoops(DoubleLoops doubles, FloatLoops floats, String reason) {

    private static final String PACKAGE = "io.github.smallnn.kernel.vector.";

    /** Looks for the loops in this virtual machine, after the vector products. */
    static VectorLoops find(VectorBackend products) {
        return find(
                products, () -> (DoubleLoops) load("DoubleVectorLoops"), () -> (FloatLoops) load("FloatVectorLoops"));
    }

    /** As {@link #find(VectorBackend)}, with given loaders. */
    // Whatever a broken form throws is a reason to run the portable one, kept for the report; see VectorBackend.
    static VectorLoops find(VectorBackend products, Callable<DoubleLoops> doubles, Callable<FloatLoops> floats) {
        if (products.gemm() == null) {
            return new VectorLoops(null, null, products.why());
        }
        try {
            DoubleLoops d = doubles.call();
            FloatLoops f = floats.call();
            String fault = LoopsCheck.fault(d, f);
            return fault == null ? new VectorLoops(d, f, null) : new VectorLoops(null, null, fault);
        } catch (Throwable e) {
            return new VectorLoops(null, null, "loading them failed: " + e);
        }
    }

    /** The line of the report. */
    String line() {
        return "  functions " + (reason == null ? "vector" : "portable, vectors off: " + reason);
    }

    private static Object load(String name) throws ReflectiveOperationException {
        return Class.forName(PACKAGE + name).getDeclaredConstructor().newInstance();
    }
}
