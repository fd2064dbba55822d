package io.github.smallnn.bench.work;

import io.github.smallnn.random.RandomState;
import java.util.Arrays;
import java.util.Locale;

/**
 * The numbers of a matrix product C = op(A) op(B), seeded and representable in float, with a naive result to hold others
 * against. The arrays are shared and not to be modified.
 */
public final class Product {
    private static final long SEED = 20_012;

    /** Which operand is used transposed. */
    public enum Form {
        /** C = A B. */
        AB(false, false),
        /** C = A' B, A stored k x m. */
        ATB(true, false),
        /** C = A B', B stored n x k. */
        ABT(false, true);

        private final boolean transA;
        private final boolean transB;

        Form(boolean transA, boolean transB) {
            this.transA = transA;
            this.transB = transB;
        }

        /**
         * Whether A is used transposed.
         *
         * @return true for A'
         */
        public boolean transA() {
            return transA;
        }

        /**
         * Whether B is used transposed.
         *
         * @return true for B'
         */
        public boolean transB() {
            return transB;
        }
    }

    /** Reads an element of a result. */
    @FunctionalInterface
    public interface Result {
        /**
         * Element of C.
         *
         * @param row row
         * @param col column
         * @return its value
         */
        double get(int row, int col);
    }

    private final int m;
    private final int n;
    private final int k;
    private final Form form;
    private final double[] a;
    private final double[] b;

    private Product(int m, int n, int k, Form form) {
        this.m = m;
        this.n = n;
        this.k = k;
        this.form = form;
        RandomState random = new RandomState(SEED);
        this.a = uniform(random, m * k);
        this.b = uniform(random, k * n);
    }

    /**
     * A product.
     *
     * @param size such as {@code 128x256x784}, m x n x k
     * @param form which operand is transposed
     * @return its numbers
     * @throws IllegalArgumentException if the size is not three whole numbers above 0
     */
    public static Product of(String size, Form form) {
        if (!size.matches("[1-9]\\d{0,4}x[1-9]\\d{0,4}x[1-9]\\d{0,4}")) {
            throw new IllegalArgumentException(
                    "the size of a product is given as MxNxK, such as 128x256x784, but was '" + size + "'");
        }
        String[] mnk = size.split("x");
        return new Product(Integer.parseInt(mnk[0]), Integer.parseInt(mnk[1]), Integer.parseInt(mnk[2]), form);
    }

    private static double[] uniform(RandomState random, int n) {
        double[] v = new double[n];
        for (int i = 0; i < n; i++) {
            v[i] = (float) random.uniform(-1, 1);
        }
        return v;
    }

    /**
     * Holds a result against naive loops in double.
     *
     * @param unitRoundoff of the precision of the result: 2^-53 or 2^-24
     * @param result the result
     * @return largest error over its bound, {@code 2 k unitRoundoff |A||B|} entry by entry; at most 1
     * @throws IllegalStateException if an entry is off by more than its bound or not a number
     */
    public double check(double unitRoundoff, Result result) {
        double worst = 0;
        double[] c = new double[n];
        double[] size = new double[n];
        double[] rowsOfB = form.transB ? transposed(b, n, k) : b;
        for (int i = 0; i < m; i++) {
            row(i, rowsOfB, c, size);
            for (int j = 0; j < n; j++) {
                double ratio = Math.abs(result.get(i, j) - c[j]) / (2 * k * unitRoundoff * size[j]);
                if (!(ratio <= 1)) {
                    throw new IllegalStateException(String.format(
                            Locale.ROOT,
                            "%s: element (%d, %d) is %s, but should be %s; this product is wrong and must not be timed",
                            this,
                            i,
                            j,
                            result.get(i, j),
                            c[j]));
                }
                worst = Math.max(worst, ratio);
            }
        }
        return worst;
    }

    // Large references wait for memory unless B is read along its rows.
    private static double[] transposed(double[] b, int rows, int cols) {
        double[] t = new double[b.length];
        for (int j = 0; j < rows; j++) {
            for (int p = 0; p < cols; p++) {
                t[p * rows + j] = b[j * cols + p];
            }
        }
        return t;
    }

    private void row(int i, double[] rowsOfB, double[] c, double[] size) {
        Arrays.fill(c, 0);
        Arrays.fill(size, 0);
        for (int p = 0; p < k; p++) {
            double x = form.transA ? a[p * m + i] : a[i * k + p];
            for (int j = 0; j < n; j++) {
                double xy = x * rowsOfB[p * n + j];
                c[j] += xy;
                size[j] += Math.abs(xy);
            }
        }
    }

    /**
     * Rows of C.
     *
     * @return m
     */
    public int m() {
        return m;
    }

    /**
     * Columns of C.
     *
     * @return n
     */
    public int n() {
        return n;
    }

    /**
     * Length of the sums.
     *
     * @return k
     */
    public int k() {
        return k;
    }

    /**
     * Which operand is transposed.
     *
     * @return the form
     */
    public Form form() {
        return form;
    }

    /**
     * Rows of the stored A.
     *
     * @return m, or k where A is used transposed
     */
    public int storedRowsOfA() {
        return form.transA ? k : m;
    }

    /**
     * Rows of the stored B.
     *
     * @return k, or n where B is used transposed
     */
    public int storedRowsOfB() {
        return form.transB ? n : k;
    }

    /**
     * A as it is stored, row after row.
     *
     * @return m * k numbers
     */
    public double[] a() {
        return a;
    }

    /**
     * B as it is stored, row after row.
     *
     * @return k * n numbers
     */
    public double[] b() {
        return b;
    }

    @Override
    public String toString() {
        return form + " of " + m + " x " + n + " x " + k;
    }
}
