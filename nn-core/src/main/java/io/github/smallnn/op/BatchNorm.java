package io.github.smallnn.op;

import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import java.util.List;
import java.util.Map;

/**
 * y = (x - mean) / sqrt(variance + eps) weight + bias, mean and variance (divided by n) of a channel over the whole batch.
 * The channels are the first axis of a sample.
 *
 * <p>Inputs: x; with running statistics their mean and variance [C]; with an affine part weight and bias [C]; for a
 * cumulative average the number of steps [1]. A running statistic becomes (1 - m) old + m new, the new variance divided by
 * n - 1; m is the momentum or, cumulatively, 1 / steps. Outside training the running statistics take the batch's place
 * ({@link ChannelNorm}), without them the batch's are used always. Source: Ioffe and Szegedy, 2015. Immutable, any thread.
 *
 * @param eps what is added to the variance, 0 or more
 * @param momentum weight of the new value in [0, 1]; not read for a cumulative average
 * @param affine whether there are a weight and a bias
 * @param statistics what becomes of the batch's moments
 */
public record BatchNorm(double eps, double momentum, boolean affine, Statistics statistics) implements Op {

    /** What becomes of a batch's moments. */
    public enum Statistics {
        /** Nothing: they are used for the batch and forgotten. */
        NONE,
        /** An exponential average. */
        EXPONENTIAL,
        /** The plain average of all steps. */
        CUMULATIVE
    }

    /**
     * Checks the settings.
     *
     * @param eps what is added to the variance
     * @param momentum weight of the new value
     * @param affine whether there are a weight and a bias
     * @param statistics what becomes of the batch's moments
     * @throws IllegalArgumentException if eps is negative or not finite, or the momentum is outside [0, 1]
     */
    public BatchNorm {
        Ops.nonNegative("batch_norm eps", eps);
        if (!(momentum >= 0 && momentum <= 1)) {
            throw new IllegalArgumentException("batch_norm momentum must be in [0, 1], but is " + momentum);
        }
    }

    @Override
    public OpSpec spec() {
        return new OpSpec(
                "batch_norm",
                Map.of("eps", eps, "momentum", momentum, "affine", affine, "statistics", statistics.name()));
    }

    static BatchNorm of(OpSpec s) {
        boolean affine = s.flag("affine");
        return new BatchNorm(s.number("eps"), s.number("momentum"), affine, Statistics.valueOf(s.text("statistics")));
    }

    @Override
    public Shape outputShape(List<Shape> in) {
        int count = statistics == Statistics.CUMULATIVE ? 1 : 0;
        ChannelNorm.check("batch_norm", in, in.size() - count, (running() ? 3 : 1) + (affine ? 2 : 0));
        return in.get(0);
    }

    @Override
    public Op inference() {
        return running() ? new ChannelNorm(eps, affine) : this;
    }

    @Override
    public boolean couplesRows() {
        return true;
    }

    // A variance needs two values per channel.
    @Override
    public int leastRows(List<Shape> in) {
        return in.get(0).size() == in.get(0).axis(0) ? 2 : 1;
    }

    // Mean, 1 / sqrt(variance + eps), and the sums that are the gradients of bias and weight.
    @Override
    public List<Shape> batchScratch(List<Shape> in) {
        Shape perChannel = Shape.of(in.get(0).axis(0));
        return List.of(perChannel, perChannel, perChannel, perChannel);
    }

    @Override
    public void forward(OpContext c) {
        Tensor x = c.in(0);
        Tensor mean = c.scratch(0);
        Tensor rstd = c.scratch(1);
        long n = (long) x.rows() * (x.cols() / mean.cols());
        if (n < 2) {
            throw new IllegalArgumentException(
                    "batch norm needs at least 2 values per channel to train, but the batch is"
                            + " one row; use larger batches, also for the last one, or fixed statistics");
        }
        c.kernels().norm().channelMoments(x, mean, rstd);
        if (running()) {
            updateStatistics(c, mean, rstd, (double) n / (n - 1));
        }
        c.kernels().norm().inverseRoot(eps, rstd, rstd);
        c.kernels().norm().channelNorm(x, mean, rstd, weight(c), affine ? c.in(weightAt() + 1) : null, c.out());
    }

    private void updateStatistics(OpContext c, Tensor mean, Tensor variance, double unbiased) {
        double m = momentum;
        if (statistics == Statistics.CUMULATIVE) {
            int countAt = c.inputs() - 1;
            double steps = c.in(countAt).get(0, 0) + 1;
            c.update(countAt).set(0, 0, steps);
            m = 1 / steps;
        }
        average(c, 1, m, mean, 1);
        average(c, 2, m, variance, unbiased);
    }

    private static void average(OpContext c, int input, double m, Tensor batch, double correction) {
        Tensor next = c.update(input);
        next.copyFrom(c.in(input));
        c.kernels().addColumns(m * correction, batch, 0, 1 - m, next, 0, batch.cols());
    }

    @Override
    public void backward(OpContext c) {
        Tensor x = c.in(0);
        Tensor ofBias = c.scratch(2);
        Tensor ofWeight = c.scratch(3);
        c.kernels().norm().channelSums(x, c.scratch(0), c.scratch(1), c.gradOut(), ofBias, ofWeight);
        if (c.wants(0)) {
            c.kernels()
                    .norm()
                    .channelNormBackward(
                            x,
                            c.scratch(0),
                            c.scratch(1),
                            weight(c),
                            c.gradOut(),
                            ofBias,
                            ofWeight,
                            c.beta(0),
                            c.gradIn(0));
        }
        if (affine) {
            ChannelNorm.addSums(c, weightAt(), ofWeight, ofBias);
        }
    }

    private Tensor weight(OpContext c) {
        return affine ? c.in(weightAt()) : null;
    }

    private boolean running() {
        return statistics != Statistics.NONE;
    }

    private int weightAt() {
        return running() ? 3 : 1;
    }
}
