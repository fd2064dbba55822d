package io.github.smallnn.op;

import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import java.util.List;

/**
 * y = x W on the last axis: x of shape [..., in] and a parameter W of shape [in, out] give [..., out]. Immutable, any
 * thread.
 */
public record MatMul() implements Op {
    @Override
    public OpSpec spec() {
        return OpSpec.of("matmul");
    }

    @Override
    public Shape outputShape(List<Shape> in) {
        Ops.count("matmul", in, 2);
        return product("matmul", in.get(0), in.get(1));
    }

    static Shape product(String name, Shape x, Shape w) {
        if (w.rank() != 2 || w.axis(0) != x.last()) {
            throw new IllegalArgumentException(name + " needs a weight of shape [" + x.last()
                    + ", out] for an input of shape " + x + ", but got " + w);
        }
        return x.withLast(w.axis(1));
    }

    @Override
    public void forward(OpContext c) {
        Tensor w = c.in(1);
        c.kernels()
                .gemm(false, false, 1, c.in(0).folded(w.rows()), w, 0, c.out().folded(w.cols()));
    }

    @Override
    public void backward(OpContext c) {
        backward(c, c.gradOut());
    }

    static void backward(OpContext c, Tensor gradOut) {
        Tensor w = c.in(1);
        Tensor g = gradOut.folded(w.cols());
        if (c.wants(0)) {
            c.kernels().gemm(false, true, 1, g, w, c.beta(0), c.gradIn(0).folded(w.rows()));
        }
        if (c.wants(1)) {
            c.kernels().gemm(true, false, 1, c.in(0).folded(w.rows()), g, c.beta(1), c.gradIn(1));
        }
    }
}
