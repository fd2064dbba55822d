package io.github.smallnn.kernel;

/** Which form of the loops a session takes for a run: vectors for all but short ones; tiny networks never load them. Confined. */
final class DoubleLoopChoice {

    private static final int LONG = 64;

    private final DoubleLoops portable = new DoublePortableLoops();
    private DoubleLoops fast;

    /** The loops for a run of {@code n} elements. */
    DoubleLoops of(int n) {
        if (n < LONG) {
            return portable;
        }
        if (fast == null) {
            DoubleLoops vector = Backends.LOOPS.doubles();
            fast = vector == null ? portable : vector;
        }
        return fast;
    }

    /** The exponentials of a run of {@code n} elements. */
    void exp(double[] x, int xo, double[] y, int yo, int n) {
        of(n).exp(x, xo, y, yo, n);
    }
}
