package io.github.smallnn.kernel;

/**
 * Which form of the loops a session takes for a run: vectors for long ones only, so that tiny networks never load them. In
 * short loops C2 of JDK 17 has been seen to keep vectors as objects. Confined.
 */
final class DoubleLoopChoice {

    private static final int LONG = 128;

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
}
