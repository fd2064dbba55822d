package io.github.smallnn.bench.kernel;

import dev.ludovic.netlib.blas.BLAS;
import dev.ludovic.netlib.blas.JavaBLAS;
import dev.ludovic.netlib.blas.NativeBLAS;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * An implementation of BLAS by netlib, or why there is none in this JVM.
 *
 * @param blas the implementation, null when it cannot run here
 * @param why why it cannot, or what it is
 */
public record NetlibBlas(BLAS blas, String why) {
    private static final String SCALAR = "Java11BLAS";
    private static final String VECTOR = "VectorBLAS";
    private static final Path MAPS = Path.of("/proc/self/maps");

    /**
     * The system's BLAS through JNI: OpenBLAS where that is what the system has.
     *
     * @return it, or why not
     */
    // A library that is absent or does not fit shows itself as an exception or as an error of linking.
    public static NetlibBlas ofSystem() {
        try {
            return new NetlibBlas(NativeBLAS.getInstance(), library());
        } catch (RuntimeException | LinkageError e) {
            return new NetlibBlas(null, "absent: netlib found no system BLAS (" + e.getMessage() + ")");
        }
    }

    /**
     * Plain Java.
     *
     * @return it, or why not: a JVM with the vector module has the vector one only
     */
    public static NetlibBlas scalar() {
        return java(SCALAR, "run without the vector module");
    }

    /**
     * Java with the vector API.
     *
     * @return it, or why not
     */
    public static NetlibBlas vector() {
        return java(VECTOR, "it needs --add-modules jdk.incubator.vector");
    }

    private static NetlibBlas java(String wanted, String advice) {
        BLAS found = JavaBLAS.getInstance();
        String name = found.getClass().getSimpleName();
        return name.equals(wanted)
                ? new NetlibBlas(found, name)
                : new NetlibBlas(null, "absent: netlib chose " + name + " here; " + advice);
    }

    /** The library that the system linked, under its real name, which tells OpenBLAS from others. */
    private static String library() {
        try {
            return Files.readString(MAPS)
                    .lines()
                    .map(l -> l.substring(l.lastIndexOf(' ') + 1))
                    .filter(l -> l.startsWith("/") && l.toLowerCase(Locale.ROOT).contains("blas"))
                    .filter(l -> !l.contains("netlibblasjni"))
                    .distinct()
                    .reduce((one, other) -> one + ", " + other)
                    .orElse("a system BLAS of unknown name");
        } catch (IOException e) {
            return "a system BLAS of unknown name (" + e.getMessage() + ")";
        }
    }
}
