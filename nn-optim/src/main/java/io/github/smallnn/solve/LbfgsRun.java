package io.github.smallnn.solve;

import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.solve.Solution.Reason;
import java.util.ArrayList;
import java.util.List;

/** A run of {@link Lbfgs}: each call continues with what the earlier ones have learnt. Mutable, confined. */
public final class LbfgsRun {
    private final Lbfgs settings;
    private final CountedObjective objective;
    private final InverseHessian inverse;
    private final double[] x;
    private final double[] trial;
    private final double[] gradient;
    private final double[] before;
    private final double[] direction;
    private double step;
    private double value;
    private int iterations;

    LbfgsRun(Lbfgs settings, Objective objective, ParameterSet parameters) {
        int n = parameters.count();
        this.settings = settings;
        this.objective = new CountedObjective(objective, parameters);
        this.inverse = new InverseHessian(settings.history());
        this.x = new double[n];
        this.trial = new double[n];
        this.gradient = new double[n];
        this.before = new double[n];
        this.direction = new double[n];
        parameters.copyTo(x);
    }

    /**
     * Iterates until a condition to end is met. Without line search the value after the last iteration is not evaluated, as
     * in PyTorch; the solution then has the one before.
     *
     * @return what this call came to; its counts are those of this call
     * @throws IllegalArgumentException if the objective is not finite where the call begins
     */
    public Solution step() {
        int evaluated = objective.evaluations();
        int iterated = iterations;
        List<Double> values = new ArrayList<>();
        value = objective.evaluate(x, gradient);
        if (!Double.isFinite(value)) {
            throw CountedObjective.notFiniteAtStart(value);
        }
        values.add(value);
        Reason reason = flat() ? Reason.GRADIENT : null;
        while (reason == null) {
            iterations++;
            reason = iterate(iterations - iterated, evaluated);
            values.add(value);
        }
        objective.moveTo(x);
        return new Solution(value, iterations - iterated, objective.evaluations() - evaluated, reason, values);
    }

    private boolean flat() {
        return Vectors.largest(gradient) <= settings.gradientTolerance();
    }

    /** One iteration, of which it is so-and-so many in this call; why the call ends, or null. */
    private Reason iterate(int iteration, int evaluated) {
        if (iterations == 1) {
            Vectors.scaled(-1, gradient, direction);
        } else {
            inverse.learn(gradient, before, step, direction);
            inverse.descend(gradient, direction);
        }
        Vectors.copy(gradient, before);
        double valueBefore = value;
        step = settings.rate() * (iterations == 1 ? Math.min(1, 1 / Vectors.absoluteSum(gradient)) : 1);
        double slope = Vectors.dot(gradient, direction);
        if (slope > -settings.changeTolerance()) {
            return Reason.NO_PROGRESS;
        }
        boolean last = iteration == settings.maxIterations();
        if (!move(last)) {
            return Reason.NOT_FINITE;
        }
        if (last) {
            return Reason.ITERATIONS;
        }
        if (objective.evaluations() - evaluated >= settings.maxEvaluations()) {
            return Reason.EVALUATIONS;
        }
        if (flat()) {
            return Reason.GRADIENT;
        }
        boolean still = step * Vectors.largest(direction) <= settings.changeTolerance();
        return still || Math.abs(value - valueBefore) < settings.changeTolerance() ? Reason.NO_PROGRESS : null;
    }

    /** Moves along the direction; false, and where it was, if the objective is not finite there. */
    private boolean move(boolean last) {
        Vectors.copy(x, trial);
        if (settings.lineSearch()) {
            StrongWolfe.Point p =
                    new StrongWolfe(this::along, direction, value, gradient, settings.changeTolerance()).search(step);
            if (!Double.isFinite(p.value())) {
                return false;
            }
            step = p.step();
            value = p.value();
            Vectors.copy(p.gradient(), gradient);
            Vectors.add(step, direction, x);
            return true;
        }
        Vectors.add(step, direction, trial);
        if (!last) {
            double next = objective.evaluate(trial, gradient);
            if (!Double.isFinite(next)) {
                return false;
            }
            value = next;
        }
        Vectors.copy(trial, x);
        return true;
    }

    private double along(double length, double[] gradientThere) {
        Vectors.copy(x, trial);
        Vectors.add(length, direction, trial);
        return objective.evaluate(trial, gradientThere);
    }

    /** The objective where the run is, evaluated once more. */
    double valueHere() {
        return objective.evaluate(x, trial);
    }

    /**
     * Iterations of all calls.
     *
     * @return the count
     */
    public int iterations() {
        return iterations;
    }

    /**
     * Evaluations of all calls.
     *
     * @return the count
     */
    public int evaluations() {
        return objective.evaluations();
    }
}
