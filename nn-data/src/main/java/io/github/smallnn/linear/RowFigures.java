package io.github.smallnn.linear;

/**
 * What a fit says about each row, weighted: residual e and leverage h are those of the row times the root of its
 * weight. Immutable, any thread; the arrays are copies.
 *
 * @param residuals {@code e = y - prediction}
 * @param leverage h, the diagonal of {@code D (D'D)^-1 D'}: from 0 to 1, with the sum of the coefficients
 * @param standardizedResiduals {@code e / (s root(1 - h))}; NaN where the leverage is 1
 * @param cooksDistance {@code e^2 h / (coefficients s^2 (1 - h)^2)}: how far the row moves the fit; NaN where the
 *     leverage is 1
 */
public record RowFigures(
        double[] residuals, double[] leverage, double[] standardizedResiduals, double[] cooksDistance) {

    /**
     * Copies the arrays.
     *
     * @param residuals of each row
     * @param leverage of each row
     * @param standardizedResiduals of each row
     * @param cooksDistance of each row
     */
    public RowFigures {
        residuals = residuals.clone();
        leverage = leverage.clone();
        standardizedResiduals = standardizedResiduals.clone();
        cooksDistance = cooksDistance.clone();
    }

    /**
     * The residuals.
     *
     * @return a new array, one number per row
     */
    @Override
    public double[] residuals() {
        return residuals.clone();
    }

    /**
     * The leverages.
     *
     * @return a new array, one number per row
     */
    @Override
    public double[] leverage() {
        return leverage.clone();
    }

    /**
     * The standardised residuals.
     *
     * @return a new array, one number per row
     */
    @Override
    public double[] standardizedResiduals() {
        return standardizedResiduals.clone();
    }

    /**
     * Cook's distances.
     *
     * @return a new array, one number per row
     */
    @Override
    public double[] cooksDistance() {
        return cooksDistance.clone();
    }
}
