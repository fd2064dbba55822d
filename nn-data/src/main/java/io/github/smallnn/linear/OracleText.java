package io.github.smallnn.linear;

import io.github.smallnn.tensor.Tensor;
import java.util.List;
import java.util.Locale;

/** An oracle's comparison as text. */
final class OracleText {
    private OracleText() {}

    static String of(Oracle o) {
        StringBuilder s = new StringBuilder();
        List<String> names = o.optimum().names();
        int width = names.stream().mapToInt(String::length).reduce("intercept".length(), Math::max);
        Tensor best = o.optimum().coef();
        for (int t = 0; t < best.rows(); t++) {
            String title = best.rows() == 1 ? "" : "y" + t;
            s.append(String.format(
                    Locale.ROOT, "%-" + width + "s %14s %14s %11s\n", title, "network", "optimum", "gap"));
            double intercept = o.intercept().get(0, t);
            if (o.optimum().centre().fitted()) {
                line(s, width, "intercept", intercept, o.optimum().intercept().get(0, t));
            } else if (intercept != 0) {
                line(s, width, "constant", intercept, intercept);
            }
            for (int c = 0; c < names.size(); c++) {
                line(s, width, names.get(c), o.coef().get(t, c), best.get(t, c));
            }
        }
        s.append(String.format(
                Locale.ROOT,
                "mean squared error %.6g, optimum %.6g, gap %.3g\n",
                o.loss(),
                o.optimalLoss(),
                o.lossGap()));
        o.descent().ifPresent(d -> rates(s, d));
        s.append("least squares by ").append(o.optimum().solver());
        s.append(", rank ")
                .append(o.optimum().rank())
                .append(" of ")
                .append(names.size())
                .append('\n');
        o.optimum()
                .dependences()
                .forEach(d -> s.append("dependent column: ").append(d).append('\n'));
        return s.toString();
    }

    private static void line(StringBuilder s, int width, String name, double network, double best) {
        s.append(String.format(
                Locale.ROOT, "%-" + width + "s %14.8g %14.8g %11.2e\n", name, network, best, network - best));
    }

    private static void rates(StringBuilder s, Descent d) {
        s.append(String.format(
                Locale.ROOT,
                "rates: stable below %.6g, best %.6g; condition number %.4g, contraction %.6g a step, "
                        + "steps to a gap of 1e-10: %d\n",
                d.largestStableRate(),
                d.bestRate(),
                d.conditionNumber(),
                d.bestContraction(),
                d.steps(1e-10)));
    }
}
