package io.github.smallnn.loss;

import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Node;
import io.github.smallnn.kernel.Pairwise;
import io.github.smallnn.kernel.Unary;
import io.github.smallnn.op.Activation;
import io.github.smallnn.op.PairwiseLoss;
import java.util.List;

/**
 * Binary cross-entropy on logits x, with a weight w per output and a weight v of its positive targets: -w (v t log s(x)
 * + (1 - t) log(1 - s(x))), s the logistic function. Stable for any finite x. Neither weight enters the denominator of
 * the mean. PyTorch's {@code BCEWithLogitsLoss}. Immutable, any thread.
 *
 * @param weights one weight per entry of the last axis, 0 or more; empty for weights of 1
 * @param positiveWeights one weight of positive targets per entry of the last axis, 0 or more; empty for weights of 1
 */
public record BinaryLogitCrossEntropy(List<Double> weights, List<Double> positiveWeights) implements Loss {
    // Plain softplus: linear nowhere.
    private static final Activation SOFTPLUS = new Activation(Unary.SOFTPLUS, 1, Double.POSITIVE_INFINITY);

    /**
     * Checks and copies the weights.
     *
     * @param weights one per output, or none
     * @param positiveWeights one per output, or none
     * @throws IllegalArgumentException if a weight is negative or not finite
     */
    public BinaryLogitCrossEntropy {
        weights = Settings.weights("output weight", weights);
        positiveWeights = Settings.weights("positive weight", positiveWeights);
    }

    /**
     * This loss with weights of the outputs.
     *
     * @param w one per entry of the last axis, 0 or more
     * @return a new loss
     * @throws IllegalArgumentException if a weight is negative or not finite
     */
    public BinaryLogitCrossEntropy withWeights(double... w) {
        return new BinaryLogitCrossEntropy(Settings.list(w), positiveWeights);
    }

    /**
     * This loss with weights of positive targets: above 1 for more recall, below 1 for more precision.
     *
     * @param v one per entry of the last axis, 0 or more
     * @return a new loss
     * @throws IllegalArgumentException if a weight is negative or not finite
     */
    public BinaryLogitCrossEntropy withPositiveWeights(double... v) {
        return new BinaryLogitCrossEntropy(weights, Settings.list(v));
    }

    @Override
    public Node build(Node prediction, Node target) {
        if (positiveWeights.isEmpty()) {
            Node values = prediction.apply(new PairwiseLoss(Pairwise.LOGIT_CROSS_ENTROPY, 0), target);
            return Settings.weighted("output weights", values, weights);
        }
        Node positive = Settings.weighted("positive weights", target, positiveWeights);
        Node missed = prediction.times(-1).apply(SOFTPLUS).times(positive);
        Node raised = prediction.apply(SOFTPLUS).times(target.times(-1).plus(1));
        return Settings.weighted("output weights", missed.plus(raised), weights);
    }
}
