package io.github.smallnn.loss;

import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Node;
import io.github.smallnn.kernel.Pairwise;
import io.github.smallnn.op.PairwiseLoss;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;

/**
 * Negative log-likelihood of t under a normal distribution of mean m and variance v: (log c + (m - t)^2 / c) / 2, c
 * being v but at least eps. The derivative by v is the one by c, as if nothing were cut off. The full form adds log(2
 * pi) / 2. PyTorch's {@code GaussianNLLLoss}, which takes the variance as a third argument.
 *
 * <p>Here means and variances are column ranges of one tensor. With k outputs:
 *
 * <ul>
 *   <li>predicted variances (the default): prediction [..., 2 k], means before variances; target [..., k];
 *   <li>{@link #oneVariancePerRow()}: prediction [..., k + 1], the last column is the variance of all; target [..., k];
 *   <li>{@link #givenVariances()}: prediction [..., k]; target [..., 2 k] (or k + 1), targets before known variances.
 * </ul>
 *
 * <p>A network predicts variances through softplus or exp; a negative one is refused in the step. Immutable, any
 * thread.
 *
 * @param full whether to add log(2 pi) / 2
 * @param eps least variance, above 0
 * @param perRow whether one variance serves all outputs of a row
 * @param given whether the variances are known and stand behind the targets
 */
public record GaussianNll(boolean full, double eps, boolean perRow, boolean given) implements Loss {
    private static final double HALF_LOG_2_PI = 0.9189385332046727;

    /**
     * Checks the settings.
     *
     * @param full whether to add log(2 pi) / 2
     * @param eps least variance
     * @param perRow whether one variance serves all outputs of a row
     * @param given whether the variances are known
     * @throws IllegalArgumentException if eps is not a finite number above 0
     */
    public GaussianNll {
        Settings.positive("gaussian_nll eps", eps);
    }

    /**
     * This loss with log(2 pi) / 2.
     *
     * @return a new loss
     */
    public GaussianNll withFull() {
        return new GaussianNll(true, eps, perRow, given);
    }

    /**
     * This loss with another least variance.
     *
     * @param e least variance, above 0
     * @return a new loss
     * @throws IllegalArgumentException if e is not a finite number above 0
     */
    public GaussianNll withEps(double e) {
        return new GaussianNll(full, e, perRow, given);
    }

    /**
     * This loss with one variance for all outputs of a row.
     *
     * @return a new loss
     */
    public GaussianNll oneVariancePerRow() {
        return new GaussianNll(full, eps, true, given);
    }

    /**
     * This loss with known variances, which stand behind the targets.
     *
     * @return a new loss
     */
    public GaussianNll givenVariances() {
        return new GaussianNll(full, eps, perRow, true);
    }

    @Override
    public Node build(Node prediction, Node target) {
        int k = outputs(prediction.shape());
        Node both = given ? target : prediction;
        Node variance = both.slice(k, both.shape().last());
        Node mean = given ? prediction : prediction.slice(0, k);
        Node error = mean.minus(given ? target.slice(0, k) : target).square();
        Node own = perRow && k > 1 ? MultiMargin.repeated(variance, k) : variance;
        Node values = own.apply(new PairwiseLoss(Pairwise.GAUSSIAN, eps), error);
        return full ? values.plus(HALF_LOG_2_PI) : values;
    }

    @Override
    public Shape targetShape(Shape prediction) {
        int k = outputs(prediction);
        return prediction.withLast(given ? k + (perRow ? 1 : k) : k);
    }

    @Override
    public void checkTargets(Tensor targets, Shape prediction) {
        int k = outputs(prediction);
        int width = targetShape(prediction).last();
        for (int r = 0; given && r < targets.rows(); r++) {
            for (int c = 0; c < targets.cols(); c++) {
                if (c % width >= k && !(targets.get(r, c) >= 0)) {
                    throw new IllegalArgumentException("target row " + r + ", column " + c + " is a variance of "
                            + targets.get(r, c) + "; it must be 0 or more");
                }
            }
        }
    }

    private int outputs(Shape prediction) {
        if (given) {
            return prediction.last();
        }
        if (!perRow) {
            return Parts.width("gaussian_nll", prediction, "means", "variances");
        }
        if (prediction.last() < 2) {
            throw new IllegalArgumentException(
                    "gaussian_nll needs means and then one variance in the last axis, but the"
                            + " prediction has shape " + prediction);
        }
        return prediction.last() - 1;
    }
}
