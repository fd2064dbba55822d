package io.github.smallnn.kernel;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the library runs on: which matrix-product backend, why not a faster one, and what would help. One line of it is
 * logged, at level INFO, when the first product that is not tiny is asked for. Any thread.
 */
public final class Backends {

    static final VectorBackend VECTOR = wanted(Gemms.NAME)
            ? VectorBackend.find()
            : new VectorBackend(null, "system property " + Gemms.PROPERTY + " is '" + Gemms.NAME + "'", "leave it out");

    /** The loops over arrays in vector registers, or why there are none. */
    static final VectorLoops LOOPS = VectorLoops.find(VECTOR);

    /** The system's BLAS, looked for only where the property asks for it. */
    static final NativeBackend OF_SYSTEM =
            Gemms.NATIVE.equals(Gemms.NAME) ? NativeBackend.find(VECTOR.gemm() != null) : NativeBackend.unwanted();

    /** The backend for all but tiny products, null where it cannot run. */
    static final Gemm FASTEST = VECTOR.gemm();

    private static final Logger LOG = LoggerFactory.getLogger(Backends.class);

    static {
        LOG.info("{}", headline(Gemms.NAME, VECTOR, OF_SYSTEM));
    }

    private Backends() {}

    /**
     * A text of a few lines for people: the Java virtual machine, the backend of tiny and of other products, vector width
     * and tiles, and, where the vector backend does not run, the reason and the flag that would help; then the form in
     * which activations and the like run.
     *
     * @return lines separated by line feeds, without one at the end
     */
    public static String report() {
        return report(Gemms.NAME, VECTOR, OF_SYSTEM, Jvm.current()) + "\n" + LOOPS.line();
    }

    static String report(String forced, VectorBackend vector, NativeBackend ofSystem, Jvm jvm) {
        boolean bySize = forced == null || forced.equals(Gemms.NATIVE);
        String large = !bySize ? forced : vector.gemm() != null ? "vector" : "portable";
        String tiny = !bySize ? forced : "direct";
        StringBuilder text = new StringBuilder("matrix products of smallnn");
        text.append("\n  java      ").append(jvm.vm());
        text.append("\n  tiny      ").append(tiny);
        text.append("\n  others    ").append(large);
        if (vector.gemm() != null) {
            text.append("\n  vector    ").append(vector.gemm());
        } else {
            text.append("\n  vector    off: ").append(vector.why());
        }
        text.append("\n  native    ").append(ofSystem.gemm() == null ? "off: " + ofSystem.reason() : ofSystem.gemm());
        return text.append("\n  force     -D")
                .append(Gemms.PROPERTY)
                .append("=direct|portable|vector|native")
                .toString();
    }

    /** The line for the log. */
    static String headline(String forced, VectorBackend vector, NativeBackend ofSystem) {
        if (Gemms.NATIVE.equals(forced)) {
            return ofSystem.gemm() == null
                    ? "matrix products cannot run on the native BLAS: " + ofSystem.reason()
                    : "matrix products run on the " + ofSystem.gemm();
        }
        if (vector.gemm() != null) {
            return "matrix products run on the vector kernel: " + vector.gemm();
        }
        if (!wanted(forced)) {
            return "matrix products run on the " + forced + " kernel: " + vector.why();
        }
        return "matrix products run on the portable kernel; the vector kernel is faster but cannot run: "
                + vector.why();
    }

    private static boolean wanted(String forced) {
        return forced == null || forced.equals("vector") || forced.equals(Gemms.NATIVE);
    }
}
