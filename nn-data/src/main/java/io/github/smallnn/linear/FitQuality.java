package io.github.smallnn.linear;

/**
 * Figures of a fit as a whole; n rows of positive weight, p independent coefficients with the intercept. Immutable, any
 * thread.
 *
 * @param observations n
 * @param modelDegrees independent columns without the intercept
 * @param residualDegrees n - p
 * @param rss residual sum of squares
 * @param tss total sum of squares: about the mean with an intercept, about 0 without
 * @param residualVariance {@code s^2 = rss / (n - p)}
 * @param r2 {@code 1 - rss / tss}; for a constant target 1 if it is met and 0 otherwise, as in scikit-learn
 * @param adjustedR2 {@code 1 - (1 - r2) (n - 1) / (n - p)}, with n for n - 1 without an intercept
 * @param f {@code ((tss - rss) / modelDegrees) / s^2}; NaN if there is no independent column
 * @param fP probability of so large an F if all coefficients but the intercept were 0
 * @param logLikelihood Gaussian, at the variance rss / n
 * @param aic {@code -2 logLikelihood + 2 p}
 * @param bic {@code -2 logLikelihood + p log(n)}
 * @param durbinWatson sum of squared differences of successive residuals over rss: about 2 if they are independent
 * @param press sum of squared errors of predicting each row from the others; NaN if a row has leverage 1
 * @param conditionNumber of the design with its column of ones; infinite if columns depend on others
 */
public record FitQuality(
        long observations,
        int modelDegrees,
        long residualDegrees,
        double rss,
        double tss,
        double residualVariance,
        double r2,
        double adjustedR2,
        double f,
        double fP,
        double logLikelihood,
        double aic,
        double bic,
        double durbinWatson,
        double press,
        double conditionNumber) {}
