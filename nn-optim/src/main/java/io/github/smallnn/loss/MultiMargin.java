package io.github.smallnn.loss;

import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Node;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Multi-class hinge loss of scores x [..., C] against a class index t [..., 1]: the sum over all classes j other than t
 * of w[t] max(0, margin - x[t] + x[j])^p, divided by C; derivative 0 at the corner. Class weights do not enter the
 * denominator of the mean. PyTorch's {@code MultiMarginLoss}. Immutable, any thread.
 *
 * @param p power, 1 or 2
 * @param margin how far the right score should lead
 * @param weights one weight per class, 0 or more; empty for weights of 1
 */
public record MultiMargin(int p, double margin, List<Double> weights) implements Loss {

    /**
     * Checks and copies the settings.
     *
     * @param p power
     * @param margin how far the right score should lead
     * @param weights one weight per class, or none
     * @throws IllegalArgumentException if p is neither 1 nor 2, margin is not finite or a weight is negative or not
     *     finite
     */
    public MultiMargin {
        if (p != 1 && p != 2) {
            throw new IllegalArgumentException("the power of multi_margin must be 1 or 2, but is " + p);
        }
        Settings.finite("multi_margin margin", margin);
        weights = Settings.weights("class weight", weights);
    }

    /**
     * This loss with the squares of the margins.
     *
     * @return a new loss
     */
    public MultiMargin squared() {
        return new MultiMargin(2, margin, weights);
    }

    /**
     * This loss with another margin.
     *
     * @param m how far the right score should lead
     * @return a new loss
     * @throws IllegalArgumentException if m is not finite
     */
    public MultiMargin withMargin(double m) {
        return new MultiMargin(p, m, weights);
    }

    /**
     * This loss with class weights.
     *
     * @param w one per class, 0 or more
     * @return a new loss
     * @throws IllegalArgumentException if a weight is negative or not finite
     */
    public MultiMargin withWeights(double... w) {
        return new MultiMargin(p, margin, Settings.list(w));
    }

    @Override
    public Node build(Node prediction, Node target) {
        int n = prediction.shape().last();
        Classes plain = new Classes(List.of(), OptionalInt.empty());
        Node own = prediction.times(plain.rows(target, n, 1, 0)).sum();
        Node lack = prediction.minus(repeated(own, n)).plus(margin).relu();
        Node others = (p == 1 ? lack : lack.square()).times(plain.rows(target, n, 0, 1));
        Node values = others.sum().times(1.0 / n);
        return weights.isEmpty()
                ? values
                : values.times(new Classes(weights, OptionalInt.empty())
                        .rows(target, n, 1, 0)
                        .sum());
    }

    /** A column [..., 1] in n columns. */
    static Node repeated(Node column, int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return column.matmul(column.constants(ones).reshape(Shape.of(1, n)));
    }

    @Override
    public Shape targetShape(Shape prediction) {
        return prediction.withLast(1);
    }

    @Override
    public void checkTargets(Tensor targets, Shape prediction) {
        new Classes(weights, OptionalInt.empty()).check(targets, prediction.last());
    }
}
