package io.github.smallnn.linear;

/**
 * One coefficient and how sure it is. Immutable, any thread.
 *
 * @param name name of the column, or {@code intercept}
 * @param value the coefficient
 * @param standardError its standard error, the root of its variance {@code s^2 (D'D)^-1}
 * @param t value over standard error
 * @param p probability of so large a {@code |t|} if the coefficient were 0
 * @param low lower end of the confidence interval
 * @param high upper end of the confidence interval
 * @param vif variance inflation factor: how many times larger the variance is than with columns at right angles;
 *     infinite for a column that depends on others, NaN for the intercept
 */
public record CoefficientFigures(
        String name, double value, double standardError, double t, double p, double low, double high, double vif) {}
