package io.github.smallnn.linear;

import static io.github.smallnn.testing.GoldenAssert.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.testing.GoldenValue;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Holds a report's figures against the textbook's of golden/linear.json and against NIST's certified ones. */
final class DiagnosticsGolden {
    private static final double PROBABILITY = 1e-8;

    private DiagnosticsGolden() {}

    static void check(LinearFit fit, Dataset data, GoldenValue want, double rtol) {
        Diagnostics got = Diagnostics.of(new LinearRegression(fit.centre().fitted()), data, fit.names(), 0.95);
        coefficients(got, want, rtol);
        array(got.covariance().toArray(), want.get("covariance"), rtol);
        array(DesignGeometry.of(fit).full().data, want.get("xtx_inverse"), rtol);
        RowFigures rows = got.rows();
        // A residual is the small difference of large numbers; its error is that of the target.
        double level = Math.max(1, maxAbs(data.targets().toArray()));
        assertClose(
                want.place() + ".residuals",
                rows.residuals(),
                want.get("residuals").array().doubles(),
                rtol,
                1e-12 * level);
        array(rows.leverage(), want.get("leverage"), rtol);
        array(rows.standardizedResiduals(), want.get("standardized_residuals"), rtol);
        array(rows.cooksDistance(), want.get("cooks_distance"), rtol);
        quality(got.quality(), want, rtol);
        String order = fit.centre().fitted() ? "intercept first, then columns of X" : "columns of X";
        assertThat(want.get("order").asText()).as(want.place()).isEqualTo(order);
        assertThat(want.names())
                .as("all figures of %s are checked here", want.place())
                .hasSize(25);
    }

    private static void coefficients(Diagnostics got, GoldenValue want, double rtol) {
        array(column(got, CoefficientFigures::value), want.get("beta"), rtol);
        array(column(got, CoefficientFigures::standardError), want.get("standard_errors"), rtol);
        array(column(got, CoefficientFigures::t), want.get("t"), rtol);
        double[] p = want.get("p_values_two_sided").array().doubles();
        assertClose(want.place() + ".p", column(got, CoefficientFigures::p), p, PROBABILITY, 0);
        double[] ends = want.get("confidence_95").array().doubles();
        for (int i = 0; i < got.coefficients().size(); i++) {
            CoefficientFigures c = got.coefficients().get(i);
            // The golden quantile for 97 degrees is 4e-11 off (TailsTest has the closed form), times the standard
            // error.
            double atol = 1e-10 * Math.max(1, c.high() - c.low());
            assertClose(want.place() + ".confidence_95 low", c.low(), ends[2 * i], rtol, atol);
            assertClose(want.place() + ".confidence_95 high", c.high(), ends[2 * i + 1], rtol, atol);
        }
    }

    private static void quality(FitQuality q, GoldenValue want, double rtol) {
        number(q.rss(), want, "rss", rtol);
        number(q.tss(), want, "tss", rtol);
        number(q.residualDegrees(), want, "df_residual", 0);
        number(q.residualVariance(), want, "residual_variance", rtol);
        number(Math.sqrt(q.residualVariance()), want, "residual_standard_deviation", rtol);
        number(q.r2(), want, "r2", rtol);
        number(q.adjustedR2(), want, "adjusted_r2", rtol);
        number(q.f(), want, "f_statistic", rtol);
        assertClose(want.place() + ".f_p_value", q.fP(), want.get("f_p_value").asDouble(), PROBABILITY, 0);
        number(q.logLikelihood(), want, "log_likelihood", rtol);
        number(q.aic(), want, "aic", rtol);
        number(q.bic(), want, "bic", rtol);
        number(q.durbinWatson(), want, "durbin_watson", rtol);
    }

    /**
     * NIST's standard errors and residual deviation; zeros of an exact fit are met as far as the targets' digits go.
     */
    static void checkCertified(boolean intercept, Dataset data, GoldenValue want, double rtol) {
        Diagnostics got = Diagnostics.of(
                new LinearRegression(intercept),
                data,
                ColumnNames.numbered(data.inputs().cols()),
                0.95);
        double deviation = want.get("residual_standard_deviation").asDouble();
        double noise = 1e-13 * maxAbs(data.targets().toArray());
        double[] error = want.get("standard_errors").array().doubles();
        double[] gotError = column(got, CoefficientFigures::standardError);
        double gotDeviation = Math.sqrt(got.quality().residualVariance());
        assertClose(want.place() + ".residual_standard_deviation", gotDeviation, deviation, rtol, noise);
        double worst = 0;
        for (int i = 0; i < error.length; i++) {
            // The standard error of an exact fit is that of the noise, in units of the column.
            double unit = gotError[i] / gotDeviation;
            assertClose(
                    want.place() + ".standard_errors", gotError[i], error[i], rtol, deviation == 0 ? noise * unit : 0);
            worst = error[i] == 0 ? worst : Math.max(worst, Math.abs(gotError[i] / error[i] - 1));
        }
        double condition = want.get("condition_number").asDouble();
        assertClose(want.place() + ".condition_number", got.quality().conditionNumber(), condition, rtol, 0);
        if (deviation > 0) {
            System.out.printf(
                    Locale.ROOT,
                    "%s: standard errors to %.1f digits%n",
                    want.place(),
                    -Math.log10(Math.max(worst, 1e-16)));
        }
    }

    private static double[] column(Diagnostics d, ToDoubleFunction<CoefficientFigures> figure) {
        return d.coefficients().stream().mapToDouble(figure).toArray();
    }

    private static double maxAbs(double[] values) {
        double max = 0;
        for (double v : values) {
            max = Math.max(max, Math.abs(v));
        }
        return max;
    }

    private static void array(double[] got, GoldenValue want, double rtol) {
        assertClose(want.place(), got, want.array().doubles(), rtol, 1e-10);
    }

    private static void number(double got, GoldenValue want, String name, double rtol) {
        assertClose(want.place() + "." + name, got, want.get(name).asDouble(), rtol, 1e-10);
    }
}
