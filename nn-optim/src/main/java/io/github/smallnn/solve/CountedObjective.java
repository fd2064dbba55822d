package io.github.smallnn.solve;

import io.github.smallnn.graph.ParameterSet;

/** An objective over flat parameters, with a count of its evaluations. Confined. */
final class CountedObjective {
    private final Objective objective;
    private final ParameterSet parameters;
    private final ParameterSet gradients;
    private int evaluations;

    CountedObjective(Objective objective, ParameterSet parameters) {
        this.objective = objective;
        this.parameters = parameters;
        this.gradients = parameters.zerosLike();
    }

    /** Value and gradient at a flat point, to which the parameters are set. */
    double evaluate(double[] at, double[] gradient) {
        parameters.copyFrom(at);
        evaluations++;
        double value = objective.evaluate(parameters, gradients);
        gradients.copyTo(gradient);
        return value;
    }

    void moveTo(double[] at) {
        parameters.copyFrom(at);
    }

    int evaluations() {
        return evaluations;
    }

    static IllegalArgumentException notFiniteAtStart(double value) {
        return new IllegalArgumentException("the objective is " + value
                + " at the start; begin from other parameters, or scale the inputs and targets");
    }
}
