package io.github.smallnn.bench.work;

import io.github.smallnn.random.RandomState;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.qr.QRDecompositionHouseholderColumn_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;

/**
 * Least squares with an intercept: many rows, few columns, and coefficients that a contestant's are held against. The
 * numbers depend on the size alone.
 */
public final class TallProblem {
    /** What a coefficient may differ by from the reference's, relative to it or to 1, whichever is larger. */
    public static final double TOLERANCE = 1e-9;

    private static final long SEED = 7;
    private static final double NOISE = 0.5;
    private static final int BLOCK = 1000;

    private final int rows;
    private final int features;
    private final double[] x;
    private final double[] y;

    private TallProblem(int rows, int features) {
        this.rows = rows;
        this.features = features;
        this.x = new double[rows * features];
        this.y = new double[rows];
        RandomState random = new RandomState(SEED);
        for (int r = 0; r < rows; r++) {
            y[r] = 3 + random.uniform(-NOISE, NOISE);
            for (int c = 0; c < features; c++) {
                double v = c % 3 + random.uniform(-1, 1);
                x[r * features + c] = v;
                y[r] += (c % 2 == 0 ? 1 : -0.5) * (c + 1) * v;
            }
        }
    }

    /**
     * A problem.
     *
     * @param size such as {@code 100000x50}, rows x columns
     * @return its numbers
     * @throws IllegalArgumentException if the size is not two whole numbers above 0, the first the larger by two
     */
    public static TallProblem of(String size) {
        if (!size.matches("[1-9]\\d{0,6}x[1-9]\\d{0,2}")) {
            throw new IllegalArgumentException(
                    "the size of a least-squares problem is given as ROWSxCOLUMNS, such as 100000x50, but was '" + size
                            + "'");
        }
        String[] parts = size.split("x");
        int rows = Integer.parseInt(parts[0]);
        int features = Integer.parseInt(parts[1]);
        if (rows < features + 2 || (long) rows * features > Integer.MAX_VALUE / 8) {
            throw new IllegalArgumentException(
                    "a least-squares problem here has at least two rows more than columns and" + " at most "
                            + Integer.MAX_VALUE / 8 + " numbers, but was '" + size + "'");
        }
        return new TallProblem(rows, features);
    }

    /**
     * The inputs, row after row.
     *
     * @return rows * features numbers, not a copy
     */
    public double[] x() {
        return x;
    }

    /**
     * The targets.
     *
     * @return one per row, not a copy
     */
    public double[] y() {
        return y;
    }

    /**
     * Number of rows.
     *
     * @return rows
     */
    public int rows() {
        return rows;
    }

    /**
     * Number of columns without the intercept.
     *
     * @return features
     */
    public int features() {
        return features;
    }

    /**
     * The coefficients by singular values: [1 X y] is reduced to a triangle by QR, block after block of rows, which
     * leaves the singular values as they are, and the triangle is solved by EJML's SVD.
     *
     * @return intercept, then a coefficient per column
     */
    public double[] reference() {
        int n = features + 2;
        DMatrixRMaj stack = new DMatrixRMaj(n + BLOCK, n);
        DMatrixRMaj triangle = new DMatrixRMaj(n, n);
        var qr = new QRDecompositionHouseholderColumn_DDRM();
        for (int from = 0; from < rows; from += BLOCK) {
            stack.zero();
            System.arraycopy(triangle.data, 0, stack.data, 0, n * n);
            for (int r = from; r < Math.min(rows, from + BLOCK); r++) {
                int at = (n + r - from) * n;
                stack.data[at] = 1;
                System.arraycopy(x, r * features, stack.data, at + 1, features);
                stack.data[at + n - 1] = y[r];
            }
            qr.decompose(stack);
            qr.getR(triangle, true);
        }
        return solved(triangle);
    }

    private static double[] solved(DMatrixRMaj triangle) {
        int p = triangle.numCols - 1;
        DMatrixRMaj r = new DMatrixRMaj(p, p);
        DMatrixRMaj z = new DMatrixRMaj(p, 1);
        for (int i = 0; i < p; i++) {
            System.arraycopy(triangle.data, i * (p + 1), r.data, i * p, p);
            z.data[i] = triangle.get(i, p);
        }
        var svd = LinearSolverFactory_DDRM.pseudoInverse(true);
        if (!svd.setA(r)) {
            throw new IllegalStateException("the reference's singular value decomposition failed");
        }
        DMatrixRMaj coefficients = new DMatrixRMaj(p, 1);
        svd.solve(z, coefficients);
        return coefficients.data;
    }

    /**
     * Holds coefficients against the reference's.
     *
     * @param by who found them
     * @param coefficients intercept, then a coefficient per column
     * @param reference those of {@link #reference()}
     * @return largest error relative to the coefficient, or to 1 for a smaller one; at most {@link #TOLERANCE}
     * @throws IllegalStateException if one is off by more, or not a number
     */
    public static double check(String by, double[] coefficients, double[] reference) {
        if (coefficients.length != reference.length) {
            throw new IllegalStateException(
                    by + " gave " + coefficients.length + " coefficients instead of " + reference.length);
        }
        double worst = 0;
        for (int i = 0; i < reference.length; i++) {
            double error = Math.abs(coefficients[i] - reference[i]) / Math.max(1, Math.abs(reference[i]));
            if (!(error <= TOLERANCE)) {
                throw new IllegalStateException(by + ": coefficient " + i + " is " + coefficients[i]
                        + ", but should be " + reference[i] + " within " + TOLERANCE
                        + "; this solver is wrong and must not be timed");
            }
            worst = Math.max(worst, error);
        }
        return worst;
    }

    @Override
    public String toString() {
        return "least squares of " + rows + " x " + features;
    }
}
