package io.github.smallnn.metrics;

import io.github.smallnn.tensor.Tensor;

/**
 * Share of rows whose true class is among those with the k highest scores. Of equal scores the later class comes first,
 * as in scikit-learn.
 */
record TopAccuracy(int k) implements WeightedMetric {

    TopAccuracy {
        if (k < 1) {
            throw new IllegalArgumentException("k of a top-k accuracy must be at least 1, got " + k);
        }
    }

    @Override
    public double of(Tensor prediction, Tensor target, Tensor weights) {
        Rows.requireSameRows(prediction, target);
        if (prediction.cols() < 2) {
            throw Rows.mismatch(prediction, target, "a top-k accuracy needs a column of scores for each class");
        }
        Accuracy.OF_SCORES.check(prediction, target);
        return Columns.mean(target, weights, r -> isHit(prediction, target, r) ? 1 : 0);
    }

    private boolean isHit(Tensor prediction, Tensor target, int r) {
        int wanted = Accuracy.wantedClass(prediction, target, r);
        if (Accuracy.hasNaN(prediction, r)) {
            return false;
        }
        double score = prediction.get(r, wanted);
        int before = 0;
        for (int c = 0; c < prediction.cols(); c++) {
            double other = prediction.get(r, c);
            before += other > score || other == score && c > wanted ? 1 : 0;
        }
        return before < k;
    }
}
