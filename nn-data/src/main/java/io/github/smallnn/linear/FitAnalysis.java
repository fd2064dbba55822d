package io.github.smallnn.linear;

import io.github.smallnn.graph.Dataset;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** Computes the figures of {@link Diagnostics} from a fit and the data that it was made of. */
final class FitAnalysis {
    // A leverage this close to 1 is 1 within rounding: the row is met whatever its target, and a division by 1 - h
    // would give noise.
    private static final double FREE = 1e-10;

    private final LinearFit fit;
    private final DesignGeometry geometry;
    private final Dataset data;
    private final int parameters;
    private final double[] residuals;
    private final double[] leverage;
    private long observations;
    private double logWeights;
    private double tss;
    private double rss;

    FitAnalysis(LinearFit fit, Dataset data) {
        this.fit = fit;
        this.geometry = DesignGeometry.of(fit);
        this.data = data;
        this.parameters = fit.rank() + (fit.centre().fitted() ? 1 : 0);
        this.residuals = new double[data.rows()];
        this.leverage = new double[data.rows()];
        readRows();
        if (observations <= parameters) {
            throw new IllegalArgumentException("a report needs more rows than coefficients, but " + observations
                    + " rows have positive weight and " + parameters
                    + " coefficients are independent; give more rows or fewer columns");
        }
    }

    private void readRows() {
        double[] deviation = new double[data.inputs().cols()];
        CompensatedSum sum = new CompensatedSum();
        for (int r = 0; r < residuals.length; r++) {
            double weight = data.weights() == null ? 1 : data.weights().get(r, 0);
            double target = data.targets().get(r, 0) - fit.centre().y()[0];
            sum.clear();
            sum.add(target);
            for (int c = 0; c < deviation.length; c++) {
                deviation[c] = data.inputs().get(r, c) - fit.centre().x()[c];
                sum.addProduct(-deviation[c], fit.solution().coef().get(c, 0));
            }
            residuals[r] = Math.sqrt(weight) * sum.value();
            leverage[r] = weight * geometry.leverage(deviation);
            tss += weight * target * target;
            rss += residuals[r] * residuals[r];
            if (weight > 0) {
                observations++;
                logWeights += Math.log(weight);
            }
        }
    }

    Diagnostics report(double confidence) {
        double variance = rss / (observations - parameters);
        DMatrixRMaj covariance = geometry.full().copy();
        CommonOps_DDRM.scale(variance, covariance);
        return new Diagnostics(
                fit, confidence, coefficients(covariance, confidence), quality(variance), rows(variance), covariance);
    }

    private List<CoefficientFigures> coefficients(DMatrixRMaj covariance, double confidence) {
        double quantile = Tails.studentQuantile(1 - confidence, observations - parameters);
        List<CoefficientFigures> figures = new ArrayList<>();
        int at = 0;
        if (fit.centre().fitted()) {
            double value = fit.intercept().get(0, 0);
            figures.add(figures("intercept", value, covariance.get(0, 0), quantile, Double.NaN));
            at = 1;
        }
        double[] vif = geometry.inflation();
        for (int c = 0; c < vif.length; c++, at++) {
            double value = fit.solution().coef().get(c, 0);
            figures.add(figures(fit.names().get(c), value, covariance.get(at, at), quantile, vif[c]));
        }
        return figures;
    }

    private CoefficientFigures figures(String name, double value, double variance, double quantile, double vif) {
        double error = Math.sqrt(variance);
        double t = value / error;
        double p = Tails.student(t, observations - parameters);
        return new CoefficientFigures(
                name, value, error, t, p, value - quantile * error, value + quantile * error, vif);
    }

    private FitQuality quality(double variance) {
        int model = fit.rank();
        long degrees = observations - parameters;
        double n = observations;
        double r2 = tss == 0 ? (rss == 0 ? 1 : 0) : 1 - rss / tss;
        double f = model == 0 ? Double.NaN : (tss - rss) / model / variance;
        double likelihood = -0.5 * n * (Math.log(2 * Math.PI) + Math.log(rss / n) + 1) + 0.5 * logWeights;
        double[] s = ThinSvd.values(DesignGeometry.factor(fit));
        return new FitQuality(
                observations,
                model,
                degrees,
                rss,
                tss,
                variance,
                r2,
                1 - (1 - r2) * (fit.centre().fitted() ? n - 1 : n) / degrees,
                f,
                Tails.f(f, model, degrees),
                likelihood,
                -2 * likelihood + 2 * parameters,
                -2 * likelihood + parameters * Math.log(n),
                successiveDifferences() / rss,
                press(),
                fit.rank() < fit.names().size() ? Double.POSITIVE_INFINITY : s[0] / s[s.length - 1]);
    }

    private double successiveDifferences() {
        double sum = 0;
        for (int r = 1; r < residuals.length; r++) {
            double d = residuals[r] - residuals[r - 1];
            sum += d * d;
        }
        return sum;
    }

    private double press() {
        double sum = 0;
        for (int r = 0; r < residuals.length; r++) {
            double left = residuals[r] / free(r);
            sum += left * left;
        }
        return sum;
    }

    /** 1 - h, or NaN where that is 0. */
    private double free(int row) {
        double free = 1 - leverage[row];
        return free < FREE ? Double.NaN : free;
    }

    private RowFigures rows(double variance) {
        double[] standardized = new double[residuals.length];
        double[] cooks = new double[residuals.length];
        for (int r = 0; r < residuals.length; r++) {
            double e = residuals[r];
            standardized[r] = e / Math.sqrt(variance * free(r));
            cooks[r] = e * e / (parameters * variance) * leverage[r] / (free(r) * free(r));
        }
        return new RowFigures(residuals, leverage, standardized, cooks);
    }
}
