package io.github.smallnn.op;

import io.github.smallnn.tensor.Shape;
import java.util.List;

/** y = x. Immutable, any thread. */
public record Identity() implements Op {
    @Override
    public OpSpec spec() {
        return OpSpec.of("identity");
    }

    @Override
    public Shape outputShape(List<Shape> in) {
        return Ops.only("identity", in);
    }

    @Override
    public void forward(OpContext c) {
        c.kernels().addColumns(1, c.in(0), 0, 0, c.out(), 0, c.out().cols());
    }

    @Override
    public void backward(OpContext c) {
        if (c.wants(0)) {
            c.kernels()
                    .addColumns(
                            1,
                            c.gradOut(),
                            0,
                            c.beta(0),
                            c.gradIn(0),
                            0,
                            c.out().cols());
        }
    }
}
