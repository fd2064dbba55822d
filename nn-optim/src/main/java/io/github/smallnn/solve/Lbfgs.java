package io.github.smallnn.solve;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Model;
import io.github.smallnn.graph.ParameterSet;

/**
 * L-BFGS: steps along -H g, where H approximates the inverse of the second derivatives from the last differences of
 * parameters and gradients. Each step is {@code rate} long, or as long as a line search with strong Wolfe conditions says.
 * PyTorch's {@code LBFGS}, with its conditions to end. Frozen parameters stay where they are. Source: Nocedal and Wright,
 * "Numerical optimization", 2nd edition, algorithm 7.4. Immutable, any thread.
 *
 * <pre>{@code
 * Solution s = Lbfgs.strongWolfe(200).fit(model, Losses.mse(), data);
 * }</pre>
 *
 * @param rate length of a step, or of the first one that the line search tries, above 0
 * @param maxIterations iterations of one call, at least 1
 * @param maxEvaluations no iteration begins after so many evaluations of one call, at least 1
 * @param gradientTolerance ends where no element of the gradient is larger, at least 0
 * @param changeTolerance ends where no parameter, or not the value, changes by more, at least 0
 * @param history how many differences are kept, at least 1
 * @param lineSearch whether to search along the line
 */
public record Lbfgs(
        double rate,
        int maxIterations,
        int maxEvaluations,
        double gradientTolerance,
        double changeTolerance,
        int history,
        boolean lineSearch)
        implements Solver {

    /**
     * Checks the settings.
     *
     * @param rate length of a step
     * @param maxIterations iterations of one call
     * @param maxEvaluations evaluations of one call
     * @param gradientTolerance least gradient
     * @param changeTolerance least change
     * @param history how many differences are kept
     * @param lineSearch whether to search along the line
     * @throws IllegalArgumentException if a setting is out of range
     */
    public Lbfgs {
        Checks.positive("L-BFGS", "rate", rate);
        Checks.atLeastOne("L-BFGS", "iterations", maxIterations);
        Checks.atLeastOne("L-BFGS", "evaluations", maxEvaluations);
        Checks.notNegative("L-BFGS", "gradient tolerance", gradientTolerance);
        Checks.notNegative("L-BFGS", "change tolerance", changeTolerance);
        Checks.atLeastOne("L-BFGS", "history", history);
    }

    /** With PyTorch's defaults: rate 1, 20 iterations, 25 evaluations, tolerances 1e-7 and 1e-9, history 100, no search. */
    public Lbfgs() {
        this(1, 20, 25, 1e-7, 1e-9, 100, false);
    }

    /**
     * With the line search and room for its evaluations, the form for training: tolerances 1e-7 and 1e-9, history 100.
     *
     * @param iterations at least 1
     * @return the solver
     * @throws IllegalArgumentException if it is below 1
     */
    public static Lbfgs strongWolfe(int iterations) {
        return new Lbfgs(1, iterations, Integer.MAX_VALUE, 1e-7, 1e-9, 100, true);
    }

    /**
     * With another number of differences.
     *
     * @param differences at least 1
     * @return a changed copy
     * @throws IllegalArgumentException if it is below 1
     */
    public Lbfgs withHistory(int differences) {
        return new Lbfgs(
                rate, maxIterations, maxEvaluations, gradientTolerance, changeTolerance, differences, lineSearch);
    }

    /**
     * With other conditions to end.
     *
     * @param gradient least gradient, at least 0
     * @param change least change, at least 0
     * @return a changed copy
     * @throws IllegalArgumentException if one is out of range
     */
    public Lbfgs withTolerances(double gradient, double change) {
        return new Lbfgs(rate, maxIterations, maxEvaluations, gradient, change, history, lineSearch);
    }

    /**
     * A run that can be continued call by call, as PyTorch's optimizer is.
     *
     * @param objective what to minimise
     * @param parameters where to begin. Modified by the run.
     * @return a new run
     */
    public LbfgsRun start(Objective objective, ParameterSet parameters) {
        return new LbfgsRun(this, objective, parameters);
    }

    @Override
    public Solution minimize(Objective objective, ParameterSet parameters) {
        LbfgsRun run = start(objective, parameters);
        Solution s = run.step();
        if (lineSearch || s.reason() == Solution.Reason.NOT_FINITE) {
            return s;
        }
        double value = run.valueHere();
        return new Solution(value, s.iterations(), run.evaluations(), s.reason(), s.values());
    }

    /**
     * Trains a model on all rows at once.
     *
     * @param model its parameters are modified
     * @param loss what to minimise
     * @param data training data. Not modified.
     * @return what it came to
     * @throws IllegalArgumentException if the data does not fit the network or the loss, or the loss is not finite at the
     *     start
     */
    public Solution fit(Model model, Loss loss, Dataset data) {
        return minimize(ModelObjective.of(model, loss, data), model.parameters());
    }
}
