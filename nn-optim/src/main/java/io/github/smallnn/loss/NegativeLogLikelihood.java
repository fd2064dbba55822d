package io.github.smallnn.loss;

import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Node;
import io.github.smallnn.kernel.Pairwise;
import io.github.smallnn.op.PairwiseLoss;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import java.util.List;
import java.util.OptionalInt;

/**
 * Negative log-likelihood of log-probabilities x [..., C] against a class index t [..., 1], with class weights w:
 * -w[t] x[t]. Only the entry of the class is looked at, so others may be minus infinity.
 *
 * <p>The mean divides by the sum of the weights of the rows' classes, as PyTorch's {@code NLLLoss} does. Behind a
 * log-softmax this is {@link CrossEntropy}. Immutable, any thread.
 *
 * @param weights one weight per class, 0 or more; empty for weights of 1
 * @param ignored index whose rows count for nothing; it need not be a class
 */
public record NegativeLogLikelihood(List<Double> weights, OptionalInt ignored) implements Loss {

    /**
     * Checks and copies the settings.
     *
     * @param weights one weight per class, or none
     * @param ignored index left out
     * @throws IllegalArgumentException if a weight is negative or not finite
     */
    public NegativeLogLikelihood {
        weights = Settings.weights("class weight", weights);
    }

    /**
     * This loss with class weights.
     *
     * @param w one per class, 0 or more
     * @return a new loss
     * @throws IllegalArgumentException if a weight is negative or not finite
     */
    public NegativeLogLikelihood withWeights(double... w) {
        return new NegativeLogLikelihood(Settings.list(w), ignored);
    }

    /**
     * This loss without the rows of an index.
     *
     * @param index the index, which need not be a class
     * @return a new loss
     */
    public NegativeLogLikelihood ignoring(int index) {
        return new NegativeLogLikelihood(weights, OptionalInt.of(index));
    }

    @Override
    public Node build(Node prediction, Node target) {
        int n = prediction.shape().last();
        Node w = classes().rows(target, n, 1, 0);
        Node values = prediction
                .apply(new PairwiseLoss(Pairwise.NEGATIVE_LIKELIHOOD, 0), w)
                .sum();
        return classes().counted(values, target, n);
    }

    @Override
    public Shape targetShape(Shape prediction) {
        return prediction.withLast(1);
    }

    @Override
    public void checkTargets(Tensor targets, Shape prediction) {
        classes().check(targets, prediction.last());
    }

    private Classes classes() {
        return new Classes(weights, ignored);
    }
}
