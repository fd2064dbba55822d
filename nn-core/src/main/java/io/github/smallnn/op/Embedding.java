package io.github.smallnn.op;

import io.github.smallnn.tensor.Shape;
import java.util.Arrays;
import java.util.List;

/**
 * y = the rows of a table that the inputs number: [k1, ...] whole numbers from 0 to n - 1 and a table [n, d] give
 * [k1, ..., d]; indices of shape [1] give [d]. The indices get no gradient. Immutable, any thread.
 *
 * @param padding row of the table that gets no gradient, or -1 for none
 */
public record Embedding(int padding) implements Op {
    @Override
    public OpSpec spec() {
        return OpSpec.of("embedding", "padding", padding);
    }

    @Override
    public Shape outputShape(List<Shape> in) {
        Ops.count("embedding", in, 2);
        Shape table = in.get(1);
        if (table.rank() != 2 || padding < -1 || padding >= table.axis(0)) {
            throw new IllegalArgumentException("embedding needs a table [rows, width] with its padding row " + padding
                    + " inside or -1, but got " + table);
        }
        if (in.get(0).equals(Shape.of(1))) {
            return Shape.of(table.last());
        }
        int[] axes = in.get(0).toArray();
        int[] out = Arrays.copyOf(axes, axes.length + 1);
        out[axes.length] = table.last();
        return Shape.of(out);
    }

    @Override
    public void forward(OpContext c) {
        c.kernels().axis().gather(c.in(0), c.in(1), c.out());
    }

    @Override
    public void backward(OpContext c) {
        if (c.wants(0) && c.beta(0) == 0) {
            c.gradIn(0).fill(0);
        }
        if (c.wants(1)) {
            c.kernels().axis().scatterAdd(c.in(0), c.gradOut(), padding, c.beta(1), c.gradIn(1));
        }
    }
}
