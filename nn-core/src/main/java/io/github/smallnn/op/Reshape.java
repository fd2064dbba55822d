package io.github.smallnn.op;

import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The same numbers of a sample under another shape of the same size. Immutable, any thread.
 *
 * @param shape the new shape
 */
public record Reshape(Shape shape) implements Op {
    @Override
    public OpSpec spec() {
        return OpSpec.of(
                "reshape", "shape", Arrays.stream(shape.toArray()).boxed().collect(Collectors.toList()));
    }

    @Override
    public Shape outputShape(List<Shape> in) {
        Shape from = Ops.only("reshape", in);
        if (from.size() != shape.size()) {
            throw new IllegalArgumentException("cannot reshape " + from + " with " + from.size() + " numbers to "
                    + shape + " with " + shape.size());
        }
        return shape;
    }

    @Override
    public void forward(OpContext c) {
        copy(c, c.in(0), 0, c.out());
    }

    @Override
    public void backward(OpContext c) {
        if (c.wants(0)) {
            copy(c, c.gradOut(), c.beta(0), c.gradIn(0));
        }
    }

    // A parameter's storage changes with its shape, so both sides are read at the width of the destination.
    private static void copy(OpContext c, Tensor from, double beta, Tensor to) {
        c.kernels().addColumns(1, from.folded(to.cols()), 0, beta, to, 0, to.cols());
    }
}
