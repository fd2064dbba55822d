package io.github.smallnn.graph;

import io.github.smallnn.tensor.Tensor;

/** Numerator, denominator and rows of a loss, added up over the parts of a batch. */
final class LossSum {
    private final Engine engine;
    private final Reduction reduction;
    private final int cols;
    private double numerator;
    private double denominator;
    private long rows;

    LossSum(Engine engine, Reduction reduction) {
        this.engine = engine;
        this.reduction = reduction;
        this.cols = engine.values().cols();
    }

    void clear() {
        numerator = 0;
        denominator = 0;
        rows = 0;
    }

    /** Binds a batch and its target after checking all three tensors. */
    void feed(Tensor input, Tensor target, Tensor weights) {
        if (target.rows() != input.rows()) {
            throw new IllegalArgumentException("input has " + input.rows() + " rows, but target has " + target.rows());
        }
        if (weights != null) {
            checkWeights(input, weights);
        }
        engine.feedTarget(target);
        engine.feed(input, 0, input.rows());
    }

    private static void checkWeights(Tensor input, Tensor weights) {
        if (weights.rows() != input.rows() || weights.cols() != 1 || weights.precision() != input.precision()) {
            throw new IllegalArgumentException("sample weights must be " + input.rows() + " x 1 in " + input.precision()
                    + ", but are " + weights.describe() + " in " + weights.precision());
        }
    }

    /** Adds what the forward sweep has left. */
    void add(Tensor weights) {
        Tensor values = engine.values();
        numerator += engine.kernels().sum(values, weights);
        if (engine.valueWeights() == null && weights == null) {
            count(values.rows());
            return;
        }
        rows += values.rows();
        denominator += engine.valueWeights() != null
                ? engine.kernels().sum(engine.valueWeights(), weights)
                : cols * engine.kernels().sum(weights, null);
    }

    /** Counts rows whose numerator comes later; only for values without weights of any kind. */
    void count(int more) {
        rows += more;
        denominator += (double) more * cols;
    }

    void addNumerator(double more) {
        numerator += more;
    }

    double divisor() {
        return reduction.divisor(denominator, rows);
    }

    double loss() {
        return numerator / divisor();
    }

    double numerator() {
        return numerator;
    }

    double denominator() {
        return denominator;
    }

    long rows() {
        return rows;
    }
}
