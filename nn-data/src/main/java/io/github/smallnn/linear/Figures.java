package io.github.smallnn.linear;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as text for people. */
final class Figures {
    private Figures() {}

    /** Six digits without trailing zeros; with an exponent only where it is shorter. */
    static String six(double v) {
        if (!Double.isFinite(v)) {
            return Double.toString(v);
        }
        BigDecimal rounded = new BigDecimal(v).round(new MathContext(6)).stripTrailingZeros();
        double size = Math.abs(v);
        boolean plain = v == 0 || (size >= 1e-4 && size < 1e7);
        return plain ? rounded.toPlainString() : rounded.toString();
    }
}
