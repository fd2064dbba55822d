package io.github.smallnn.metrics;

import io.github.smallnn.tensor.Tensor;

/** Figures of a regression, each computed column by column and averaged over the columns. */
enum RegressionFigure implements WeightedMetric {
    MSE {
        @Override
        double column(Tensor p, Tensor y, Tensor s, int c) {
            return squaredErrors(p, y, s, c) / Rows.totalWeight(y.rows(), s);
        }
    },
    RMSE {
        @Override
        double column(Tensor p, Tensor y, Tensor s, int c) {
            return Math.sqrt(MSE.column(p, y, s, c));
        }
    },
    MAE {
        @Override
        double column(Tensor p, Tensor y, Tensor s, int c) {
            double sum = 0;
            for (int r = 0; r < y.rows(); r++) {
                sum += Rows.weight(s, r) * Math.abs(y.get(r, c) - p.get(r, c));
            }
            return sum / Rows.totalWeight(y.rows(), s);
        }
    },
    R2 {
        @Override
        double column(Tensor p, Tensor y, Tensor s, int c) {
            if (y.rows() < 2) {
                return Double.NaN;
            }
            double unexplained = squaredErrors(p, y, s, c);
            double total = isConstant(y, c) ? 0 : squaredDeviations(y, s, c);
            if (total == 0) {
                return unexplained == 0 ? 1 : unexplained > 0 ? 0 : Double.NaN;
            }
            return 1 - unexplained / total;
        }
    };

    abstract double column(Tensor p, Tensor y, Tensor s, int c);

    @Override
    public double of(Tensor prediction, Tensor target, Tensor weights) {
        Rows.requireSameRows(prediction, target);
        if (prediction.cols() != target.cols()) {
            throw Rows.mismatch(prediction, target, "give one target column per prediction column");
        }
        Rows.totalWeight(target.rows(), weights);
        double sum = 0;
        for (int c = 0; c < target.cols(); c++) {
            sum += column(prediction, target, weights, c);
        }
        return sum / target.cols();
    }

    private static double squaredErrors(Tensor p, Tensor y, Tensor s, int c) {
        double sum = 0;
        for (int r = 0; r < y.rows(); r++) {
            double e = y.get(r, c) - p.get(r, c);
            sum += Rows.weight(s, r) * (e * e);
        }
        return sum;
    }

    private static double squaredDeviations(Tensor y, Tensor s, int c) {
        double mean = 0;
        for (int r = 0; r < y.rows(); r++) {
            mean += Rows.weight(s, r) * y.get(r, c);
        }
        mean /= Rows.totalWeight(y.rows(), s);
        double sum = 0;
        for (int r = 0; r < y.rows(); r++) {
            double d = y.get(r, c) - mean;
            sum += Rows.weight(s, r) * (d * d);
        }
        return sum;
    }

    // Asked of the values themselves: the mean of equal numbers may be one ulp off, which would make a tiny
    // divisor.
    private static boolean isConstant(Tensor y, int c) {
        for (int r = 1; r < y.rows(); r++) {
            if (y.get(r, c) != y.get(0, c)) {
                return false;
            }
        }
        return true;
    }
}
