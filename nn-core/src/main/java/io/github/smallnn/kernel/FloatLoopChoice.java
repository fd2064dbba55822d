// Generated from DoubleLoopChoice.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.kernel;

/** Which form of the loops a session takes for a run: vectors for all but short ones; tiny networks never load them. Confined. */
final class FloatLoopChoice {

    private static final int LONG = 64;

    private final FloatLoops portable = new FloatPortableLoops();
    private FloatLoops fast;

    /** The loops for a run of {@code n} elements. */
    FloatLoops of(int n) {
        if (n < LONG) {
            return portable;
        }
        if (fast == null) {
            FloatLoops vector = Backends.LOOPS.floats();
            fast = vector == null ? portable : vector;
        }
        return fast;
    }

    /** The exponentials of a run of {@code n} elements. */
    void exp(float[] x, int xo, float[] y, int yo, int n) {
        of(n).exp(x, xo, y, yo, n);
    }
}
