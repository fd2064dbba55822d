package io.github.smallnn.loss;

import io.github.smallnn.graph.Loss;
import io.github.smallnn.kernel.Pairwise;
import io.github.smallnn.op.CrossEntropyLoss;
import io.github.smallnn.op.PairwiseLoss;

/**
 * Factories of losses. x is the prediction, t the target.
 *
 * <p>All reduce by the mean, as PyTorch's do; {@link Loss#reduced} gives the sum or the mean over rows. Prediction and
 * target must have the same columns (a class index excepted): nothing is broadcast. All results are immutable, any thread.
 */
public final class Losses {
    private Losses() {}

    /**
     * Squared error: (x - t)^2, averaged over all elements. scikit-learn's MLP minimises half of it.
     *
     * @return the loss; targets of the prediction's shape
     */
    public static Loss mse() {
        return elementwise(Pairwise.SQUARED_ERROR, 0);
    }

    /**
     * Absolute error: |x - t|, derivative 0 where they are equal. PyTorch's {@code L1Loss}.
     *
     * @return the loss; targets of the prediction's shape
     */
    public static Loss mae() {
        return elementwise(Pairwise.ABSOLUTE_ERROR, 0);
    }

    /**
     * Huber loss with delta 1; see {@link #huber(double)}.
     *
     * @return the loss; targets of the prediction's shape
     */
    public static Loss huber() {
        return huber(1);
    }

    /**
     * Huber loss: (x - t)^2 / 2 where |x - t| is at most delta, else delta (|x - t| - delta / 2).
     *
     * @param delta where the parabola becomes a line, above 0
     * @return the loss; targets of the prediction's shape
     * @throws IllegalArgumentException if delta is not a finite number above 0
     */
    public static Loss huber(double delta) {
        if (!(delta > 0 && delta < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("huber delta must be finite and above 0, but is " + delta);
        }
        return elementwise(Pairwise.HUBER, delta);
    }

    /**
     * Binary cross-entropy on logits: -t log s(x) - (1 - t) log(1 - s(x)), s the logistic function, for one or several
     * independent yes-or-no outputs. Stable for any finite x. Any finite target is accepted, as in PyTorch; a probability
     * in [0, 1] is what makes sense.
     *
     * @return the loss; targets of the prediction's shape
     */
    public static Loss bceWithLogits() {
        return elementwise(Pairwise.LOGIT_CROSS_ENTROPY, 0);
    }

    /**
     * Softmax cross-entropy of logits [..., classes] against a class index: -log softmax(x)[t]. The network ends without a
     * softmax; Keras's loss takes probabilities unless told otherwise.
     *
     * @return the loss; targets of shape [..., 1], whole numbers from 0 to classes - 1, checked before training
     */
    public static Loss crossEntropy() {
        return new IndexCrossEntropy();
    }

    /**
     * Softmax cross-entropy of logits [..., classes] against class probabilities (one-hot or soft): -sum(t log softmax(x)),
     * one value per sample.
     *
     * @return the loss; targets of the prediction's shape
     */
    public static Loss crossEntropyProbabilities() {
        return (prediction, target) -> prediction.apply(new CrossEntropyLoss(false), target);
    }

    private static Loss elementwise(Pairwise f, double p) {
        return (prediction, target) -> prediction.apply(new PairwiseLoss(f, p), target);
    }
}
