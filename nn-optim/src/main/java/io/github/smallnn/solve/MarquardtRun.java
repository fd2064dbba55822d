package io.github.smallnn.solve;

import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.solve.Solution.Reason;
import java.util.ArrayList;
import java.util.List;

/** One run of Levenberg-Marquardt. Confined. */
final class MarquardtRun {
    private final LevenbergMarquardt settings;
    private final SquaresObjective squares;
    private final ParameterSet parameters;
    private final NormalMatrix normal;
    private final double[] x;
    private final double[] trial;
    private final double[] step;
    private final double[] residuals;
    private final double[] trialResiduals;
    private final List<Double> values = new ArrayList<>();
    private double mu;
    private double growth = 2;
    private int evaluations;

    MarquardtRun(LevenbergMarquardt settings, SquaresObjective squares, ParameterSet parameters) {
        int n = parameters.count();
        this.settings = settings;
        this.squares = squares;
        this.parameters = parameters;
        this.normal = new NormalMatrix(squares, n);
        this.x = new double[n];
        this.trial = new double[n];
        this.step = new double[n];
        this.residuals = new double[squares.count()];
        this.trialResiduals = new double[residuals.length];
    }

    Solution run() {
        parameters.copyTo(x);
        double value = evaluate(x, residuals);
        if (!Double.isFinite(value)) {
            throw CountedObjective.notFiniteAtStart(value);
        }
        values.add(value);
        normal.form(parameters, residuals);
        mu = settings.damping() * normal.largestDiagonal();
        Reason reason = flat() ? Reason.GRADIENT : null;
        int iterations = 0;
        while (reason == null) {
            iterations++;
            value = iterate(value);
            values.add(value);
            reason = ended(iterations);
        }
        parameters.copyFrom(x);
        return new Solution(value, iterations, evaluations, reason, values);
    }

    private double evaluate(double[] at, double[] into) {
        parameters.copyFrom(at);
        evaluations++;
        return squares.residuals(parameters, into);
    }

    private boolean flat() {
        return Vectors.largest(normal.gradient()) <= settings.gradientTolerance();
    }

    private Reason ended(int iterations) {
        if (flat()) {
            return Reason.GRADIENT;
        }
        double length = Math.sqrt(Vectors.dot(x, x));
        double tolerance = settings.stepTolerance();
        // A mu beyond all numbers: no step that is too short to matter has led down.
        if (Math.sqrt(Vectors.dot(step, step)) <= tolerance * (length + tolerance) || !Double.isFinite(mu)) {
            return Reason.NO_PROGRESS;
        }
        return iterations == settings.maxIterations() ? Reason.ITERATIONS : null;
    }

    /** Tries one step; the value where the run is afterwards. */
    private double iterate(double value) {
        if (!normal.solve(mu, step)) {
            dampMore();
            return value;
        }
        Vectors.copy(x, trial);
        Vectors.add(1, step, trial);
        double next = evaluate(trial, trialResiduals);
        // h'(mu h - g) is what the linear model promises.
        double promised = mu * Vectors.dot(step, step) - Vectors.dot(step, normal.gradient());
        double gain = (value - next) / promised;
        if (!(next < value && gain > 0)) {
            dampMore();
            return value;
        }
        Vectors.copy(trial, x);
        Vectors.copy(trialResiduals, residuals);
        normal.form(parameters, residuals);
        double t = 2 * gain - 1;
        mu *= Math.max(1.0 / 3, 1 - t * t * t);
        growth = 2;
        return next;
    }

    private void dampMore() {
        mu *= growth;
        growth *= 2;
    }
}
