package io.github.smallnn.data;

import java.util.regex.Pattern;

/**
 * What counts as a number in a table. {@link Double#parseDouble} alone would also take {@code NaN}, {@code 1d} and
 * {@code 0x1p3}.
 */
final class DecimalText {
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d++\\.?\\d*+|\\.\\d++)([eE][+-]?\\d++)?");

    private DecimalText() {}

    static boolean isDecimal(String text) {
        return DECIMAL.matcher(text).matches();
    }
}
