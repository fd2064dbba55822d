package io.github.smallnn.linear;

import java.util.List;
import java.util.Locale;

/** The figures of a fit as text, in the layout that statistics packages have made familiar. */
final class DiagnosticsTable {
    private static final int LEAST_NAME = 12;
    private static final int NUMBERS = 66;

    private final StringBuilder text = new StringBuilder();
    private final int name;

    private DiagnosticsTable(List<CoefficientFigures> coefficients) {
        name = coefficients.stream().mapToInt(c -> c.name().length()).reduce(LEAST_NAME, Math::max);
    }

    static String of(Diagnostics d) {
        DiagnosticsTable table = new DiagnosticsTable(d.coefficients());
        table.head(d);
        table.coefficients(d);
        table.foot(d);
        return table.text.toString();
    }

    private void head(Diagnostics d) {
        FitQuality q = d.quality();
        String title = "Least squares, solved by " + d.fit().solver();
        text.append(" ".repeat(Math.max(0, (width() - title.length()) / 2)))
                .append(title)
                .append('\n');
        line('=');
        pair("No. observations", Long.toString(q.observations()), "R-squared", format("%.4f", q.r2()));
        pair("Df residuals", Long.toString(q.residualDegrees()), "Adj. R-squared", format("%.4f", q.adjustedR2()));
        pair("Df model", Integer.toString(q.modelDegrees()), "F-statistic", format("%.4g", q.f()));
        pair("Residual std. dev.", format("%.4g", Math.sqrt(q.residualVariance())), "Prob (F)", format("%.3g", q.fP()));
        pair("Log-likelihood", format("%.3f", q.logLikelihood()), "AIC", format("%.2f", q.aic()));
        pair("PRESS", format("%.4g", q.press()), "BIC", format("%.2f", q.bic()));
        line('=');
    }

    private void coefficients(Diagnostics d) {
        double tail = (1 - d.confidence()) / 2;
        text.append(format(
                "%" + name + "s %10s %10s %9s %7s %10s %10s %8s\n",
                "",
                "coef",
                "std err",
                "t",
                "P>|t|",
                "[" + Figures.six(tail),
                Figures.six(1 - tail) + "]",
                "VIF"));
        line('-');
        for (CoefficientFigures c : d.coefficients()) {
            text.append(format(
                    "%-" + name + "s %10.4g %10.3g %9.3f %7.3f %10.4g %10.4g %8s\n",
                    c.name(),
                    c.value(),
                    c.standardError(),
                    c.t(),
                    c.p(),
                    c.low(),
                    c.high(),
                    large(c.vif())));
        }
        line('=');
    }

    private static String large(double v) {
        if (Double.isNaN(v)) {
            return "";
        }
        return Double.isInfinite(v) ? "inf" : format("%.3g", v);
    }

    private void foot(Diagnostics d) {
        FitQuality q = d.quality();
        pair("Durbin-Watson", format("%.3f", q.durbinWatson()), "Cond. no.", large(q.conditionNumber()));
        for (Dependence dependence : d.fit().dependences()) {
            text.append("Dependent column: ").append(dependence).append('\n');
        }
    }

    private void pair(String left, String leftValue, String right, String rightValue) {
        int half = width() / 2 - 1;
        int rest = width() - half - 2;
        text.append(format("%-20s%" + (half - 20) + "s  ", left, leftValue));
        text.append(format("%-16s%" + (rest - 16) + "s\n", right, rightValue));
    }

    private void line(char c) {
        text.append(String.valueOf(c).repeat(width())).append('\n');
    }

    private int width() {
        return name + NUMBERS + 5;
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
