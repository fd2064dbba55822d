package io.github.smallnn.metrics;

import io.github.smallnn.tensor.Tensor;
import java.util.function.IntToDoubleFunction;

/** Weighted sums over the rows of one column. */
final class Columns {
    private Columns() {}

    static double mean(Tensor y, Tensor s, IntToDoubleFunction ofRow) {
        double sum = 0;
        for (int r = 0; r < y.rows(); r++) {
            sum += Rows.weight(s, r) * ofRow.applyAsDouble(r);
        }
        return sum / Rows.totalWeight(y.rows(), s);
    }

    static double squaredErrors(Tensor p, Tensor y, Tensor s, int c) {
        double sum = 0;
        for (int r = 0; r < y.rows(); r++) {
            double e = y.get(r, c) - p.get(r, c);
            sum += Rows.weight(s, r) * (e * e);
        }
        return sum;
    }

    /** Squared distances of the values from their mean. */
    static double variation(Tensor y, Tensor s, int c) {
        return variation(y, s, r -> y.get(r, c));
    }

    /** Squared distances of the errors from their mean. */
    static double errorVariation(Tensor p, Tensor y, Tensor s, int c) {
        return variation(y, s, r -> y.get(r, c) - p.get(r, c));
    }

    /* Equal numbers are looked for first: their mean may be one ulp off, which would make a tiny divisor. */
    private static double variation(Tensor y, Tensor s, IntToDoubleFunction ofRow) {
        if (isConstant(y.rows(), ofRow)) {
            return 0;
        }
        double mean = mean(y, s, ofRow);
        double sum = 0;
        for (int r = 0; r < y.rows(); r++) {
            double d = ofRow.applyAsDouble(r) - mean;
            sum += Rows.weight(s, r) * (d * d);
        }
        return sum;
    }

    private static boolean isConstant(int rows, IntToDoubleFunction ofRow) {
        for (int r = 1; r < rows; r++) {
            if (ofRow.applyAsDouble(r) != ofRow.applyAsDouble(0)) {
                return false;
            }
        }
        return !Double.isNaN(ofRow.applyAsDouble(0));
    }

    /** The share of a target's variation that is explained; of a constant target 1 if nothing is left over, else 0. */
    static double explained(double unexplained, Tensor y, Tensor s, int c) {
        if (y.rows() < 2) {
            return Double.NaN;
        }
        double total = variation(y, s, c);
        if (total == 0) {
            return unexplained == 0 ? 1 : unexplained > 0 ? 0 : Double.NaN;
        }
        return 1 - unexplained / total;
    }
}
