package io.github.smallnn.linear;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Least squares with a penalty on the size of the coefficients: minimises {@code sum(s * |y - X b - b0|^2) + alpha
 * * |b|^2} with sample weights s, as scikit-learn's {@code Ridge} does. The intercept b0 is not penalised.
 *
 * <p>This value only holds the settings; {@link #fit} returns what was found. Immutable, any thread.
 *
 * @param alphas the penalty: one number for all targets, or one for each; {@link #fitEach} takes them one at a time
 * @param fitIntercept whether a constant b0 is fitted; if not it is 0
 */
public record Ridge(List<Double> alphas, boolean fitIntercept) {

    /**
     * Checks the penalties.
     *
     * @param alphas the penalty: one number for all targets, or one for each
     * @param fitIntercept whether a constant b0 is fitted
     * @throws IllegalArgumentException if there is none, or one is negative or not finite
     */
    public Ridge {
        alphas = List.copyOf(alphas);
        if (alphas.isEmpty()) {
            throw new IllegalArgumentException("ridge needs an alpha, got none");
        }
        for (int t = 0; t < alphas.size(); t++) {
            double alpha = alphas.get(t);
            if (!(alpha >= 0 && alpha < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "alpha number " + t + " is " + alpha + "; a penalty must be finite and not negative");
            }
        }
    }

    /** Ridge with alpha 1 and an intercept, scikit-learn's defaults. */
    public Ridge() {
        this(List.of(1.0), true);
    }

    /**
     * Ridge with an intercept.
     *
     * @param alphas one penalty for all targets or one for each, finite and not negative
     * @return a new value
     * @throws IllegalArgumentException if there is none, or one is negative or not finite
     */
    public static Ridge of(double... alphas) {
        List<Double> list = new ArrayList<>();
        for (double alpha : alphas) {
            list.add(alpha);
        }
        return new Ridge(list, true);
    }

    /**
     * The same without a constant.
     *
     * @return a new value
     */
    public Ridge withoutIntercept() {
        return new Ridge(alphas, false);
    }

    /**
     * Solves the problem.
     *
     * @param x inputs, rows x features, all finite. Not modified.
     * @param y targets, rows x targets, all finite. Not modified.
     * @return coefficients and figures of the solution
     * @throws IllegalArgumentException if there is no row, the numbers of rows differ, a value is not finite, or
     *     the number of penalties is neither 1 nor that of the targets
     */
    public LinearFit fit(Tensor x, Tensor y) {
        return fit(new Dataset(x, y));
    }

    /**
     * Solves the problem, each row counting by its sample weight.
     *
     * @param data inputs and targets, all finite. Not modified.
     * @return coefficients and figures of the solution
     * @throws IllegalArgumentException if a value is not finite, naming row and column, all weights are 0, or the
     *     number of penalties is neither 1 nor that of the targets
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
     *     or the number of penalties do not fit
     * @throws ArithmeticException if numbers are so large that the solution cannot be represented
     */
    public LinearFit fit(Dataset data, List<String> names) {
        List<double[]> penalties = List.of(penalties(data.targets().cols()));
        return ClosedForm.penalised(data, fitIntercept, names, penalties).get(0);
    }

    /**
     * Solves a problem whose rows are read in blocks, in one to three passes; memory does not grow with the rows.
     *
     * @param source where the rows come from, all finite
     * @param names one name per input column, all different
     * @return coefficients and figures of the solution
     * @throws IllegalArgumentException if a value is not finite, naming row and column, all weights are 0, there is no
     *     row, or the names, a block or the number of penalties do not fit
     * @throws IllegalStateException if passes give different numbers of rows
     * @throws ArithmeticException if numbers are so large that the solution cannot be represented
     */
    public LinearFit fit(RowSource source, List<String> names) {
        List<double[]> penalties = List.of(penalties(source.targets()));
        return ClosedForm.penalised(source, fitIntercept, names, penalties).get(0);
    }

    /**
     * Solves one problem for several penalties from a single decomposition: each alpha in turn for all targets.
     *
     * @param data inputs and targets, all finite. Not modified.
     * @return one fit per alpha, in their order
     * @throws IllegalArgumentException if a value is not finite, naming row and column, or all weights are 0
     * @throws ArithmeticException if numbers are so large that a solution cannot be represented
     */
    public List<LinearFit> fitEach(Dataset data) {
        List<double[]> penalties = new ArrayList<>();
        for (double alpha : alphas) {
            double[] same = new double[data.targets().cols()];
            Arrays.fill(same, alpha);
            penalties.add(same);
        }
        return ClosedForm.penalised(
                data, fitIntercept, ColumnNames.numbered(data.inputs().cols()), penalties);
    }

    private double[] penalties(int targets) {
        if (alphas.size() != 1 && alphas.size() != targets) {
            throw new IllegalArgumentException("ridge has " + alphas.size() + " alphas, but there are " + targets
                    + " targets; give one alpha for all or one for each");
        }
        double[] penalties = new double[targets];
        for (int t = 0; t < targets; t++) {
            penalties[t] = alphas.get(alphas.size() == 1 ? 0 : t);
        }
        return penalties;
    }
}
