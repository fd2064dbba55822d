package io.github.smallnn.op;

import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import java.util.List;
import java.util.Map;

/**
 * A range of the last axis: [..., n] gives [..., to - from]. Immutable, any thread.
 *
 * @param from first index
 * @param to index after the last
 */
public record Slice(int from, int to) implements Op {
    @Override
    public OpSpec spec() {
        return new OpSpec("slice", Map.of("from", from, "to", to));
    }

    @Override
    public Shape outputShape(List<Shape> in) {
        Shape x = Ops.only("slice", in);
        if (from < 0 || to <= from || to > x.last()) {
            throw new IllegalArgumentException("slice " + from + " to " + to + " is empty or outside the last axis of "
                    + x + "; use 0 <= from < to <= " + x.last());
        }
        return x.withLast(to - from);
    }

    @Override
    public void forward(OpContext c) {
        c.kernels()
                .addColumns(
                        1, c.in(0).folded(c.inShape(0).last()), from, 0, c.out().folded(to - from), 0, to - from);
    }

    @Override
    public void backward(OpContext c) {
        if (!c.wants(0)) {
            return;
        }
        Tensor d = c.gradIn(0);
        if (c.beta(0) == 0) {
            d.fill(0);
        }
        c.kernels()
                .addColumns(
                        1,
                        c.gradOut().folded(to - from),
                        0,
                        1,
                        d.folded(c.inShape(0).last()),
                        from,
                        to - from);
    }
}
