// Generated from DoubleLoopChoice.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.kernel;

/**
 * Which form of the loops a session takes for a run: vectors for long ones only, so that tiny networks never load them. In
 * short loops C2 of JDK 17 has been seen to keep vectors as objects. Confined.
 */
final class FloatLoopChoice {

    private static final int LONG = 256;

    // C2 of JDK 17 keeps the vectors of this one function as objects, in some virtual machines and then for good.
    private static final boolean VECTOR_EXP = Runtime.version().feature() > 17;

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
        (VECTOR_EXP ? of(n) : portable).exp(x, xo, y, yo, n);
    }
}
