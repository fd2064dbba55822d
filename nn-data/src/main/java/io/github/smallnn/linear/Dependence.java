package io.github.smallnn.linear;

import java.util.List;

/**
 * A column that says nothing beyond other columns: the sum of {@code factor * column} over the terms, plus a constant
 * where an intercept is fitted. Without terms the column is constant (zero without an intercept). Immutable, any
 * thread.
 *
 * @param column name of the column
 * @param terms what it is made of, none if it is constant
 * @param plusConstant whether a constant may have to be added
 */
public record Dependence(String column, List<Term> terms, boolean plusConstant) {

    /**
     * Copies the terms.
     *
     * @param column name of the column
     * @param terms what it is made of
     * @param plusConstant whether a constant may have to be added
     */
    public Dependence {
        terms = List.copyOf(terms);
    }

    /**
     * A multiple of a column.
     *
     * @param column name of the column
     * @param factor the multiple
     */
    public record Term(String column, double factor) {}

    /** Such as {@code x3 = 1 x0 + 1 x1 + constant}. */
    @Override
    public String toString() {
        if (terms.isEmpty()) {
            return column + (plusConstant ? " is constant" : " is zero");
        }
        StringBuilder s = new StringBuilder(column).append(" =");
        for (int i = 0; i < terms.size(); i++) {
            double factor = terms.get(i).factor();
            String sign = factor < 0 ? " - " : i == 0 ? " " : " + ";
            s.append(sign)
                    .append(Figures.six(Math.abs(factor)))
                    .append(' ')
                    .append(terms.get(i).column());
        }
        return s.append(plusConstant ? " + constant" : "").toString();
    }
}
