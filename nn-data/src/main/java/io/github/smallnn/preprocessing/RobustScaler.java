package io.github.smallnn.preprocessing;

import io.github.smallnn.tensor.Tensor;
import java.util.Arrays;

/**
 * Subtracts the median of every column and divides by the distance of two quantiles, as scikit-learn's {@code
 * RobustScaler} does, so that outliers do not set the scale. A column whose quantiles are equal within rounding has
 * scale 1. Immutable, any thread.
 *
 * @param withCentering whether the median is subtracted
 * @param withScaling whether to divide by the distance of the quantiles
 * @param lowPercent the lower quantile, 0 to 100
 * @param highPercent the upper quantile, at least {@code lowPercent} and at most 100
 */
public record RobustScaler(boolean withCentering, boolean withScaling, double lowPercent, double highPercent)
        implements Transform {

    /**
     * Checks the quantiles.
     *
     * @param withCentering whether the median is subtracted
     * @param withScaling whether to divide by the distance of the quantiles
     * @param lowPercent the lower quantile, 0 to 100
     * @param highPercent the upper quantile, at least {@code lowPercent} and at most 100
     * @throws IllegalArgumentException if the quantiles are not in that order between 0 and 100
     */
    public RobustScaler {
        if (!(lowPercent >= 0 && lowPercent <= highPercent && highPercent <= 100)) {
            throw new IllegalArgumentException("the quantiles of a RobustScaler need 0 <= low <= high <= 100, got low "
                    + lowPercent + " and high " + highPercent);
        }
    }

    /** A scaler that subtracts the median and divides by the distance of the quartiles. */
    public RobustScaler() {
        this(true, true, 25, 75);
    }

    /**
     * Learns median and quantiles of each column.
     *
     * @param x rows x columns, all finite. Not modified.
     * @return the fitted scaling
     * @throws IllegalArgumentException if there is no row or a value is not finite, naming it
     */
    @Override
    public RobustScaling fit(Tensor x) {
        Cells.requireRows(x);
        Cells.requireFinite(x);
        double[] center = new double[x.cols()];
        double[] scale = new double[x.cols()];
        for (int c = 0; c < x.cols(); c++) {
            double[] sorted = Cells.column(x, c);
            Arrays.sort(sorted);
            center[c] = withCentering ? quantile(sorted, 0.5) : 0;
            double distance = quantile(sorted, highPercent / 100) - quantile(sorted, lowPercent / 100);
            scale[c] = withScaling ? Cells.divisor(distance) : 1;
        }
        return new RobustScaling(this, center, scale);
    }

    /** The value at a share of the way from the smallest to the largest, between two neighbours in proportion. */
    static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        double t = place - below;
        double step = sorted[above] - sorted[below];
        return t < 0.5 ? sorted[below] + step * t : sorted[above] - step * (1 - t);
    }
}
