package io.github.smallnn.bench;

import io.github.smallnn.bench.work.TallProblem;
import java.util.Arrays;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;

/** A way to solve a {@link TallProblem}: from data that lies ready in the form it takes, to the coefficients. */
@FunctionalInterface
interface TallSolver {
    /** Of Apache Commons Math. */
    String COMMONS_MATH = "commons-math";

    /** A whole fit with all memory it needs: intercept, then a coefficient per column. */
    double[] solve();

    /** Prepares a contestant's data. */
    static TallSolver of(TallProblem problem, String by) {
        return switch (by) {
            case Contest.SMALLNN -> new SmallnnTallSolver(problem);
            case Contest.EJML -> ejml(problem);
            case COMMONS_MATH -> commonsMath(problem);
            default ->
                throw new IllegalArgumentException("no contestant '" + by + "'; there are " + Contest.SMALLNN + ", "
                        + Contest.EJML + " and " + COMMONS_MATH);
        };
    }

    /** EJML's QR, which wants the column of ones in its matrix. */
    private static TallSolver ejml(TallProblem problem) {
        int p = problem.features();
        DMatrixRMaj design = new DMatrixRMaj(problem.rows(), p + 1);
        for (int r = 0; r < problem.rows(); r++) {
            design.data[r * (p + 1)] = 1;
            System.arraycopy(problem.x(), r * p, design.data, r * (p + 1) + 1, p);
        }
        DMatrixRMaj y = DMatrixRMaj.wrap(problem.rows(), 1, problem.y());
        return () -> {
            var qr = LinearSolverFactory_DDRM.qr(design.numRows, design.numCols);
            if (qr.modifiesA() || !qr.setA(design)) {
                throw new IllegalStateException("EJML's QR solver failed or would write to its input");
            }
            DMatrixRMaj coefficients = new DMatrixRMaj(design.numCols, 1);
            qr.solve(y, coefficients);
            return coefficients.data;
        };
    }

    /** Commons Math's ordinary least squares, which adds the column of ones itself. */
    private static TallSolver commonsMath(TallProblem problem) {
        int p = problem.features();
        double[][] x = new double[problem.rows()][];
        for (int r = 0; r < x.length; r++) {
            x[r] = Arrays.copyOfRange(problem.x(), r * p, (r + 1) * p);
        }
        double[] y = problem.y();
        return () -> {
            OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
            regression.newSampleData(y, x);
            return regression.estimateRegressionParameters();
        };
    }
}
