package io.github.smallnn.op;

import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import java.util.List;
import java.util.Map;

/**
 * y = (x - mean) / sqrt(variance + eps) weight + bias with a given mean and variance per channel: {@link BatchNorm} outside
 * training, or with fixed statistics. The channels are the first axis of a sample. Inputs: x, mean and variance [C] (which
 * get no gradient) and, with an affine part, weight and bias [C]. Immutable, any thread.
 *
 * @param eps what is added to the variance, 0 or more
 * @param affine whether there are a weight and a bias
 */
public record ChannelNorm(double eps, boolean affine) implements Op {

    /**
     * Checks the settings.
     *
     * @param eps what is added to the variance
     * @param affine whether there are a weight and a bias
     * @throws IllegalArgumentException if eps is negative or not finite
     */
    public ChannelNorm {
        Ops.nonNegative("channel_norm eps", eps);
    }

    @Override
    public OpSpec spec() {
        return new OpSpec("channel_norm", Map.of("eps", eps, "affine", affine));
    }

    @Override
    public Shape outputShape(List<Shape> in) {
        check("channel_norm", in, in.size(), affine ? 5 : 3);
        return in.get(0);
    }

    /** Checks that there are as many inputs as expected, each but the first with one value per channel. */
    static void check(String name, List<Shape> in, int given, int expected) {
        if (given != expected) {
            throw new IllegalArgumentException(name + " takes " + expected + " inputs here, but got " + given);
        }
        Shape perChannel = Shape.of(in.get(0).axis(0));
        for (Shape s : in.subList(1, expected)) {
            if (!s.equals(perChannel)) {
                throw new IllegalArgumentException(
                        name + " of samples " + in.get(0) + " has " + in.get(0).axis(0)
                                + " channels and needs parameters of shape " + perChannel + ", but got " + s);
            }
        }
    }

    // 1 / sqrt(variance + eps), and the sums that are the gradients of bias and weight.
    @Override
    public List<Shape> batchScratch(List<Shape> in) {
        Shape perChannel = Shape.of(in.get(0).axis(0));
        return List.of(perChannel, perChannel, perChannel);
    }

    @Override
    public void forward(OpContext c) {
        c.kernels().norm().inverseRoot(eps, c.in(2), c.scratch(0));
        Tensor bias = affine ? c.in(4) : null;
        c.kernels().norm().channelNorm(c.in(0), c.in(1), c.scratch(0), weight(c), bias, c.out());
    }

    @Override
    public void backward(OpContext c) {
        if (c.wants(0)) {
            c.kernels().norm().channelScale(c.scratch(0), weight(c), c.gradOut(), c.beta(0), c.gradIn(0));
        }
        if (affine && (c.wants(3) || c.wants(4))) {
            Tensor ofBias = c.scratch(1);
            Tensor ofWeight = c.scratch(2);
            c.kernels().norm().channelSums(c.in(0), c.in(1), c.scratch(0), c.gradOut(), ofBias, ofWeight);
            addSums(c, 3, ofWeight, ofBias);
        }
    }

    /** Adds the sums of a channel to the gradients of its weight and of the bias that follows it. */
    static void addSums(OpContext c, int weightAt, Tensor ofWeight, Tensor ofBias) {
        int channels = ofWeight.cols();
        if (c.wants(weightAt)) {
            c.kernels().addColumns(1, ofWeight, 0, c.beta(weightAt), c.gradIn(weightAt), 0, channels);
        }
        if (c.wants(weightAt + 1)) {
            c.kernels().addColumns(1, ofBias, 0, c.beta(weightAt + 1), c.gradIn(weightAt + 1), 0, channels);
        }
    }

    private Tensor weight(OpContext c) {
        return affine ? c.in(3) : null;
    }
}
