package io.github.smallnn.metrics;

import io.github.smallnn.tensor.Tensor;

/** Areas under ROC curves for more than two classes. */
enum MultiClassAuc implements WeightedMetric {
    ONE_VERSUS_REST_MACRO {
        @Override
        double figure(Tensor prediction, int[] wanted, Tensor weights) {
            double sum = 0;
            for (int k = 0; k < prediction.cols(); k++) {
                sum += RocCurve.of(versusRest(prediction, wanted, weights, k)).area();
            }
            return sum / prediction.cols();
        }
    },
    ONE_VERSUS_REST_WEIGHTED {
        @Override
        double figure(Tensor prediction, int[] wanted, Tensor weights) {
            double sum = 0;
            double total = 0;
            for (int k = 0; k < prediction.cols(); k++) {
                ScoreRanking ranking = versusRest(prediction, wanted, weights, k);
                sum += ranking.positives() * RocCurve.of(ranking).area();
                total += ranking.positives();
            }
            return sum / total;
        }
    },
    ONE_VERSUS_ONE_MACRO {
        @Override
        double figure(Tensor prediction, int[] wanted, Tensor weights) {
            if (weights != null) {
                throw new IllegalArgumentException("one-versus-one areas take no sample weights, as in scikit-learn");
            }
            int classes = prediction.cols();
            double sum = 0;
            for (int a = 0; a < classes; a++) {
                for (int b = a + 1; b < classes; b++) {
                    sum += (pair(prediction, wanted, a, b) + pair(prediction, wanted, b, a)) / 2;
                }
            }
            return sum / (classes * (classes - 1) / 2);
        }
    };

    abstract double figure(Tensor prediction, int[] wanted, Tensor weights);

    @Override
    public double of(Tensor prediction, Tensor target, Tensor weights) {
        Rows.requireSameRows(prediction, target);
        if (prediction.cols() < 3) {
            throw Rows.mismatch(
                    prediction, target, "this area is for three classes and more; for two classes use roc_auc");
        }
        Accuracy.OF_SCORES.check(prediction, target);
        int[] wanted = new int[target.rows()];
        int[] rows = new int[prediction.cols()];
        for (int r = 0; r < wanted.length; r++) {
            wanted[r] = Accuracy.wantedClass(prediction, target, r);
            rows[wanted[r]]++;
        }
        for (int k = 0; k < rows.length; k++) {
            if (rows[k] == 0) {
                throw new IllegalArgumentException(
                        "no row is of class " + k + ", so its area is undefined; leave out the class or add rows");
            }
        }
        return figure(prediction, wanted, weights);
    }

    /** The scores of a class, its rows being the positive ones. */
    private static ScoreRanking versusRest(Tensor prediction, int[] wanted, Tensor weights, int k) {
        double[] score = new double[wanted.length];
        boolean[] positive = new boolean[wanted.length];
        for (int r = 0; r < score.length; r++) {
            score[r] = prediction.get(r, k);
            positive[r] = wanted[r] == k;
        }
        return ScoreRanking.of(score, positive, weights);
    }

    /** The area of the scores of one class among the rows of two. */
    private static double pair(Tensor prediction, int[] wanted, int of, int other) {
        int n = 0;
        for (int k : wanted) {
            n += k == of || k == other ? 1 : 0;
        }
        double[] score = new double[n];
        boolean[] positive = new boolean[n];
        int i = 0;
        for (int r = 0; r < wanted.length; r++) {
            if (wanted[r] == of || wanted[r] == other) {
                score[i] = prediction.get(r, of);
                positive[i++] = wanted[r] == of;
            }
        }
        return RocCurve.of(ScoreRanking.of(score, positive, null)).area();
    }
}
