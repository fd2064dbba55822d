package io.github.smallnn.loss;

import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Node;
import io.github.smallnn.op.CrossEntropyLoss;
import java.util.List;

/**
 * Softmax cross-entropy of logits x [..., C] against class probabilities t of that shape (one-hot or soft), with class
 * weights w and label smoothing s: -sum(w q log softmax(x)), q = (1 - s) t + s / C, one value per sample.
 *
 * <p>The mean divides by the rows, with or without class weights, as PyTorch's {@code CrossEntropyLoss} does for
 * probabilities. Keras's {@code CategoricalCrossentropy} takes probabilities unless told otherwise, clipped to
 * [1e-7, 1 - 1e-7]. Immutable, any thread.
 *
 * @param weights one weight per class, 0 or more; empty for weights of 1
 * @param smoothing share of the target that is spread over all classes, from 0 to 1
 */
public record ProbabilityCrossEntropy(List<Double> weights, double smoothing) implements Loss {

    /**
     * Checks and copies the settings.
     *
     * @param weights one weight per class, or none
     * @param smoothing label smoothing
     * @throws IllegalArgumentException if a weight is negative or not finite or smoothing is outside [0, 1]
     */
    public ProbabilityCrossEntropy {
        weights = Settings.weights("class weight", weights);
        Settings.between("label smoothing", smoothing, 0, 1);
    }

    /**
     * This loss with class weights.
     *
     * @param w one per class, 0 or more
     * @return a new loss
     * @throws IllegalArgumentException if a weight is negative or not finite
     */
    public ProbabilityCrossEntropy withWeights(double... w) {
        return new ProbabilityCrossEntropy(Settings.list(w), smoothing);
    }

    /**
     * This loss with label smoothing.
     *
     * @param s share of the target that is spread over all classes, from 0 to 1
     * @return a new loss
     * @throws IllegalArgumentException if s is outside [0, 1]
     */
    public ProbabilityCrossEntropy withSmoothing(double s) {
        return new ProbabilityCrossEntropy(weights, s);
    }

    @Override
    public Node build(Node prediction, Node target) {
        int n = prediction.shape().last();
        Node q = smoothing == 0 ? target : target.times(1 - smoothing).plus(smoothing / n);
        return prediction.apply(new CrossEntropyLoss(false), Settings.weighted("class weights", q, weights));
    }
}
