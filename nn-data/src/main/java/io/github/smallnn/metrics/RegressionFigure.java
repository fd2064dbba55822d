package io.github.smallnn.metrics;

import io.github.smallnn.tensor.Tensor;

/** Figures of a regression, each computed column by column and averaged over the columns. */
enum RegressionFigure implements WeightedMetric {
    MSE {
        @Override
        double column(Tensor p, Tensor y, Tensor s, int c) {
            return Columns.squaredErrors(p, y, s, c) / Rows.totalWeight(y.rows(), s);
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
            return Columns.mean(y, s, r -> Math.abs(y.get(r, c) - p.get(r, c)));
        }
    },
    MAPE {
        @Override
        double column(Tensor p, Tensor y, Tensor s, int c) {
            return Columns.mean(
                    y, s, r -> Math.abs(y.get(r, c) - p.get(r, c)) / Math.max(Math.abs(y.get(r, c)), Math.ulp(1.0)));
        }
    },
    MSLE {
        @Override
        double column(Tensor p, Tensor y, Tensor s, int c) {
            return Columns.mean(y, s, r -> {
                double d = logOfOnePlus("target", y, r, c) - logOfOnePlus("prediction", p, r, c);
                return d * d;
            });
        }

        private static double logOfOnePlus(String what, Tensor t, int r, int c) {
            if (t.get(r, c) < 0) {
                throw new IllegalArgumentException(what + " of row " + r + ", column " + c + " is " + t.get(r, c)
                        + ", but the mean squared logarithmic error needs 0 or more");
            }
            return StrictMath.log1p(t.get(r, c));
        }
    },
    MEDIAN_ABSOLUTE_ERROR {
        @Override
        double column(Tensor p, Tensor y, Tensor s, int c) {
            return Median.absoluteError(p, y, s, c);
        }
    },
    MAX_ERROR {
        @Override
        double column(Tensor p, Tensor y, Tensor s, int c) {
            double max = 0;
            for (int r = 0; r < y.rows(); r++) {
                if (Rows.weight(s, r) > 0) {
                    max = Math.max(max, Math.abs(y.get(r, c) - p.get(r, c)));
                }
            }
            return max;
        }
    },
    R2 {
        @Override
        double column(Tensor p, Tensor y, Tensor s, int c) {
            return Columns.explained(Columns.squaredErrors(p, y, s, c), y, s, c);
        }
    },
    R2_VARIANCE_WEIGHTED {
        @Override
        double column(Tensor p, Tensor y, Tensor s, int c) {
            return R2.column(p, y, s, c);
        }

        @Override
        double columns(Tensor p, Tensor y, Tensor s) {
            double sum = 0;
            double total = 0;
            for (int c = 0; c < y.cols(); c++) {
                double variation = Columns.variation(y, s, c);
                sum += variation == 0 ? 0 : variation * column(p, y, s, c);
                total += variation;
            }
            return total == 0 ? super.columns(p, y, s) : sum / total;
        }
    },
    EXPLAINED_VARIANCE {
        @Override
        double column(Tensor p, Tensor y, Tensor s, int c) {
            return Columns.explained(Columns.errorVariation(p, y, s, c), y, s, c);
        }
    };

    abstract double column(Tensor p, Tensor y, Tensor s, int c);

    double columns(Tensor p, Tensor y, Tensor s) {
        double sum = 0;
        for (int c = 0; c < y.cols(); c++) {
            sum += column(p, y, s, c);
        }
        return sum / y.cols();
    }

    @Override
    public double of(Tensor prediction, Tensor target, Tensor weights) {
        Rows.requireSameRows(prediction, target);
        if (prediction.cols() != target.cols()) {
            throw Rows.mismatch(prediction, target, "give one target column per prediction column");
        }
        Rows.totalWeight(target.rows(), weights);
        return columns(prediction, target, weights);
    }
}
