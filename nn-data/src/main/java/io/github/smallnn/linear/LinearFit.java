package io.github.smallnn.linear;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.metrics.Metrics;
import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;
import java.util.List;
import java.util.Locale;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * A fitted linear model: {@code y = X coef' + intercept}. Made by {@link LinearRegression} and {@link Ridge}.
 * Immutable, any thread.
 */
public final class LinearFit {
    private final DoubleTensor coef;
    private final double[] intercept;
    private final Solution solution;
    private final Centre centre;
    private final List<String> names;

    private LinearFit(DoubleTensor coef, double[] intercept, Solution solution, Centre centre, List<String> names) {
        this.coef = coef;
        this.intercept = intercept;
        this.solution = solution;
        this.centre = centre;
        this.names = names;
    }

    /** What the solution of a centred problem says about the original one. */
    static LinearFit of(Solution solution, Centre centre, List<String> names) {
        DMatrixRMaj coef = CommonOps_DDRM.transpose(solution.coef(), null);
        for (int i = 0; i < coef.data.length; i++) {
            if (!Double.isFinite(coef.data[i])) {
                throw new ArithmeticException("the coefficient of '" + names.get(i % coef.numCols) + "' came out as "
                        + coef.data[i] + "; bring the columns and the target to similar size");
            }
        }
        return new LinearFit(DoubleTensor.wrap(coef), centre.intercept(coef.data), solution, centre, names);
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
        return solution.rank();
    }

    /**
     * Singular values of the X of the solved problem; see {@link #rank()}.
     *
     * @return a new array in descending order, as long as the smaller side of X
     */
    public double[] singularValues() {
        return solution.singularValues().clone();
    }

    /**
     * How far the solved problem amplifies relative errors of the data: the largest singular value over the
     * smallest.
     *
     * @return at least 1, or infinity if X is short of rank
     */
    public double conditionNumber() {
        double[] s = solution.singularValues();
        return rank() == s.length ? s[0] / s[s.length - 1] : Double.POSITIVE_INFINITY;
    }

    /**
     * The way in which the problem was solved.
     *
     * @return the solver
     */
    public LinearSolver solver() {
        return solution.solver();
    }

    /**
     * Names of the input columns.
     *
     * @return as given to {@code fit}, else x0, x1, ...; an unmodifiable list
     */
    public List<String> names() {
        return names;
    }

    /**
     * Which columns depend on others where the {@link #rank()} is short: what they are made of.
     *
     * @return one entry for each column too many, in order of the columns; empty if the rank is full
     */
    public List<Dependence> dependences() {
        return NullSpace.dependences(solution, centre.fitted(), names);
    }

    Solution solution() {
        return solution;
    }

    Centre centre() {
        return centre;
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

    /** The formula of each target, how it was found, and which columns depend on others. */
    @Override
    public String toString() {
        StringBuilder s = new StringBuilder();
        for (int t = 0; t < coef.rows(); t++) {
            s.append(coef.rows() == 1 ? "y" : "y" + t).append(" = ").append(Figures.six(intercept[t]));
            for (int c = 0; c < coef.cols(); c++) {
                double b = coef.get(t, c);
                s.append(b < 0 ? " - " : " + ")
                        .append(Figures.six(Math.abs(b)))
                        .append(' ')
                        .append(names.get(c));
            }
            s.append('\n');
        }
        s.append(String.format(
                Locale.ROOT,
                "solved by %s, rank %d of %d, condition %.3g",
                solver(),
                rank(),
                coef.cols(),
                conditionNumber()));
        dependences().forEach(d -> s.append("\n").append(d));
        return s.toString();
    }
}
