package io.github.smallnn.examples;

import io.github.smallnn.linear.CoefficientFigures;
import io.github.smallnn.linear.Diagnostics;
import java.util.function.ToDoubleFunction;

/**
 * The statistician's report on the closed form. JSON names: {@code diagnostics.standard_error}, {@code diagnostics.t}
 * and {@code diagnostics.p}, the intercept first; {@code diagnostics.adjusted_r2}, {@code diagnostics.aic}, {@code
 * diagnostics.bic}.
 */
final class DiagnosticsView {
    private DiagnosticsView() {}

    static void print(Report report, Diagnostics diagnostics) {
        report.heading("Diagnostics of the closed form");
        report.line("%s", diagnostics.toString().stripTrailing());
        report.figure("diagnostics.standard_error", each(diagnostics, CoefficientFigures::standardError));
        report.figure("diagnostics.t", each(diagnostics, CoefficientFigures::t));
        report.figure("diagnostics.p", each(diagnostics, CoefficientFigures::p));
        report.figure("diagnostics.adjusted_r2", diagnostics.quality().adjustedR2());
        report.figure("diagnostics.aic", diagnostics.quality().aic());
        report.figure("diagnostics.bic", diagnostics.quality().bic());
    }

    private static double[] each(Diagnostics diagnostics, ToDoubleFunction<CoefficientFigures> figure) {
        return diagnostics.coefficients().stream().mapToDouble(figure).toArray();
    }
}
