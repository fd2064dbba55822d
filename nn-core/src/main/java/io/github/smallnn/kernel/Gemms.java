package io.github.smallnn.kernel;

/**
 * The choice of the matrix-product backend, per call and by size. Every backend gives the same bits, so the choice is
 * about speed alone: direct loops for tiny products, vectors where they can run, portable loops elsewhere.
 *
 * <p>The system property {@code smallnn.gemm} forces one backend for all sizes: {@code direct}, {@code portable} or
 * {@code vector}. With {@code native} products above a measured size go to a native BLAS, whose last bits differ; no other
 * setting ever uses it. The property is read once, when this class is first used. {@link Backends#report()} says what runs.
 */
public final class Gemms {

    static final String PROPERTY = "smallnn.gemm";
    static final String NATIVE = "native";
    static final String NAMES = "direct, portable, vector or native";
    static final Gemm DIRECT = new DirectGemm();
    static final Gemm PORTABLE = new PortableGemm();
    static final String NAME = System.getProperty(PROPERTY);

    private Gemms() {}

    /**
     * The backend for a product of this size.
     *
     * @param m rows of {@code C}
     * @param n columns of {@code C}
     * @param k length of the sums
     * @return a stateless backend that any thread may use
     * @throws IllegalArgumentException if the system property names no backend
     * @throws IllegalStateException if the system property asks for the vector or the native backend and it cannot run here
     */
    public static Gemm select(int m, int n, int k) {
        if (NAME != null) {
            Gemm forced = forced(NAME, Backends.VECTOR, Backends.OF_SYSTEM);
            if (!NAME.equals(NATIVE) || forced.suits(m, n, k)) {
                return forced;
            }
        }
        // Tiny products come first, so that a tiny network never waits for the vector backend to load.
        if (DIRECT.suits(m, n, k)) {
            return DIRECT;
        }
        if (Backends.FASTEST != null && Backends.FASTEST.suits(m, n, k)) {
            return Backends.FASTEST;
        }
        return PORTABLE.suits(m, n, k) ? PORTABLE : DIRECT;
    }

    /**
     * The direct loops, for another backend to pass on what they do better.
     *
     * @return a stateless backend that any thread may use
     */
    public static Gemm direct() {
        return DIRECT;
    }

    // Thrown per call rather than once from the class initialiser, so that every caller sees the message.
    static Gemm forced(String name, VectorBackend vector, NativeBackend ofSystem) {
        switch (name) {
            case "direct":
                return DIRECT;
            case "portable":
                return PORTABLE;
            case "vector":
                if (vector.gemm() == null) {
                    throw new IllegalStateException("system property " + PROPERTY
                            + " is 'vector', but the vector backend cannot run: " + vector.why());
                }
                return vector.gemm();
            case NATIVE:
                if (ofSystem.gemm() == null) {
                    throw new IllegalStateException("system property " + PROPERTY
                            + " is 'native', but the native backend cannot run: " + ofSystem.reason());
                }
                return ofSystem.gemm();
            default:
                throw new IllegalArgumentException("system property " + PROPERTY + " is '" + name + "': give " + NAMES
                        + ", or leave it out for a choice by size");
        }
    }
}
