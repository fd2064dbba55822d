package io.github.smallnn.op;

import io.github.smallnn.kernel.Unary;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import java.util.List;

/**
 * y = f(x W + b): what the planner makes of a product, a row bias (may be missing) and an activation (may be missing) that
 * nobody else reads in between. Inputs: x [..., in], W [in, out] and, with a bias, b [out]. Immutable, any thread.
 *
 * @param f activation, {@link Unary#IDENTITY} for none
 * @param p first parameter of f
 * @param q second parameter of f
 */
public record Dense(Unary f, double p, double q) implements Op {
    @Override
    public OpSpec spec() {
        return new OpSpec("dense", Activation.attributes(f, p, q));
    }

    @Override
    public Shape outputShape(List<Shape> in) {
        Shape out = MatMul.product("dense", in.get(0), in.get(1));
        if (in.size() > 2 && in.get(2).size() != out.last()) {
            throw new IllegalArgumentException(
                    "dense needs a bias of shape [" + out.last() + "], but got " + in.get(2));
        }
        return out;
    }

    // Scratch 0 is the gradient before the activation, scratch 1 the value before it where the derivative needs that.
    @Override
    public List<Shape> scratch(List<Shape> in) {
        if (f == Unary.IDENTITY) {
            return List.of();
        }
        Shape out = outputShape(in);
        return f.needsInput() ? List.of(out, out) : List.of(out);
    }

    @Override
    public void forward(OpContext c) {
        Tensor w = c.in(1);
        int units = w.cols();
        Tensor bias = hasBias(c) ? c.in(2) : null;
        c.kernels()
                .dense(
                        c.in(0).folded(w.rows()),
                        w,
                        bias,
                        f,
                        p,
                        q,
                        before(c).folded(units),
                        c.out().folded(units));
    }

    @Override
    public void backward(OpContext c) {
        Tensor g = c.gradOut();
        if (f != Unary.IDENTITY) {
            c.kernels().unaryBackward(f, p, q, before(c), c.out(), g, 0, c.scratch(0));
            g = c.scratch(0);
        }
        MatMul.backward(c, g);
        if (hasBias(c) && c.wants(2)) {
            c.kernels().sumRows(g.folded(c.in(1).cols()), c.beta(2), c.gradIn(2));
        }
    }

    private Tensor before(OpContext c) {
        return f.needsInput() ? c.scratch(1) : c.out();
    }

    private static boolean hasBias(OpContext c) {
        return c.inputs() > 2;
    }
}
