package io.github.smallnn.op;

import io.github.smallnn.kernel.Unary;
import io.github.smallnn.tensor.Shape;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * y = f(x) element by element, f from the built-in family. Immutable, any thread.
 *
 * @param f function
 * @param p its first parameter, 0 if it has none
 * @param q its second parameter, 0 if it has none
 */
public record Activation(Unary f, double p, double q) implements Op {

    /**
     * A function without parameters.
     *
     * @param f function
     * @return the op
     */
    public static Activation of(Unary f) {
        return new Activation(f, 0, 0);
    }

    @Override
    public OpSpec spec() {
        return new OpSpec(f.name().toLowerCase(Locale.ROOT), Map.of("p", p, "q", q));
    }

    static Map<String, Object> attributes(Unary f, double p, double q) {
        return Map.of("activation", f.name().toLowerCase(Locale.ROOT), "p", p, "q", q);
    }

    @Override
    public Shape outputShape(List<Shape> in) {
        return Ops.only(f.name().toLowerCase(Locale.ROOT), in);
    }

    @Override
    public void forward(OpContext c) {
        c.kernels().unary(f, p, q, c.in(0), c.out());
    }

    @Override
    public void backward(OpContext c) {
        if (c.wants(0)) {
            c.kernels().unaryBackward(f, p, q, c.in(0), c.out(), c.gradOut(), c.beta(0), c.gradIn(0));
        }
    }
}
