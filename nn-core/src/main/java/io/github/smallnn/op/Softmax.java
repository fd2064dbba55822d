package io.github.smallnn.op;

import io.github.smallnn.tensor.Shape;
import java.util.List;

/**
 * Softmax or its logarithm over the last axis. Immutable, any thread.
 *
 * @param log true for the logarithm
 */
public record Softmax(boolean log) implements Op {
    @Override
    public OpSpec spec() {
        return OpSpec.of(log ? "log_softmax" : "softmax");
    }

    @Override
    public Shape outputShape(List<Shape> in) {
        return Ops.only("softmax", in);
    }

    @Override
    public void forward(OpContext c) {
        int width = c.outShape().last();
        if (log) {
            c.kernels().logSoftmax(c.in(0).folded(width), c.out().folded(width));
        } else {
            c.kernels().softmax(c.in(0).folded(width), c.out().folded(width));
        }
    }

    @Override
    public void backward(OpContext c) {
        if (!c.wants(0)) {
            return;
        }
        int width = c.outShape().last();
        if (log) {
            c.kernels()
                    .logSoftmaxBackward(
                            c.out().folded(width),
                            c.gradOut().folded(width),
                            c.beta(0),
                            c.gradIn(0).folded(width));
        } else {
            c.kernels()
                    .softmaxBackward(
                            c.out().folded(width),
                            c.gradOut().folded(width),
                            c.beta(0),
                            c.gradIn(0).folded(width));
        }
    }
}
