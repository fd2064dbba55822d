package io.github.smallnn.linear;

import io.github.smallnn.graph.Dataset;
import java.util.ArrayList;
import java.util.List;

/** The way from data to fits: which problems are solved in memory and which in passes over blocks. */
final class ClosedForm {
    private ClosedForm() {}

    static LinearFit ordinary(Dataset data, boolean intercept, List<String> names) {
        if (TallProblem.suits(data.rows(), data.inputs().cols())) {
            return ordinary(RowSource.of(data), intercept, names);
        }
        List<String> columns = checked(data, names);
        CentredProblem problem = CentredProblem.of(data, intercept);
        return LinearFit.of(LeastSquares.solve(problem.x(), problem.y()), problem.centre(), columns);
    }

    static LinearFit ordinary(RowSource source, boolean intercept, List<String> names) {
        List<String> columns = ColumnNames.checked(names, source.features());
        TallProblem problem = TallProblem.reduce(source, intercept, columns);
        return LinearFit.of(problem.solve(), problem.centre(), columns);
    }

    /** One fit for each list of penalties, which has a penalty for each target. */
    static List<LinearFit> penalised(Dataset data, boolean intercept, List<String> names, List<double[]> alphas) {
        if (TallProblem.suits(data.rows(), data.inputs().cols())) {
            return penalised(RowSource.of(data), intercept, names, alphas);
        }
        List<String> columns = checked(data, names);
        CentredProblem problem = CentredProblem.of(data, intercept);
        return fits(SpectralSystem.of(problem.x(), problem.y(), data.rows()), problem.centre(), columns, alphas);
    }

    static List<LinearFit> penalised(RowSource source, boolean intercept, List<String> names, List<double[]> alphas) {
        List<String> columns = ColumnNames.checked(names, source.features());
        TallProblem problem = TallProblem.reduce(source, intercept, columns);
        return fits(problem.spectral(), problem.centre(), columns, alphas);
    }

    private static List<LinearFit> fits(
            SpectralSystem system, Centre centre, List<String> columns, List<double[]> alphas) {
        List<LinearFit> fits = new ArrayList<>();
        for (double[] penalties : alphas) {
            fits.add(LinearFit.of(system.solve(penalties), centre, columns));
        }
        return fits;
    }

    private static List<String> checked(Dataset data, List<String> names) {
        List<String> columns = ColumnNames.checked(names, data.inputs().cols());
        ColumnNames.requireFinite(data, 0, columns);
        return columns;
    }
}
