package io.github.smallnn.op;

import io.github.smallnn.tensor.Shape;
import java.util.List;

/** Joins two or more inputs on the last axis: [..., a] and [..., b] give [..., a + b]. Immutable, any thread. */
public record Concat() implements Op {
    @Override
    public OpSpec spec() {
        return OpSpec.of("concat");
    }

    @Override
    public Shape outputShape(List<Shape> in) {
        if (in.size() < 2) {
            throw new IllegalArgumentException("concat takes at least 2 inputs, but got " + in.size());
        }
        Shape a = in.get(0);
        int width = a.last();
        for (Shape b : in.subList(1, in.size())) {
            if (!a.withLast(1).equals(b.withLast(1))) {
                throw new IllegalArgumentException(
                        "concat joins on the last axis and needs equal axes before it, but got " + a + " and " + b);
            }
            width = Math.addExact(width, b.last());
        }
        return a.withLast(width);
    }

    @Override
    public void forward(OpContext c) {
        int at = 0;
        for (int i = 0; i < c.inputs(); i++) {
            int width = c.inShape(i).last();
            c.kernels()
                    .addColumns(
                            1,
                            c.in(i).folded(width),
                            0,
                            0,
                            c.out().folded(c.outShape().last()),
                            at,
                            width);
            at += width;
        }
    }

    @Override
    public void backward(OpContext c) {
        int at = 0;
        for (int i = 0; i < c.inputs(); i++) {
            int width = c.inShape(i).last();
            if (c.wants(i)) {
                c.kernels()
                        .addColumns(
                                1,
                                c.gradOut().folded(c.outShape().last()),
                                at,
                                c.beta(i),
                                c.gradIn(i).folded(width),
                                0,
                                width);
            }
            at += width;
        }
    }
}
