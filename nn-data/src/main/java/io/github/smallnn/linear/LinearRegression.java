package io.github.smallnn.linear;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.tensor.Tensor;

/**
 * Ordinary least squares in closed form: minimises {@code sum(s * |y - X b - b0|^2)} with sample weights s, as
 * scikit-learn's {@code LinearRegression} does.
 *
 * <p>Several targets are solved at once. Columns that depend on each other, and problems with more columns than
 * rows, get the coefficients of least norm. This value only holds the settings; {@link #fit} returns what was
 * found. Immutable, any thread.
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
        CentredProblem problem = CentredProblem.of(data, fitIntercept);
        return problem.fit(LeastSquares.solve(problem.x(), problem.y()));
    }
}
