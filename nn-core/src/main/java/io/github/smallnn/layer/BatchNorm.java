package io.github.smallnn.layer;

import io.github.smallnn.graph.Initializers;
import io.github.smallnn.graph.Layer;
import io.github.smallnn.graph.Node;
import io.github.smallnn.op.BatchNorm.Statistics;
import io.github.smallnn.op.ChannelNorm;
import io.github.smallnn.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Batch normalisation: y = (x - mean) / sqrt(variance + eps) weight + bias, mean and variance (divided by n) of a channel
 * over all rows of the batch. Channels are the first axis of a sample: [C], [C, L] or [C, H, W]; the shape stays.
 *
 * <p>Parameters {@code batch_norm/weight} (starts at 1), {@code batch_norm/bias} (0) and the statistics
 * {@code batch_norm/running_mean} (0) and {@code batch_norm/running_var} (1), all [C], as in PyTorch's
 * {@code nn.BatchNorm1d} and {@code nn.BatchNorm2d}. After a step a statistic is (1 - momentum) old + momentum new, where
 * the new variance is divided by n - 1; predictions use the statistics. Training needs two values per channel.
 *
 * <p>Differs from Keras: its momentum is 1 minus ours (0.99 there is 0.01 here), eps is 1e-3, the variance in the running
 * average is divided by n, channels are the last axis. Source: Ioffe and Szegedy, 2015. Immutable, any thread.
 *
 * @param eps what is added to the variance, 0 or more
 * @param momentum weight of the new value in a running statistic, in [0, 1]; ignored for a cumulative average
 * @param affine whether there are a weight and a bias
 * @param mode where mean and variance come from
 */
public record BatchNorm(double eps, double momentum, boolean affine, Mode mode) implements Layer {

    /** Where mean and variance come from. */
    public enum Mode {
        /** The batch in training, its exponential running average in predictions. */
        RUNNING,
        /** The batch in training, the plain average over all steps in predictions. */
        CUMULATIVE,
        /** Always the batch: predictions for a row depend on the others. */
        BATCH_ONLY,
        /** Always the running average, which no longer moves: for fine-tuning, and for batches of one row. */
        FIXED
    }

    /**
     * Checks the settings.
     *
     * @param eps what is added to the variance
     * @param momentum weight of the new value
     * @param affine whether there are a weight and a bias
     * @param mode where mean and variance come from
     * @throws IllegalArgumentException if eps is negative or not finite, or the momentum is outside [0, 1]
     */
    public BatchNorm {
        new io.github.smallnn.op.BatchNorm(eps, momentum, affine, Statistics.EXPONENTIAL);
    }

    /** With PyTorch's defaults: eps 1e-5, momentum 0.1, weight and bias, running statistics. */
    public BatchNorm() {
        this(1e-5, 0.1, true, Mode.RUNNING);
    }

    /**
     * The same layer with mean and variance from elsewhere. The parameters of all modes but {@link Mode#BATCH_ONLY} have the
     * same paths ({@link Mode#CUMULATIVE} adds {@code num_batches_tracked}).
     *
     * @param other the mode
     * @return a changed copy
     */
    public BatchNorm with(Mode other) {
        return new BatchNorm(eps, momentum, affine, other);
    }

    @Override
    public Node build(Node x) {
        return x.scope("batch_norm", in -> {
            Shape perChannel = Shape.of(in.shape().axis(0));
            List<Node> more = new ArrayList<>();
            if (mode != Mode.BATCH_ONLY) {
                more.add(in.statistic("running_mean", perChannel, Initializers.zeros()));
                more.add(in.statistic("running_var", perChannel, Initializers.ones()));
            }
            if (affine) {
                more.add(in.parameter("weight", perChannel, Initializers.ones()));
                more.add(in.parameter("bias", perChannel, Initializers.zeros()));
            }
            if (mode == Mode.CUMULATIVE) {
                more.add(in.statistic("num_batches_tracked", Shape.of(1), Initializers.zeros()));
            }
            return in.apply(op(), more.toArray(new Node[0]));
        });
    }

    private io.github.smallnn.op.Op op() {
        return switch (mode) {
            case RUNNING -> new io.github.smallnn.op.BatchNorm(eps, momentum, affine, Statistics.EXPONENTIAL);
            case CUMULATIVE -> new io.github.smallnn.op.BatchNorm(eps, 0, affine, Statistics.CUMULATIVE);
            case BATCH_ONLY -> new io.github.smallnn.op.BatchNorm(eps, 0, affine, Statistics.NONE);
            case FIXED -> new ChannelNorm(eps, affine);
        };
    }
}
