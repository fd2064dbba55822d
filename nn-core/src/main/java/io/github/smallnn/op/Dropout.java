package io.github.smallnn.op;

import io.github.smallnn.kernel.Binary;
import io.github.smallnn.tensor.Shape;
import java.util.List;

/**
 * Inverted dropout: each element is 0 with probability p, else divided by 1 - p; the identity outside training.
 *
 * <p>The mask is a function of (seed, step, op, row, column), so evaluating a step again gives the same one. Source:
 * Srivastava et al., "Dropout", JMLR 15 (2014), in PyTorch's scaling. Immutable, any thread.
 *
 * @param p probability of a zero, in [0, 1)
 */
public record Dropout(double p) implements Op {

    /**
     * Checks the probability.
     *
     * @param p probability of a zero
     * @throws IllegalArgumentException if p is outside [0, 1)
     */
    public Dropout {
        if (!(p >= 0 && p < 1)) {
            throw new IllegalArgumentException("dropout probability must be in [0, 1), but is " + p);
        }
    }

    @Override
    public OpSpec spec() {
        return OpSpec.of("dropout", "p", p);
    }

    @Override
    public Shape outputShape(List<Shape> in) {
        return Ops.only("dropout", in);
    }

    @Override
    public List<Shape> scratch(List<Shape> in) {
        return List.of(in.get(0));
    }

    @Override
    public Op inference() {
        return new Identity();
    }

    @Override
    public void forward(OpContext c) {
        c.kernels().dropoutMask(c.randomKey(), c.firstRow(), p, c.scratch(0));
        c.kernels().binary(Binary.MULTIPLY, c.in(0), c.scratch(0), c.out());
    }

    @Override
    public void backward(OpContext c) {
        if (c.wants(0)) {
            c.kernels()
                    .binaryBackward(Binary.MULTIPLY, false, c.in(0), c.scratch(0), c.gradOut(), c.beta(0), c.gradIn(0));
        }
    }
}
