package io.github.smallnn.bench;

import io.github.smallnn.bench.work.TallProblem;
import io.github.smallnn.graph.Dataset;
import io.github.smallnn.linear.LinearFit;
import io.github.smallnn.linear.LinearRegression;
import io.github.smallnn.linear.LinearSolver;
import io.github.smallnn.tensor.DoubleTensor;
import org.ejml.data.DMatrixRMaj;

/** The library's least squares. */
final class SmallnnTallSolver implements TallSolver {
    private final Dataset data;
    private LinearSolver path;

    SmallnnTallSolver(TallProblem problem) {
        DMatrixRMaj x = DMatrixRMaj.wrap(problem.rows(), problem.features(), problem.x());
        DMatrixRMaj y = DMatrixRMaj.wrap(problem.rows(), 1, problem.y());
        this.data = new Dataset(DoubleTensor.wrap(x), DoubleTensor.wrap(y));
    }

    @Override
    public double[] solve() {
        LinearFit fit = new LinearRegression().fit(data);
        path = fit.solver();
        double[] coefficients = new double[data.inputs().cols() + 1];
        coefficients[0] = fit.intercept().get(0, 0);
        System.arraycopy(fit.coef().toArray(), 0, coefficients, 1, coefficients.length - 1);
        return coefficients;
    }

    /** The way that the last fit took. */
    LinearSolver path() {
        return path;
    }
}
