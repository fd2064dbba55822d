package io.github.smallnn.kernel;

/**
 * The choice of the matrix-product backend, per call and by size. Every backend gives the same bits, so the choice is
 * about speed alone.
 *
 * <p>The system property {@code smallnn.gemm} forces one backend for all sizes: {@code direct} or {@code portable}. It is
 * read once, when this class is first used.
 */
public final class Gemms {

    private static final String PROPERTY = "smallnn.gemm";
    private static final Gemm DIRECT = new DirectGemm();
    private static final Gemm PORTABLE = new PortableGemm();
    private static final String NAME = System.getProperty(PROPERTY);
    private static final Gemm FORCED = byName(NAME);

    private Gemms() {}

    /**
     * The backend for a product of this size.
     *
     * @param m rows of {@code C}
     * @param n columns of {@code C}
     * @param k length of the sums
     * @return a stateless backend that any thread may use
     * @throws IllegalArgumentException if the system property names no backend
     */
    public static Gemm select(int m, int n, int k) {
        if (NAME != null) {
            return forced(NAME, FORCED);
        }
        return PORTABLE.suits(m, n, k) ? PORTABLE : DIRECT;
    }

    /** The backend of a name, or null. */
    static Gemm byName(String name) {
        for (Gemm gemm : new Gemm[] {DIRECT, PORTABLE}) {
            if (gemm.name().equals(name)) {
                return gemm;
            }
        }
        return null;
    }

    // Thrown per call rather than once from the class initialiser, so that every caller sees the message.
    static Gemm forced(String name, Gemm gemm) {
        if (gemm == null) {
            throw new IllegalArgumentException("system property " + PROPERTY + " is '" + name
                    + "': give direct or portable, or leave it out for a choice by size");
        }
        return gemm;
    }
}
