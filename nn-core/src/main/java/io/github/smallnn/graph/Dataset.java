package io.github.smallnn.graph;

import io.github.smallnn.kernel.Kernels;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;

/**
 * Inputs, targets and optional sample weights, one row per sample. The tensors are shared, not copied; do not write them
 * while somebody trains on them. Any thread may read.
 *
 * @param inputs rows x input size
 * @param targets rows x target size (a class index is one column)
 * @param weights rows x 1, or null for weights of 1
 */
public record Dataset(Tensor inputs, Tensor targets, Tensor weights) {

    /**
     * Checks the sizes.
     *
     * @param inputs rows x input size
     * @param targets rows x target size
     * @param weights rows x 1, or null
     * @throws IllegalArgumentException if there is no row, the numbers of rows differ, or the weights are not one
     *     non-negative finite number per row
     */
    public Dataset {
        if (inputs.rows() == 0) {
            throw new IllegalArgumentException("a dataset needs at least one row");
        }
        if (targets.rows() != inputs.rows()) {
            throw new IllegalArgumentException("inputs have " + inputs.rows() + " rows, but targets have "
                    + targets.rows() + "; give one target row per input row");
        }
        if (weights != null) {
            checkWeights(weights, inputs.rows());
        }
    }

    /**
     * A dataset without weights.
     *
     * @param inputs rows x input size
     * @param targets rows x target size
     */
    public Dataset(Tensor inputs, Tensor targets) {
        this(inputs, targets, null);
    }

    /**
     * A dataset in double precision with one target per row.
     *
     * @param inputs input rows. Copied.
     * @param targets one target (or class index) per row. Copied.
     * @return the dataset
     */
    public static Dataset of(double[][] inputs, double[] targets) {
        return new Dataset(Tensor.of(inputs), Tensor.column(targets));
    }

    /**
     * A dataset in double precision.
     *
     * @param inputs input rows. Copied.
     * @param targets target rows. Copied.
     * @return the dataset
     */
    public static Dataset of(double[][] inputs, double[][] targets) {
        return new Dataset(Tensor.of(inputs), Tensor.of(targets));
    }

    private static void checkWeights(Tensor weights, int rows) {
        if (weights.rows() != rows || weights.cols() != 1) {
            throw new IllegalArgumentException(
                    "sample weights must be " + rows + " x 1, but are " + weights.describe());
        }
        for (int r = 0; r < rows; r++) {
            double w = weights.get(r, 0);
            if (!(w >= 0 && w < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "sample weight of row " + r + " is " + w + "; weights must be finite and not negative");
            }
        }
    }

    /**
     * Number of samples.
     *
     * @return the rows
     */
    public int rows() {
        return inputs.rows();
    }

    /**
     * A view of consecutive rows; nothing is copied.
     *
     * @param from first row
     * @param to row after the last
     * @return the part
     */
    public Dataset range(int from, int to) {
        return new Dataset(
                inputs.rowRange(from, to),
                targets.rowRange(from, to),
                weights == null ? null : weights.rowRange(from, to));
    }

    /**
     * A copy of some rows.
     *
     * @param rows row numbers, in the order wanted
     * @return the part, with tensors of its own
     * @throws IndexOutOfBoundsException if a row does not exist
     */
    public Dataset select(int[] rows) {
        return new Dataset(select(inputs, rows), select(targets, rows), weights == null ? null : select(weights, rows));
    }

    private static Tensor select(Tensor t, int[] rows) {
        Tensor out = Tensor.zeros(t.precision(), rows.length, t.cols());
        for (int i = 0; i < rows.length; i++) {
            out.copyRowFrom(t, rows[i], i);
        }
        return out;
    }

    /**
     * The same data in a precision.
     *
     * @param precision wanted element type
     * @return this dataset if it has that precision, else a converted copy
     */
    public Dataset to(Precision precision) {
        boolean same = inputs.precision() == precision
                && targets.precision() == precision
                && (weights == null || weights.precision() == precision);
        return same
                ? this
                : new Dataset(
                        inputs.to(precision), targets.to(precision), weights == null ? null : weights.to(precision));
    }

    /**
     * Checks that every input and target is a finite number.
     *
     * @throws IllegalArgumentException naming the first row and column with a NaN or infinity
     */
    public void requireFinite() {
        requireFinite("input", inputs);
        requireFinite("target", targets);
    }

    private static void requireFinite(String what, Tensor t) {
        long at = Kernels.of(t.precision()).firstNonFinite(t);
        if (at >= 0) {
            int row = (int) (at / t.cols());
            int col = (int) (at % t.cols());
            throw new IllegalArgumentException(what + " row " + row + ", column " + col + " is " + t.get(row, col)
                    + "; remove or impute it before training");
        }
    }
}
