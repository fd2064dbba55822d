package io.github.smallnn.op;

import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import java.util.List;

/**
 * y = f(x) element by element for a user's function; costs an interface call per element. Immutable if f is.
 *
 * @param name name of the function, kept as {@code user:name}
 * @param f the function and its derivative
 */
public record MapOp(String name, Elementwise f) implements Op {
    @Override
    public OpSpec spec() {
        return OpSpec.of("user:" + name);
    }

    @Override
    public Shape outputShape(List<Shape> in) {
        return Ops.only("user:" + name, in);
    }

    @Override
    public void forward(OpContext c) {
        Tensor x = c.in(0);
        Tensor y = c.out();
        for (int r = 0; r < y.rows(); r++) {
            for (int j = 0; j < y.cols(); j++) {
                y.set(r, j, f.value(x.get(r, j)));
            }
        }
    }

    @Override
    public void backward(OpContext c) {
        if (!c.wants(0)) {
            return;
        }
        Tensor d = c.gradIn(0);
        double beta = c.beta(0);
        for (int r = 0; r < d.rows(); r++) {
            for (int j = 0; j < d.cols(); j++) {
                double slope = f.derivative(c.in(0).get(r, j), c.out().get(r, j));
                double v = c.gradOut().get(r, j) * slope;
                d.set(r, j, beta == 0 ? v : beta * d.get(r, j) + v);
            }
        }
    }
}
