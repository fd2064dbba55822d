package io.github.smallnn.preprocessing;

import io.github.smallnn.tensor.Tensor;
import java.util.Arrays;
import java.util.Objects;

/**
 * Replaces missing values by one value for each column, as scikit-learn's {@code SimpleImputer} does. Immutable, any
 * thread.
 *
 * <p>Differs from scikit-learn in that a column without any value is an error (there it is left out), unless the value
 * is a constant.
 *
 * @param strategy what takes the place of missing values
 * @param missing the number that stands for a missing value; NaN by default
 * @param constant the value for the strategy {@link Strategy#CONSTANT}, finite
 */
public record SimpleImputer(Strategy strategy, double missing, double constant) implements Transform {

    /** What takes the place of missing values. */
    public enum Strategy {
        /** The mean of the values that are there. */
        MEAN,
        /** The median of the values that are there. */
        MEDIAN,
        /** The value that is there most often; of several the smallest. */
        MOST_FREQUENT,
        /** A given value. */
        CONSTANT
    }

    /**
     * Checks the settings.
     *
     * @param strategy what takes the place of missing values
     * @param missing the number that stands for a missing value
     * @param constant the value for the strategy {@link Strategy#CONSTANT}, finite
     * @throws IllegalArgumentException if the constant is not finite
     * @throws NullPointerException if {@code strategy} is null
     */
    public SimpleImputer {
        Objects.requireNonNull(strategy, "strategy");
        if (!Double.isFinite(constant)) {
            throw new IllegalArgumentException("the constant of an imputer must be finite, got " + constant);
        }
    }

    /** An imputer that replaces NaN by the mean. */
    public SimpleImputer() {
        this(Strategy.MEAN);
    }

    /**
     * An imputer that replaces NaN.
     *
     * @param strategy what takes its place; with {@link Strategy#CONSTANT} it is 0
     */
    public SimpleImputer(Strategy strategy) {
        this(strategy, Double.NaN, 0);
    }

    /**
     * Learns the value of each column.
     *
     * @param x rows x columns, each value missing or finite. Not modified.
     * @return the fitted imputation
     * @throws IllegalArgumentException if there is no row, a value is not finite, or a column has no value, naming it
     */
    @Override
    public SimpleImputation fit(Tensor x) {
        Cells.requireRows(x);
        double[] values = new double[x.cols()];
        for (int c = 0; c < values.length; c++) {
            double[] present = present(x, c);
            if (present.length == 0 && strategy != Strategy.CONSTANT) {
                throw new IllegalArgumentException("column " + c + " has no value at all among " + x.rows()
                        + " rows; leave it out or use the strategy CONSTANT");
            }
            values[c] = value(present);
        }
        return new SimpleImputation(this, values);
    }

    private double[] present(Tensor x, int c) {
        double[] values = new double[x.rows()];
        int n = 0;
        for (int r = 0; r < values.length; r++) {
            double v = x.get(r, c);
            if (!isMissing(v)) {
                values[n++] = requireFinite(v, r, c);
            }
        }
        return Arrays.copyOf(values, n);
    }

    boolean isMissing(double value) {
        return value == missing || Double.isNaN(value) && Double.isNaN(missing);
    }

    double requireFinite(double value, int row, int column) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("row " + row + ", column " + column + " is " + value
                    + "; an imputer takes finite numbers and " + missing + " for missing ones");
        }
        return value;
    }

    private double value(double[] present) {
        Arrays.sort(present);
        return switch (strategy) {
            case MEAN -> Arrays.stream(present).sum() / present.length;
            case MEDIAN -> RobustScaler.quantile(present, 0.5);
            case MOST_FREQUENT -> mostFrequent(present);
            case CONSTANT -> constant;
        };
    }

    private static double mostFrequent(double[] sorted) {
        double best = sorted[0];
        int bestCount = 0;
        int count = 0;
        for (int i = 0; i < sorted.length; i++) {
            count = i > 0 && sorted[i] == sorted[i - 1] ? count + 1 : 1;
            if (count > bestCount) {
                bestCount = count;
                best = sorted[i];
            }
        }
        return best;
    }
}
