package io.github.smallnn.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.DoubleSupplier;

/** One product in both precisions, with its operands inside larger arrays, and the definition spelled out to compare. */
final class GemmCase {

    private final int m;
    private final int n;
    private final int k;
    boolean ta;
    boolean tb;
    double alpha = 1;
    double beta;
    /** Unused elements before each matrix and after each of its rows. */
    int pad;

    private double[] a;
    private double[] b;
    private double[] c;

    GemmCase(int m, int n, int k) {
        this.m = m;
        this.n = n;
        this.k = k;
    }

    /** Draws the operands; what must not be read (padding, and C when beta is zero) is NaN. */
    void fill(DoubleSupplier values) {
        a = matrix(ta ? k : m, ta ? m : k, values);
        b = matrix(tb ? n : k, tb ? k : n, values);
        c = matrix(m, n, beta == 0 ? () -> Double.NaN : values);
    }

    void check(Gemm gemm, GemmWorkspace work, String context) {
        String what = String.format(
                "%s %dx%dx%d ta=%s tb=%s alpha=%s beta=%s pad=%d, %s",
                gemm.name(), m, n, k, ta, tb, alpha, beta, pad, context);
        int lda = (ta ? m : k) + pad;
        int ldb = (tb ? k : n) + pad;
        int ldc = n + pad;

        double[] doubles = c.clone();
        gemm.dgemm(ta, tb, m, n, k, alpha, a, pad, lda, b, pad, ldb, beta, doubles, pad, ldc, work);
        assertThat(bits(doubles)).as("double %s", what).isEqualTo(bits(expectedDoubles(lda, ldb, ldc)));

        float[] floats = floats(c);
        gemm.sgemm(ta, tb, m, n, k, alpha, floats(a), pad, lda, floats(b), pad, ldb, beta, floats, pad, ldc, work);
        assertThat(bits(floats)).as("float %s", what).isEqualTo(bits(expectedFloats(lda, ldb, ldc)));
    }

    private double[] expectedDoubles(int lda, int ldb, int ldc) {
        double[] result = c.clone();
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                double[] x = new double[k];
                double[] y = new double[k];
                for (int p = 0; p < k; p++) {
                    x[p] = alpha * a[ta ? pad + p * lda + i : pad + i * lda + p];
                    y[p] = b[tb ? pad + j * ldb + p : pad + p * ldb + j];
                }
                int at = pad + i * ldc + j;
                double start = beta == 0 ? 0 : beta * c[at];
                result[at] = n == 1 ? partialSums(8, x, y) + start : chain(x, y, start);
            }
        }
        return result;
    }

    private static double chain(double[] x, double[] y, double start) {
        double sum = start;
        for (int p = 0; p < x.length; p++) {
            sum = Math.fma(x[p], y[p], sum);
        }
        return sum;
    }

    private static double partialSums(int lanes, double[] x, double[] y) {
        double[] sums = new double[lanes];
        for (int p = 0; p < x.length; p++) {
            sums[p % lanes] = Math.fma(x[p], y[p], sums[p % lanes]);
        }
        for (int half = lanes / 2; half > 0; half /= 2) {
            for (int q = 0; q < half; q++) {
                sums[q] = sums[q] + sums[q + half];
            }
        }
        return sums[0];
    }

    private float[] expectedFloats(int lda, int ldb, int ldc) {
        float[] fa = floats(a);
        float[] fb = floats(b);
        float[] result = floats(c);
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                float[] x = new float[k];
                float[] y = new float[k];
                for (int p = 0; p < k; p++) {
                    x[p] = (float) alpha * fa[ta ? pad + p * lda + i : pad + i * lda + p];
                    y[p] = fb[tb ? pad + j * ldb + p : pad + p * ldb + j];
                }
                int at = pad + i * ldc + j;
                float start = beta == 0 ? 0 : (float) beta * result[at];
                result[at] = n == 1 ? partialSums(16, x, y) + start : chain(x, y, start);
            }
        }
        return result;
    }

    private static float chain(float[] x, float[] y, float start) {
        float sum = start;
        for (int p = 0; p < x.length; p++) {
            sum = Math.fma(x[p], y[p], sum);
        }
        return sum;
    }

    private static float partialSums(int lanes, float[] x, float[] y) {
        float[] sums = new float[lanes];
        for (int p = 0; p < x.length; p++) {
            sums[p % lanes] = Math.fma(x[p], y[p], sums[p % lanes]);
        }
        for (int half = lanes / 2; half > 0; half /= 2) {
            for (int q = 0; q < half; q++) {
                sums[q] = sums[q] + sums[q + half];
            }
        }
        return sums[0];
    }

    private double[] matrix(int rows, int cols, DoubleSupplier values) {
        double[] matrix = new double[pad + rows * (cols + pad)];
        Arrays.fill(matrix, Double.NaN);
        for (int r = 0; r < rows; r++) {
            for (int q = 0; q < cols; q++) {
                matrix[pad + r * (cols + pad) + q] = values.getAsDouble();
            }
        }
        return matrix;
    }

    private static float[] floats(double[] x) {
        float[] y = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = (float) x[i];
        }
        return y;
    }

    /** The bits, with one pattern for every NaN: Java leaves open which NaN an operation gives. */
    private static long[] bits(double[] x) {
        long[] bits = new long[x.length];
        for (int i = 0; i < x.length; i++) {
            bits[i] = Double.doubleToLongBits(x[i]);
        }
        return bits;
    }

    private static int[] bits(float[] x) {
        int[] bits = new int[x.length];
        for (int i = 0; i < x.length; i++) {
            bits[i] = Float.floatToIntBits(x[i]);
        }
        return bits;
    }
}
