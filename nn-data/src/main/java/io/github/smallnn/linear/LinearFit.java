package io.github.smallnn.linear;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.metrics.Metrics;
import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;

/**
 * A fitted linear model: {@code y = X coef' + intercept}. Made by {@link LinearRegression} and {@link Ridge}.
 * Immutable, any thread.
 */
public final class LinearFit {
    private final DoubleTensor coef;
    private final double[] intercept;
    private final int rank;
    private final double[] singularValues;
    private final LinearSolver solver;

    LinearFit(DoubleTensor coef, double[] intercept, int rank, double[] singularValues, LinearSolver solver) {
        this.coef = coef;
        this.intercept = intercept;
        this.rank = rank;
        this.singularValues = singularValues;
        this.solver = solver;
    }

    /**
     * The coefficients, in scikit-learn's layout (a dense layer's weight is the transpose).
     *
     * @return a new tensor of targets x features in double precision
     */
    public Tensor coef() {
        return coef.copy();
    }

    /**
     * The constants, one per target; zeros if none was fitted.
     *
     * @return a new tensor of 1 x targets in double precision
     */
    public Tensor intercept() {
        return Tensor.row(intercept);
    }

    /**
     * Number of independent columns of the solved problem: of the centred and weighted X with an intercept, of the
     * weighted X without.
     *
     * @return how many {@link #singularValues()} are above {@code max(rows, features) * 2^-52} times the largest
     */
    public int rank() {
        return rank;
    }

    /**
     * Singular values of the X of the solved problem; see {@link #rank()}.
     *
     * @return a new array in descending order, as long as the smaller side of X
     */
    public double[] singularValues() {
        return singularValues.clone();
    }

    /**
     * How far the solved problem amplifies relative errors of the data: the largest singular value over the
     * smallest.
     *
     * @return at least 1, or infinity if X is short of rank
     */
    public double conditionNumber() {
        boolean full = rank == singularValues.length;
        return full ? singularValues[0] / singularValues[rank - 1] : Double.POSITIVE_INFINITY;
    }

    /**
     * The way in which the problem was solved.
     *
     * @return the solver
     */
    public LinearSolver solver() {
        return solver;
    }

    /**
     * Predicts targets.
     *
     * @param x inputs, rows x features. Not modified.
     * @return a new tensor of rows x targets in double precision
     * @throws IllegalArgumentException if the number of columns is not that of the fitted features
     */
    public Tensor predict(Tensor x) {
        if (x.cols() != coef.cols()) {
            throw new IllegalArgumentException("this model was fitted on " + coef.cols() + " features, but was given "
                    + x.describe() + "; give the columns it was fitted on");
        }
        Tensor y = Tensor.zeros(Precision.DOUBLE, x.rows(), coef.rows());
        for (int r = 0; r < x.rows(); r++) {
            for (int t = 0; t < coef.rows(); t++) {
                double sum = 0;
                for (int c = 0; c < coef.cols(); c++) {
                    sum += x.get(r, c) * coef.get(t, c);
                }
                y.set(r, t, sum + intercept[t]);
            }
        }
        return y;
    }

    /**
     * Coefficient of determination on some data, with its sample weights; see {@link Metrics#r2()}.
     *
     * @param data inputs and targets. Not modified.
     * @return at most 1, the mean over the targets
     * @throws IllegalArgumentException if the sizes are not those of the fitted problem
     */
    public double score(Dataset data) {
        return Metrics.r2().of(predict(data.inputs()), data.targets(), data.weights());
    }
}
