package io.github.smallnn.loss;

import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Node;
import io.github.smallnn.kernel.Pairwise;
import io.github.smallnn.op.PairwiseLoss;
import java.util.List;

/**
 * Binary cross-entropy on probabilities x, with a weight w per output: -w (t log x + (1 - t) log(1 - x)). Logarithms
 * are at least -100 and the denominator of the derivative (x - t) / (x (1 - x)) at least 1e-12, as in PyTorch's
 * {@code BCELoss}; Keras's {@code BinaryCrossentropy} clips x to [1e-7, 1 - 1e-7] instead. A prediction outside [0, 1]
 * is refused in the step. {@link BinaryLogitCrossEntropy} is exact where this one cuts off. Immutable, any thread.
 *
 * @param weights one weight per entry of the last axis, 0 or more; empty for weights of 1
 */
public record BinaryCrossEntropy(List<Double> weights) implements Loss {

    /**
     * Checks and copies the weights.
     *
     * @param weights one per output, or none
     * @throws IllegalArgumentException if a weight is negative or not finite
     */
    public BinaryCrossEntropy {
        weights = Settings.weights("output weight", weights);
    }

    /**
     * This loss with weights of the outputs, which do not enter the denominator of the mean.
     *
     * @param w one per entry of the last axis, 0 or more
     * @return a new loss
     * @throws IllegalArgumentException if a weight is negative or not finite
     */
    public BinaryCrossEntropy withWeights(double... w) {
        return new BinaryCrossEntropy(Settings.list(w));
    }

    @Override
    public Node build(Node prediction, Node target) {
        Node values = prediction.apply(new PairwiseLoss(Pairwise.BINARY_CROSS_ENTROPY, 0), target);
        return Settings.weighted("output weights", values, weights);
    }
}
