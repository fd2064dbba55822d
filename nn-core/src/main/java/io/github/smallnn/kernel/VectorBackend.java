package io.github.smallnn.kernel;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Callable;

/**
 * The vector backend, or why there is none.
 *
 * @param gemm the backend, null when it cannot be used
 * @param reason why not, null when it can
 * @param advice what the user can do about it, empty when nothing
 */
record VectorBackend(Gemm gemm, String reason, String advice) {

    private static final String CLASS = "io.github.smallnn.kernel.vector.VectorGemm";
    private static final int[][] SHAPES = {{9, 37, 19}, {1, 70, 5}, {13, 1, 37}, {5, 2, 3}};
    private static final boolean[] BOTH = {false, true};

    /** Looks for the backend in this virtual machine. */
    static VectorBackend find() {
        return find(Jvm.current(), VectorBackend::load);
    }

    /** As {@link #find()}, on a given virtual machine and with a given loader. */
    // A broken backend may throw anything, from a LinkageError to a failed assertion of the compiler's own library.
    // None
    // of it is a reason to stop: the reason is kept, reported and logged, and the same bits come from another backend.
    static VectorBackend find(Jvm jvm, Callable<Gemm> loader) {
        String obstacle = jvm.obstacle();
        if (obstacle != null) {
            return new VectorBackend(null, obstacle, jvm.advice());
        }
        try {
            Gemm gemm = loader.call();
            String fault = selfTest(gemm);
            return fault == null ? new VectorBackend(gemm, null, "") : new VectorBackend(null, fault, "");
        } catch (Throwable e) {
            return new VectorBackend(null, "loading it failed: " + e, "");
        }
    }

    /** The reason and what can be done about it. */
    String why() {
        return advice.isEmpty() ? reason : reason + "; " + advice;
    }

    private static Gemm load() throws ReflectiveOperationException {
        return (Gemm) Class.forName(CLASS).getDeclaredConstructor().newInstance();
    }

    /** The first product whose bits differ from those of the direct loops, or null. */
    private static String selfTest(Gemm gemm) {
        Gemm direct = new DirectGemm();
        for (int[] shape : SHAPES) {
            for (boolean ta : BOTH) {
                for (boolean tb : BOTH) {
                    if (!sameBits(gemm, direct, ta, tb, shape[0], shape[1], shape[2])) {
                        return "its self-test failed: the product " + shape[0] + " x " + shape[1] + " x " + shape[2]
                                + (ta ? ", A transposed" : "") + (tb ? ", B transposed" : "")
                                + " differs from the direct one";
                    }
                }
            }
        }
        return null;
    }

    private static boolean sameBits(Gemm one, Gemm other, boolean ta, boolean tb, int m, int n, int k) {
        Random random = new Random(m);
        double[] a = random.doubles(m * k, -1, 1).toArray();
        double[] b = random.doubles(k * n, -1, 1).toArray();
        double[] c = random.doubles(m * n, -1, 1).toArray();
        double[] d = c.clone();
        dgemm(one, ta, tb, m, n, k, a, b, c);
        dgemm(other, ta, tb, m, n, k, a, b, d);
        float[] e = floats(c);
        float[] f = e.clone();
        sgemm(one, ta, tb, m, n, k, floats(a), floats(b), e);
        sgemm(other, ta, tb, m, n, k, floats(a), floats(b), f);
        return Arrays.equals(c, d) && Arrays.equals(e, f);
    }

    private static void dgemm(
            Gemm gemm, boolean ta, boolean tb, int m, int n, int k, double[] a, double[] b, double[] c) {
        int lda = ta ? m : k;
        int ldb = tb ? k : n;
        gemm.dgemm(ta, tb, m, n, k, -0.75, a, 0, lda, b, 0, ldb, 0.5, c, 0, n, new GemmWorkspace());
    }

    private static void sgemm(Gemm gemm, boolean ta, boolean tb, int m, int n, int k, float[] a, float[] b, float[] c) {
        int lda = ta ? m : k;
        int ldb = tb ? k : n;
        gemm.sgemm(ta, tb, m, n, k, -0.75, a, 0, lda, b, 0, ldb, 0.5, c, 0, n, new GemmWorkspace());
    }

    private static float[] floats(double[] x) {
        float[] y = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = (float) x[i];
        }
        return y;
    }
}
