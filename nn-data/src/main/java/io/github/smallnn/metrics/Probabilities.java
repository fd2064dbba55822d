package io.github.smallnn.metrics;

import io.github.smallnn.tensor.Tensor;

/** Figures of predicted probabilities. */
enum Probabilities implements WeightedMetric {
    LOG_LOSS {
        @Override
        double row(Tensor p, Tensor target, int r) {
            int classes = Math.max(2, p.cols());
            int wanted = target.cols() > 1 ? target.argmax(r) : Accuracy.classIndex(target, r, classes);
            if (p.cols() == 1) {
                double one = clipped(p.get(r, 0));
                return -StrictMath.log(wanted == 1 ? one : 1 - one);
            }
            double sum = 0;
            for (int k = 0; k < classes; k++) {
                sum += clipped(p.get(r, k));
            }
            return -StrictMath.log(clipped(p.get(r, wanted)) / sum);
        }

        private static double clipped(double p) {
            return Math.min(Math.max(p, CLIP), 1 - CLIP);
        }
    },
    BRIER {
        @Override
        double row(Tensor p, Tensor target, int r) {
            if (p.cols() > 2 || target.cols() > 1) {
                throw Rows.mismatch(p, target, "the Brier score is for two classes: give probabilities of class 1");
            }
            double e = Accuracy.classIndex(target, r, 2) - p.get(r, p.cols() - 1);
            return e * e;
        }
    };

    /** Probabilities are kept that far from 0 and 1, as scikit-learn did up to version 1.2. */
    private static final double CLIP = 1e-15;

    abstract double row(Tensor p, Tensor target, int r);

    @Override
    public double of(Tensor prediction, Tensor target, Tensor weights) {
        Rows.requireSameRows(prediction, target);
        Accuracy.OF_SCORES.check(prediction, target);
        requireProbabilities(prediction);
        return Columns.mean(target, weights, r -> row(prediction, target, r));
    }

    private static void requireProbabilities(Tensor p) {
        for (int r = 0; r < p.rows(); r++) {
            for (int c = 0; c < p.cols(); c++) {
                if (!(p.get(r, c) >= 0 && p.get(r, c) <= 1)) {
                    throw new IllegalArgumentException("prediction of row " + r + ", column " + c + " is " + p.get(r, c)
                            + ", which is no probability; apply a sigmoid or softmax to logits first");
                }
            }
        }
    }
}
