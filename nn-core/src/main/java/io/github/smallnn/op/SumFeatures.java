package io.github.smallnn.op;

import io.github.smallnn.kernel.Binary;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import java.util.List;

/** Sum over the last axis: [..., n] gives [..., 1]. Immutable, any thread. */
public record SumFeatures() implements Op {
    @Override
    public OpSpec spec() {
        return OpSpec.of("sum");
    }

    @Override
    public Shape outputShape(List<Shape> in) {
        return Ops.only("sum", in).withLast(1);
    }

    @Override
    public void forward(OpContext c) {
        c.kernels().sumColumns(c.in(0).folded(c.inShape(0).last()), 0, c.out().folded(1));
    }

    // Every element of a row receives the gradient of the row: an addition with a repeated column.
    @Override
    public void backward(OpContext c) {
        if (c.wants(0)) {
            Tensor d = c.gradIn(0).folded(c.inShape(0).last());
            if (c.beta(0) == 0) {
                d.fill(0);
            }
            c.kernels().binary(Binary.ADD, d, c.gradOut().folded(1), d);
        }
    }
}
