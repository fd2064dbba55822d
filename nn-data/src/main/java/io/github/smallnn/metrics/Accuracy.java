package io.github.smallnn.metrics;

import io.github.smallnn.tensor.Tensor;

/** Shares of rows that were classified rightly. */
enum Accuracy implements WeightedMetric {
    OF_SCORES {
        @Override
        void check(Tensor prediction, Tensor target) {
            if (target.cols() != 1 && target.cols() != prediction.cols()) {
                throw Rows.mismatch(
                        prediction,
                        target,
                        "give one column of class indices or one-hot rows as wide as the predictions");
            }
        }

        @Override
        boolean hit(Tensor prediction, Tensor target, int row) {
            int wanted = wantedClass(prediction, target, row);
            return !hasNaN(prediction, row) && predictedClass(prediction, row) == wanted;
        }
    },
    OF_LABELS {
        @Override
        void check(Tensor prediction, Tensor target) {
            if (prediction.cols() != 1 || target.cols() != 1) {
                throw Rows.mismatch(prediction, target, "labels are one column each; for scores use accuracy");
            }
        }

        @Override
        boolean hit(Tensor prediction, Tensor target, int row) {
            return prediction.get(row, 0) == target.get(row, 0);
        }
    };

    abstract void check(Tensor prediction, Tensor target);

    abstract boolean hit(Tensor prediction, Tensor target, int row);

    @Override
    public double of(Tensor prediction, Tensor target, Tensor weights) {
        Rows.requireSameRows(prediction, target);
        check(prediction, target);
        double total = Rows.totalWeight(target.rows(), weights);
        double hits = 0;
        for (int r = 0; r < target.rows(); r++) {
            if (hit(prediction, target, r)) {
                hits += Rows.weight(weights, r);
            }
        }
        return hits / total;
    }

    /** The class with the highest score; of one column class 1 if its logit is positive. */
    static int predictedClass(Tensor prediction, int row) {
        return prediction.cols() > 1 ? prediction.argmax(row) : (prediction.get(row, 0) > 0 ? 1 : 0);
    }

    static int wantedClass(Tensor prediction, Tensor target, int row) {
        return target.cols() > 1 ? target.argmax(row) : classIndex(target, row, Math.max(2, prediction.cols()));
    }

    static int classIndex(Tensor target, int row, int classes) {
        double value = target.get(row, 0);
        if (!(value >= 0 && value < classes && value == Math.rint(value))) {
            throw new IllegalArgumentException("target of row " + row + " is " + value
                    + ", but a class index must be a whole number from 0 to " + (classes - 1));
        }
        return (int) value;
    }

    static boolean hasNaN(Tensor t, int row) {
        for (int c = 0; c < t.cols(); c++) {
            if (Double.isNaN(t.get(row, c))) {
                return true;
            }
        }
        return false;
    }
}
