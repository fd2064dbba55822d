package io.github.smallnn.op;

import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import java.util.List;

/**
 * Softmax or its logarithm over any axis of a sample, or over the rows of the batch. {@link Softmax} is the faster form for
 * the last axis. Immutable, any thread.
 *
 * @param log true for the logarithm
 * @param axis axis of a sample from 0, or {@link #BATCH}
 */
public record AxisSoftmax(boolean log, int axis) implements Op {
    /** The rows of the batch as an axis; PyTorch's dim 0. */
    public static final int BATCH = -1;

    /**
     * Checks the axis.
     *
     * @param log true for the logarithm
     * @param axis axis of a sample from 0, or {@link #BATCH}
     * @throws IllegalArgumentException if the axis is below -1
     */
    public AxisSoftmax {
        if (axis < BATCH) {
            throw new IllegalArgumentException(
                    "softmax axis must be an axis of a sample from 0, or -1 for the batch, but is " + axis);
        }
    }

    @Override
    public OpSpec spec() {
        return OpSpec.of(log ? "log_softmax_axis" : "softmax_axis", "axis", axis);
    }

    @Override
    public Shape outputShape(List<Shape> in) {
        Shape x = Ops.only("softmax", in);
        if (axis >= x.rank()) {
            throw new IllegalArgumentException("softmax over axis " + axis + " does not fit samples of shape " + x);
        }
        return x;
    }

    @Override
    public boolean couplesRows() {
        return axis == BATCH;
    }

    // Numbers from one step along the axis to the next: the sample is read as rows of so many.
    private int step(OpContext c) {
        int step = 1;
        for (int i = axis + 1; i < c.outShape().rank(); i++) {
            step *= c.outShape().axis(i);
        }
        return step;
    }

    private int length(OpContext c, Tensor folded) {
        return axis == BATCH ? folded.rows() : c.outShape().axis(axis);
    }

    @Override
    public void forward(OpContext c) {
        Tensor x = c.in(0).folded(step(c));
        c.kernels().axis().softmaxDown(log, length(c, x), x, c.out().folded(step(c)));
    }

    @Override
    public void backward(OpContext c) {
        if (c.wants(0)) {
            int step = step(c);
            Tensor y = c.out().folded(step);
            c.kernels()
                    .axis()
                    .softmaxDownBackward(
                            log,
                            length(c, y),
                            y,
                            c.gradOut().folded(step),
                            c.beta(0),
                            c.gradIn(0).folded(step));
        }
    }
}
