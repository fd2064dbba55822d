package io.github.smallnn.linear;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Tensor;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * The report of a statistician on a least-squares fit of one target: how sure each coefficient is, how good the whole
 * fit, which rows weigh on it. The figures are the textbook's for independent Gaussian errors of one variance (over the
 * sample weight); {@link #toString()} prints them as a table. Rows of weight 0 do not count as observations.
 *
 * <p>Source: D. C. Montgomery, E. A. Peck and G. G. Vining, "Introduction to Linear Regression Analysis". Immutable,
 * any thread.
 */
public final class Diagnostics {
    private final LinearFit fit;
    private final double confidence;
    private final List<CoefficientFigures> coefficients;
    private final FitQuality quality;
    private final RowFigures rows;
    private final DoubleTensor covariance;

    Diagnostics(
            LinearFit fit,
            double confidence,
            List<CoefficientFigures> coefficients,
            FitQuality quality,
            RowFigures rows,
            DMatrixRMaj covariance) {
        this.fit = fit;
        this.confidence = confidence;
        this.coefficients = List.copyOf(coefficients);
        this.quality = quality;
        this.rows = rows;
        this.covariance = DoubleTensor.wrap(covariance);
    }

    /**
     * Fits with an intercept and reports with intervals of 95 %; the columns are called x0, x1, ...
     *
     * @param data inputs and one target, with sample weights or without. Not modified.
     * @return the report
     * @throws IllegalArgumentException if there is not one target, a value is not finite, or there are no more rows
     *     than independent coefficients
     */
    public static Diagnostics of(Dataset data) {
        return of(
                new LinearRegression(), data, ColumnNames.numbered(data.inputs().cols()), 0.95);
    }

    /**
     * Fits and reports.
     *
     * @param regression with an intercept or without
     * @param data inputs and one target, with sample weights or without. Not modified.
     * @param names one name per input column, all different
     * @param confidence of the intervals, such as 0.95
     * @return the report
     * @throws IllegalArgumentException if there is not one target, a value is not finite, the names do not fit, the
     *     confidence is not between 0 and 1, or there are no more rows than independent coefficients
     */
    public static Diagnostics of(LinearRegression regression, Dataset data, List<String> names, double confidence) {
        if (data.targets().cols() != 1) {
            throw new IllegalArgumentException("a report is about one target, but there are "
                    + data.targets().cols() + "; choose one with targets().columnRange(i, i + 1)");
        }
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must be between 0 and 1, but is " + confidence);
        }
        return new FitAnalysis(regression.fit(data, names), data).report(confidence);
    }

    /**
     * The fit.
     *
     * @return coefficients, rank, singular values of the centred X, path taken
     */
    public LinearFit fit() {
        return fit;
    }

    /**
     * Coefficients with their standard errors, t, p and intervals.
     *
     * @return an unmodifiable list, the intercept first if there is one
     */
    public List<CoefficientFigures> coefficients() {
        return coefficients;
    }

    /**
     * Figures of the fit as a whole.
     *
     * @return R2, F, likelihood, criteria and more
     */
    public FitQuality quality() {
        return quality;
    }

    /**
     * Figures of each row.
     *
     * @return residuals, leverages and what follows from them
     */
    public RowFigures rows() {
        return rows;
    }

    /**
     * Variances and covariances of the coefficients, {@code s^2 (D'D)^-1}.
     *
     * @return a new square tensor in the order of {@link #coefficients()}
     */
    public Tensor covariance() {
        return covariance.copy();
    }

    /**
     * Singular values of the design with its column of ones.
     *
     * @return a new array in descending order
     */
    public double[] designSingularValues() {
        return ThinSvd.values(DesignGeometry.factor(fit));
    }

    /**
     * The confidence of the intervals.
     *
     * @return between 0 and 1
     */
    public double confidence() {
        return confidence;
    }

    /** The figures as a table. */
    @Override
    public String toString() {
        return DiagnosticsTable.of(this);
    }
}
