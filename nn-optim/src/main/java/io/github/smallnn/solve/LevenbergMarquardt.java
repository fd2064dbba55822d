package io.github.smallnn.solve;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.graph.Model;
import io.github.smallnn.graph.ParameterSet;

/**
 * Levenberg-Marquardt for sums of squares r'r: with J the Jacobian of the residuals, a step h solves
 *
 * <pre>
 * (J'J + mu I) h = -J'r
 * </pre>
 *
 * <p>by Cholesky. With the gain ratio rho, the decrease divided by what the linear model promised, mu is multiplied by
 * max(1/3, 1 - (2 rho - 1)^3) after a decrease; otherwise the step is taken back and mu multiplied by 2, 4, 8, ... The
 * first mu is {@code damping} times the largest diagonal element of J'J. An iteration solves once, accepted or not.
 *
 * <p>For networks of up to a few thousand parameters: it keeps two matrices of parameters x parameters and forms J'J in
 * every accepted iteration. Frozen parameters stay where they are. PyTorch, Keras and scikit-learn have none for networks.
 * Source: Nielsen, "Damping parameter in Marquardt's method", IMM-REP-1999-05. Immutable, any thread.
 *
 * <pre>{@code
 * Solution s = new LevenbergMarquardt(100).fit(model, data);
 * }</pre>
 *
 * @param maxIterations at least 1
 * @param damping first mu relative to J'J, above 0
 * @param gradientTolerance ends where no element of J'r is larger, at least 0
 * @param stepTolerance ends where a step is shorter than this times the length of the parameters, at least 0
 */
public record LevenbergMarquardt(int maxIterations, double damping, double gradientTolerance, double stepTolerance)
        implements Solver {
    /** Most parameters: beyond, one matrix would take more than 800 MB. */
    static final int MOST_PARAMETERS = 10_000;

    private static final String NAME = "Levenberg-Marquardt";

    /**
     * Checks the settings.
     *
     * @param maxIterations iterations
     * @param damping first mu
     * @param gradientTolerance least gradient
     * @param stepTolerance least step
     * @throws IllegalArgumentException if a setting is out of range
     */
    public LevenbergMarquardt {
        Checks.atLeastOne(NAME, "iterations", maxIterations);
        Checks.positive(NAME, "damping", damping);
        Checks.notNegative(NAME, "gradient tolerance", gradientTolerance);
        Checks.notNegative(NAME, "step tolerance", stepTolerance);
    }

    /**
     * With a damping of 1e-3 and tolerances of 1e-10.
     *
     * @param maxIterations at least 1
     * @throws IllegalArgumentException if it is below 1
     */
    public LevenbergMarquardt(int maxIterations) {
        this(maxIterations, 1e-3, 1e-10, 1e-10);
    }

    /**
     * With another first damping.
     *
     * @param value above 0
     * @return a changed copy
     * @throws IllegalArgumentException if it is out of range
     */
    public LevenbergMarquardt withDamping(double value) {
        return new LevenbergMarquardt(maxIterations, value, gradientTolerance, stepTolerance);
    }

    @Override
    public Solution minimize(Objective objective, ParameterSet parameters) {
        if (!(objective instanceof SquaresObjective squares)) {
            throw new IllegalArgumentException("Levenberg-Marquardt needs a SquaresObjective, such as"
                    + " ModelSquares.of(model, data), but got a "
                    + objective.getClass().getName() + "; use L-BFGS");
        }
        int n = parameters.count();
        if (n > MOST_PARAMETERS) {
            throw new IllegalArgumentException("Levenberg-Marquardt takes up to " + MOST_PARAMETERS
                    + " parameters, but there are " + n + "; use L-BFGS");
        }
        return new MarquardtRun(this, squares, parameters).run();
    }

    /**
     * Minimises the mean squared error of a model over all rows.
     *
     * @param model its parameters are modified
     * @param data training data. Not modified.
     * @return what it came to; the value is that of {@code Losses.mse()}
     * @throws IllegalArgumentException if the data does not fit the network, the error is not finite at the start, an op
     *     couples the rows of a batch, or there are too many parameters
     */
    public Solution fit(Model model, Dataset data) {
        return minimize(ModelSquares.of(model, data), model.parameters());
    }
}
