package io.github.smallnn.kernel;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;
import java.util.Random;
import java.util.concurrent.Callable;

/**
 * The native backend, or why there is none. It is looked for only where the system property asks for it, by name, so that
 * nothing depends on netlib.
 *
 * @param gemm the backend, null when it cannot be used
 * @param reason why not, null when it can
 */
record NativeBackend(Gemm gemm, String reason) {

    static final String CLASS = "dev.ludovic.netlib.blas.NativeBLAS";
    static final String ADVICE =
            "add dev.ludovic.netlib:blas:3.2.0 with its dependencies to the class path and a BLAS to the"
                    + " system, such as the package libopenblas0, or name one by -Ddev.ludovic.netlib.blas.nativeLibPath=FILE";

    /** Multiply-adds from which on it was faster than the portable kernel: 16 x 16 x 16. */
    static final long LEAST_BESIDE_PORTABLE = 1 << 12;

    /** And than the vector kernel, where BLAS had two threads or both had 256-bit vectors: 256 x 256 x 256. */
    static final long LEAST_BESIDE_VECTOR = 1 << 24;

    private static final int[][] SHAPES = {{9, 37, 19}, {1, 70, 5}, {13, 1, 37}, {5, 2, 3}};
    private static final boolean[] BOTH = {false, true};

    /** Where the property does not ask for it. */
    static NativeBackend unwanted() {
        return new NativeBackend(null, "not asked for by -D" + Gemms.PROPERTY + "=native");
    }

    /** Looks for the library. */
    static NativeBackend find(boolean besideVector) {
        return find(() -> load(besideVector ? LEAST_BESIDE_VECTOR : LEAST_BESIDE_PORTABLE));
    }

    /** As {@link #find(boolean)} with a given loader. */
    // A library that is missing, of another machine or half installed shows itself by anything from an exception to an
    // error of linking. The reason is kept for whoever asked for the backend: see Gemms.forced.
    static NativeBackend find(Callable<Gemm> loader) {
        try {
            Gemm gemm = loader.call();
            String fault = selfTest(gemm);
            return fault == null ? new NativeBackend(gemm, null) : new NativeBackend(null, fault);
        } catch (ClassNotFoundException e) {
            return new NativeBackend(null, "the class " + CLASS + " is not on the class path; " + ADVICE);
        } catch (InvocationTargetException e) {
            return new NativeBackend(null, "netlib refused: " + e.getCause() + "; " + ADVICE);
        } catch (Throwable e) {
            return new NativeBackend(null, "loading it failed: " + e + "; " + ADVICE);
        }
    }

    private static Gemm load(long least) throws ReflectiveOperationException {
        Class<?> type = Class.forName(CLASS);
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        Object blas = type.getMethod("getInstance").invoke(null);
        MethodType doubles = signature(double.class, double[].class);
        MethodType floats = signature(float.class, float[].class);
        return new NativeGemm(
                lookup.findVirtual(type, "dgemm", doubles).bindTo(blas),
                lookup.findVirtual(type, "sgemm", floats).bindTo(blas),
                least);
    }

    private static MethodType signature(Class<?> number, Class<?> array) {
        return MethodType.methodType(
                void.class,
                String.class,
                String.class,
                int.class,
                int.class,
                int.class,
                number,
                array,
                int.class,
                int.class,
                array,
                int.class,
                int.class,
                number,
                array,
                int.class,
                int.class);
    }

    /** The first product that is not the direct loops' but for rounding, or null. */
    private static String selfTest(Gemm gemm) {
        for (int[] shape : SHAPES) {
            for (boolean ta : BOTH) {
                for (boolean tb : BOTH) {
                    if (!agrees(gemm, ta, tb, shape[0], shape[1], shape[2])) {
                        return "its self-test failed: the product " + shape[0] + " x " + shape[1] + " x " + shape[2]
                                + (ta ? ", A transposed" : "") + (tb ? ", B transposed" : "")
                                + " is not the direct one but for rounding";
                    }
                }
            }
        }
        return null;
    }

    // No number is larger than 1, so no sum of absolute values is larger than k.
    private static boolean agrees(Gemm gemm, boolean ta, boolean tb, int m, int n, int k) {
        Random random = new Random(m);
        double[] a = random.doubles(m * k, -1, 1).toArray();
        double[] b = random.doubles(k * n, -1, 1).toArray();
        double[] c = random.doubles(m * n, -1, 1).toArray();
        double[] d = c.clone();
        int lda = ta ? m : k;
        int ldb = tb ? k : n;
        GemmWorkspace work = new GemmWorkspace();
        float[] fa = floats(a);
        float[] fb = floats(b);
        float[] fc = floats(c);
        float[] fd = fc.clone();
        gemm.dgemm(ta, tb, m, n, k, -0.75, a, 0, lda, b, 0, ldb, 0.5, c, 0, n, work);
        Gemms.DIRECT.dgemm(ta, tb, m, n, k, -0.75, a, 0, lda, b, 0, ldb, 0.5, d, 0, n, work);
        gemm.sgemm(ta, tb, m, n, k, -0.75, fa, 0, lda, fb, 0, ldb, 0.5, fc, 0, n, work);
        Gemms.DIRECT.sgemm(ta, tb, m, n, k, -0.75, fa, 0, lda, fb, 0, ldb, 0.5, fd, 0, n, work);
        boolean near = true;
        for (int i = 0; i < m * n; i++) {
            near &= Math.abs(c[i] - d[i]) <= k * (k + 2) * Math.ulp(1.0);
            near &= Math.abs(fc[i] - fd[i]) <= k * (k + 2) * Math.ulp(1.0f);
        }
        return near;
    }

    private static float[] floats(double[] x) {
        float[] y = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = (float) x[i];
        }
        return y;
    }
}
