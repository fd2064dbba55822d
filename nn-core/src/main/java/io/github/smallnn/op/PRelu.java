package io.github.smallnn.op;

import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import java.util.List;

/**
 * y = x for x above 0, else slope x, the slopes being learned; the derivative at 0 is the slope. Inputs: x, and slopes [1]
 * for all or [C] for the channels, which are the first axis of a sample. Immutable, any thread.
 */
public record PRelu() implements Op {
    @Override
    public OpSpec spec() {
        return OpSpec.of("prelu");
    }

    @Override
    public Shape outputShape(List<Shape> in) {
        Ops.count("prelu", in, 2);
        Shape x = in.get(0);
        int slopes = in.get(1).size();
        if (slopes != 1 && slopes != x.axis(0)) {
            throw new IllegalArgumentException("prelu of samples " + x + " needs 1 slope or " + x.axis(0)
                    + ", one per channel, but got " + slopes);
        }
        return x;
    }

    @Override
    public void forward(OpContext c) {
        int size = c.outShape().size();
        c.kernels().axis().prelu(c.in(0).folded(size), c.in(1), c.out().folded(size));
    }

    @Override
    public void backward(OpContext c) {
        int size = c.outShape().size();
        Tensor x = c.in(0).folded(size);
        Tensor g = c.gradOut().folded(size);
        if (c.wants(0)) {
            c.kernels()
                    .axis()
                    .preluBackward(x, c.in(1), g, c.beta(0), c.gradIn(0).folded(size));
        }
        if (c.wants(1)) {
            c.kernels().axis().preluSlopes(x, g, c.beta(1), c.gradIn(1));
        }
    }
}
