package io.github.smallnn.loss;

import io.github.smallnn.graph.Loss;
import io.github.smallnn.kernel.Pairwise;
import io.github.smallnn.op.PairwiseLoss;
import java.util.List;
import java.util.OptionalInt;

/**
 * Factories of losses. x is the prediction, t the target.
 *
 * <p>All reduce by the mean, as PyTorch's do; {@link Loss#reduced} gives the sum or the mean over rows. Prediction and
 * target must have the same columns unless a loss says otherwise: nothing is broadcast. A loss of several inputs reads
 * them as column ranges of the prediction. Settings are methods of the result, as in
 * {@code crossEntropy().withSmoothing(0.1)}. All results are immutable, any thread.
 */
public final class Losses {
    private static final OptionalInt NONE = OptionalInt.empty();

    private Losses() {}

    /**
     * Squared error: (x - t)^2, averaged over all elements. scikit-learn's MLP minimises half of it
     * ({@link #halfMse()}).
     *
     * @return the loss; targets of the prediction's shape
     */
    public static Loss mse() {
        return Elementwise.of(Pairwise.SQUARED_ERROR, 0);
    }

    /**
     * Half the squared error: (x - t)^2 / 2, what scikit-learn's {@code MLPRegressor} minimises.
     *
     * @return the loss; targets of the prediction's shape
     */
    public static Loss halfMse() {
        PairwiseLoss squared = new PairwiseLoss(Pairwise.SQUARED_ERROR, 0);
        return (prediction, target) -> prediction.apply(squared, target).times(0.5);
    }

    /**
     * Absolute error: |x - t|, derivative 0 where they are equal. PyTorch's {@code L1Loss}.
     *
     * @return the loss; targets of the prediction's shape
     */
    public static Loss mae() {
        return Elementwise.of(Pairwise.ABSOLUTE_ERROR, 0);
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
        return Elementwise.of(Pairwise.HUBER, Settings.positive("huber delta", delta));
    }

    /**
     * Smooth absolute error with beta 1; see {@link #smoothL1(double)}.
     *
     * @return the loss; targets of the prediction's shape
     */
    public static Loss smoothL1() {
        return smoothL1(1);
    }

    /**
     * Smooth absolute error: (x - t)^2 / (2 beta) where |x - t| is below beta, else |x - t| - beta / 2: Huber's loss
     * over beta. With beta 0 it is {@link #mae()}.
     *
     * @param beta where the parabola becomes a line, 0 or more
     * @return the loss; targets of the prediction's shape
     * @throws IllegalArgumentException if beta is negative or not finite
     */
    public static Loss smoothL1(double beta) {
        return Elementwise.of(Pairwise.SMOOTH_ABSOLUTE_ERROR, Settings.notNegative("smooth_l1 beta", beta));
    }

    /**
     * Quantile (pinball) loss: q (t - x) where x is at most t, else (1 - q) (x - t); derivative -q where they are
     * equal. Its minimum is the q-quantile of t. scikit-learn's {@code mean_pinball_loss}.
     *
     * @param q from 0 to 1; 0.5 gives half the absolute error
     * @return the loss; targets of the prediction's shape
     * @throws IllegalArgumentException if q is outside [0, 1]
     */
    public static Loss quantile(double q) {
        return Elementwise.of(Pairwise.QUANTILE_ERROR, Settings.between("quantile q", q, 0, 1));
    }

    /**
     * Binary cross-entropy on probabilities; see {@link BinaryCrossEntropy}. {@link #bceWithLogits()} is exact where
     * this one cuts off.
     *
     * @return the loss, without weights; targets of the prediction's shape
     */
    public static BinaryCrossEntropy bce() {
        return new BinaryCrossEntropy(List.of());
    }

    /**
     * Binary cross-entropy on logits: -t log s(x) - (1 - t) log(1 - s(x)), s the logistic function, for one or several
     * independent yes-or-no outputs. Stable for any finite x. Any finite target is accepted, as in PyTorch; a
     * probability in [0, 1] is what makes sense.
     *
     * @return the loss, without weights; targets of the prediction's shape
     */
    public static BinaryLogitCrossEntropy bceWithLogits() {
        return new BinaryLogitCrossEntropy(List.of(), List.of());
    }

    /**
     * Softmax cross-entropy of logits [..., classes] against a class index: -log softmax(x)[t]. The network ends
     * without a softmax; Keras's loss takes probabilities unless told otherwise.
     *
     * @return the loss, without class weights, smoothing or ignored index; targets of shape [..., 1], whole numbers
     *     from 0 to classes - 1, checked before training
     */
    public static CrossEntropy crossEntropy() {
        return new CrossEntropy(List.of(), 0, NONE);
    }

    /**
     * Softmax cross-entropy of logits [..., classes] against class probabilities (one-hot or soft): -sum(t log
     * softmax(x)), one value per sample.
     *
     * @return the loss, without class weights or smoothing; targets of the prediction's shape
     */
    public static ProbabilityCrossEntropy crossEntropyProbabilities() {
        return new ProbabilityCrossEntropy(List.of(), 0);
    }

    /**
     * Negative log-likelihood of log-probabilities [..., classes] against a class index: -x[t].
     *
     * @return the loss, without class weights or ignored index; targets of shape [..., 1]
     */
    public static NegativeLogLikelihood nll() {
        return new NegativeLogLikelihood(List.of(), NONE);
    }

    /**
     * Kullback-Leibler divergence of log-probabilities x from probabilities t, element by element: t (log t - x), 0
     * where t is 0. The mean is over all elements, as PyTorch's {@code KLDivLoss} has it; the divergence proper is the
     * mean over rows, {@code reduced(Reduction.BATCH_MEAN)}. Keras's {@code KLDivergence} takes probabilities for x
     * too.
     *
     * @return the loss; targets of the prediction's shape, 0 or more
     */
    public static Loss klDivergence() {
        return new Elementwise(Pairwise.KL_DIVERGENCE, 0, TargetCheck.NOT_NEGATIVE);
    }

    /**
     * Kullback-Leibler divergence where the targets are log-probabilities too: exp(t) (t - x). PyTorch's
     * {@code KLDivLoss} with {@code log_target}.
     *
     * @return the loss; targets of the prediction's shape
     */
    public static Loss klDivergenceOfLogs() {
        return Elementwise.of(Pairwise.LOG_KL_DIVERGENCE, 0);
    }

    /**
     * Poisson likelihood of counts, the prediction being the logarithm of the rate: exp(x) - t x; see
     * {@link PoissonNll}.
     *
     * @return the loss, without log(t!), eps 1e-8; targets of the prediction's shape
     */
    public static PoissonNll poissonNll() {
        return new PoissonNll(false, false, 1e-8);
    }

    /**
     * Normal likelihood with predicted variances; see {@link GaussianNll} for the columns.
     *
     * @return the loss, without log(2 pi) / 2, eps 1e-6, one predicted variance per output
     */
    public static GaussianNll gaussianNll() {
        return new GaussianNll(false, 1e-6, false, false);
    }

    /**
     * Hinge loss with margin 1: max(0, 1 - x t). Keras's {@code Hinge}, which also takes labels 0 and 1.
     *
     * @return the loss; targets of the prediction's shape, 1 or -1
     */
    public static Loss hinge() {
        return new Elementwise(Pairwise.HINGE, 1, TargetCheck.SIGN);
    }

    /**
     * Hinge embedding with margin 1; see {@link #hingeEmbedding(double)}.
     *
     * @return the loss; targets of the prediction's shape, 1 or -1
     */
    public static Loss hingeEmbedding() {
        return hingeEmbedding(1);
    }

    /**
     * Hinge embedding of distances: x where t is 1, max(0, margin - x) where t is -1.
     *
     * @param margin how far apart dissimilar pairs should be
     * @return the loss; targets of the prediction's shape, 1 or -1
     * @throws IllegalArgumentException if margin is not finite
     */
    public static Loss hingeEmbedding(double margin) {
        double m = Settings.finite("hinge_embedding margin", margin);
        return new Elementwise(Pairwise.HINGE_EMBEDDING, m, TargetCheck.SIGN);
    }

    /**
     * Logistic loss of signs: log(1 + exp(-x t)). Stable for any finite x, where PyTorch's {@code SoftMarginLoss}
     * overflows.
     *
     * @return the loss; targets of the prediction's shape, 1 or -1
     */
    public static Loss softMargin() {
        return new Elementwise(Pairwise.SOFT_MARGIN, 0, TargetCheck.SIGN);
    }

    /**
     * Multi-class hinge loss with margin 1; see {@link MultiMargin}.
     *
     * @return the loss, without class weights; targets of shape [..., 1], a class index
     */
    public static MultiMargin multiMargin() {
        return new MultiMargin(1, 1, List.of());
    }

    /**
     * Cosine embedding with margin 0; see {@link #cosineEmbedding(double)}.
     *
     * @return the loss; prediction [..., 2 k], targets [..., 1], 1 or -1
     */
    public static Loss cosineEmbedding() {
        return cosineEmbedding(0);
    }

    /**
     * Cosine embedding: 1 - cos(a, b) for similar pairs (t = 1), max(0, cos(a, b) - margin) for others (t = -1). The
     * prediction holds the vectors a, then the vectors b.
     *
     * @param margin cosine that dissimilar pairs may have, from -1 to 1
     * @return the loss; prediction [..., 2 k], targets [..., 1], 1 or -1
     * @throws IllegalArgumentException if margin is outside [-1, 1]
     */
    public static Loss cosineEmbedding(double margin) {
        return new CosineEmbedding(margin);
    }

    /**
     * Margin ranking with margin 0; see {@link #marginRanking(double)}.
     *
     * @return the loss; prediction [..., 2 k], targets [..., k], 1 or -1
     */
    public static Loss marginRanking() {
        return marginRanking(0);
    }

    /**
     * Margin ranking: max(0, margin - t (a - b)). The prediction holds the scores a, then the scores b.
     *
     * @param margin how far the better score should lead
     * @return the loss; prediction [..., 2 k], targets [..., k]: 1 where a should be larger, -1 where b should
     * @throws IllegalArgumentException if margin is not finite
     */
    public static Loss marginRanking(double margin) {
        return new MarginRanking(margin);
    }

    /**
     * Triplet loss with margin 1; see {@link #tripletMargin(double)}.
     *
     * @return the loss; prediction [..., 3 k], targets [..., 1], which are not looked at
     */
    public static Loss tripletMargin() {
        return tripletMargin(1);
    }

    /**
     * Triplet loss: max(0, d(a, p) - d(a, n) + margin) with d(x, y) = |x - y + 1e-6| (Euclidean). The prediction holds
     * the anchors a, then the positives p, then the negatives n. There is nothing to compare with: the target is a
     * column of any numbers.
     *
     * @param margin how much farther the negative should be, above 0
     * @return the loss; prediction [..., 3 k], targets [..., 1], which are not looked at
     * @throws IllegalArgumentException if margin is not a finite number above 0
     */
    public static Loss tripletMargin(double margin) {
        return new TripletMargin(margin);
    }

    /**
     * A weighted sum of losses on column ranges of one prediction; see {@link Heads}.
     *
     * @param heads at least one
     * @return the loss; targets are those of the heads side by side, in their order
     * @throws IllegalArgumentException if there is no head, or one reduces by the sum
     */
    public static Heads heads(Heads.Head... heads) {
        return new Heads(List.of(heads));
    }
}
