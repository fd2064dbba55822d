package io.github.smallnn.op;

import io.github.smallnn.kernel.Pairwise;
import io.github.smallnn.tensor.Shape;
import java.util.List;
import java.util.Locale;

/**
 * Element-wise loss of a prediction and a target of one shape. Immutable, any thread.
 *
 * @param f loss
 * @param p its parameter, 0 if it has none
 */
public record PairwiseLoss(Pairwise f, double p) implements Op {
    @Override
    public OpSpec spec() {
        return OpSpec.of(f.name().toLowerCase(Locale.ROOT), "p", p);
    }

    @Override
    public Shape outputShape(List<Shape> in) {
        String name = f.name().toLowerCase(Locale.ROOT);
        Ops.count(name, in, 2);
        Ops.same(name, in.get(0), in.get(1));
        return in.get(0);
    }

    @Override
    public void forward(OpContext c) {
        c.kernels().pairwise(f, p, c.in(0), c.in(1), c.out());
    }

    @Override
    public void backward(OpContext c) {
        for (int i = 0; i < 2; i++) {
            if (c.wants(i)) {
                c.kernels().pairwiseBackward(f, i == 1, p, c.in(0), c.in(1), c.gradOut(), c.beta(i), c.gradIn(i));
            }
        }
    }
}
