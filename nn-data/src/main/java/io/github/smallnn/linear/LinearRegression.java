package io.github.smallnn.linear;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.tensor.Tensor;
import java.util.List;

/**
 * Ordinary least squares in closed form: minimises {@code sum(s * |y - X b - b0|^2)} with sample weights s, as
 * scikit-learn's {@code LinearRegression} does.
 *
 * <p>Tall, well-conditioned problems are solved by normal equations in blocks of rows, others by QR; {@link
 * LinearFit#solver()} says which way was taken. Several targets are solved at once. Columns that depend on each other,
 * and problems with more columns than rows, get the coefficients of least norm. This value only holds the settings;
 * {@link #fit} returns what was found. Immutable, any thread.
 *
 * @param fitIntercept whether a constant b0 is fitted; if not it is 0
 */
public record LinearRegression(boolean fitIntercept) {

    /** Least squares with an intercept. */
    public LinearRegression() {
        this(true);
    }

    /**
     * Solves the problem.
     *
     * @param x inputs, rows x features, all finite. Not modified.
     * @param y targets, rows x targets, all finite. Not modified.
     * @return coefficients and figures of the solution
     * @throws IllegalArgumentException if there is no row, the numbers of rows differ, or a value is not finite
     */
    public LinearFit fit(Tensor x, Tensor y) {
        return fit(new Dataset(x, y));
    }

    /**
     * Solves the problem, each row counting by its sample weight.
     *
     * @param data inputs and targets, all finite. Not modified.
     * @return coefficients and figures of the solution
     * @throws IllegalArgumentException if a value is not finite, naming row and column, or all weights are 0
     */
    public LinearFit fit(Dataset data) {
        return fit(data, ColumnNames.numbered(data.inputs().cols()));
    }

    /**
     * Solves the problem and speaks of the input columns by their names.
     *
     * @param data inputs and targets, all finite. Not modified.
     * @param names one name per input column, all different
     * @return coefficients and figures of the solution
     * @throws IllegalArgumentException if a value is not finite, naming row and column, all weights are 0, or the names
     *     do not fit
     * @throws ArithmeticException if numbers are so large that the solution cannot be represented
     */
    public LinearFit fit(Dataset data, List<String> names) {
        return ClosedForm.ordinary(data, fitIntercept, names);
    }

    /**
     * Solves a problem whose rows are read in blocks, in one to three passes; memory does not grow with the rows.
     *
     * @param source where the rows come from, all finite
     * @param names one name per input column, all different
     * @return coefficients and figures of the solution
     * @throws IllegalArgumentException if a value is not finite, naming row and column, all weights are 0, there is no
     *     row, or the names or a block do not fit
     * @throws IllegalStateException if passes give different numbers of rows
     * @throws ArithmeticException if numbers are so large that the solution cannot be represented
     */
    public LinearFit fit(RowSource source, List<String> names) {
        return ClosedForm.ordinary(source, fitIntercept, names);
    }

    /**
     * Solves a problem whose rows are read in blocks; see {@link #fit(RowSource, List)}.
     *
     * @param source where the rows come from, all finite
     * @return coefficients and figures of the solution
     */
    public LinearFit fit(RowSource source) {
        return fit(source, ColumnNames.numbered(source.features()));
    }
}
