package io.github.smallnn.kernel;

import java.util.Random;

/**
 * One product in both precisions: operands, the bits that {@link Gemm} defines, and how far a result is from the true
 * value. Alpha has to be a power of two or zero, so that multiplying by it is exact.
 */
final class GemmTruth {
    private static final int LANES = 8;
    private static final int FLOAT_LANES = 16;

    final int m;
    final int n;
    final int k;
    final double alpha;
    final double beta;
    /** Of op(A), op(B) and the old C, not transposed and without padding. */
    final double[] a;

    final double[] b;
    final double[] c;
    final double[] doubles;
    final float[] floats;

    GemmTruth(int m, int n, int k, double alpha, double beta, Random random) {
        this.m = m;
        this.n = n;
        this.k = k;
        this.alpha = alpha;
        this.beta = beta;
        a = random.doubles((long) m * k, -1, 1).toArray();
        b = random.doubles((long) k * n, -1, 1).toArray();
        c = random.doubles((long) m * n, -1, 1).toArray();
        doubles = new double[m * n];
        floats = new float[m * n];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                doubles[i * n + j] = inDouble(i, j);
                floats[i * n + j] = inFloat(i, j);
            }
        }
    }

    private double inDouble(int i, int j) {
        double start = beta == 0 ? 0 : beta * c[i * n + j];
        int lanes = n == 1 ? LANES : 1;
        double[] sums = new double[lanes];
        sums[0] = n == 1 ? 0 : start;
        for (int p = 0; p < k; p++) {
            sums[p % lanes] = Math.fma(alpha * a[i * k + p], b[p * n + j], sums[p % lanes]);
        }
        for (int half = lanes / 2; half > 0; half /= 2) {
            for (int q = 0; q < half; q++) {
                sums[q] += sums[q + half];
            }
        }
        return n == 1 ? sums[0] + start : sums[0];
    }

    private float inFloat(int i, int j) {
        float start = beta == 0 ? 0 : (float) beta * (float) c[i * n + j];
        int lanes = n == 1 ? FLOAT_LANES : 1;
        float[] sums = new float[lanes];
        sums[0] = n == 1 ? 0 : start;
        for (int p = 0; p < k; p++) {
            sums[p % lanes] = Math.fma((float) alpha * (float) a[i * k + p], (float) b[p * n + j], sums[p % lanes]);
        }
        for (int half = lanes / 2; half > 0; half /= 2) {
            for (int q = 0; q < half; q++) {
                sums[q] += sums[q + half];
            }
        }
        return n == 1 ? sums[0] + start : sums[0];
    }

    /** The largest error of a result in double, element by element, in parts of k eps (|alpha A| |B| + |beta C|). */
    // The true value is summed in twice the precision; its own error is of the order of eps squared.
    double error(double[] got) {
        double worst = 0;
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                double old = c[i * n + j];
                double high = beta * old;
                double low = Math.fma(beta, old, -high);
                double size = Math.abs(high);
                for (int p = 0; p < k; p++) {
                    double x = alpha * a[i * k + p];
                    double y = b[p * n + j];
                    double product = x * y;
                    double sum = high + product;
                    double part = sum - high;
                    low += high - (sum - part) + (product - part) + Math.fma(x, y, -product);
                    high = sum;
                    size += Math.abs(product);
                }
                worst = Math.max(worst, parts(got[i * n + j] - high - low, size * Math.ulp(1.0)));
            }
        }
        return worst;
    }

    /** As {@link #error(double[])}, of a result in float. */
    double error(float[] got) {
        double worst = 0;
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < n; j++) {
                double sum = beta * (float) c[i * n + j];
                double size = Math.abs(sum);
                for (int p = 0; p < k; p++) {
                    double product = alpha * (float) a[i * k + p] * (float) b[p * n + j];
                    sum += product;
                    size += Math.abs(product);
                }
                worst = Math.max(worst, parts(got[i * n + j] - sum, size * Math.ulp(1.0f)));
            }
        }
        return worst;
    }

    // With a single term there are up to three roundings of eps / 2 each.
    private double parts(double off, double unit) {
        return off == 0 ? 0 : Math.abs(off) / (Math.max(k, 2) * unit);
    }
}
