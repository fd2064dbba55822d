package io.github.smallnn.graph;

import io.github.smallnn.kernel.Orthonormal;
import io.github.smallnn.op.OpSpec;
import io.github.smallnn.random.RandomSource;
import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;

/** Rows or columns, whichever are fewer, orthogonal and of one length. */
record Orthogonal(double gain) implements Initializer {
    Orthogonal {
        if (!Double.isFinite(gain)) {
            throw new IllegalArgumentException("orthogonal needs a finite gain, but got " + gain);
        }
    }

    // Normal numbers are drawn in PyTorch's order, out x in row by row; the shorter side of them becomes orthonormal.
    @Override
    public void fill(Tensor parameter, int fanIn, int fanOut, RandomSource random) {
        int in = parameter.rows();
        int out = parameter.cols();
        boolean unitsAreVectors = out <= in;
        DoubleTensor v = (DoubleTensor) Tensor.zeros(Precision.DOUBLE, Math.min(in, out), Math.max(in, out));
        for (int o = 0; o < out; o++) {
            for (int i = 0; i < in; i++) {
                v.set(unitsAreVectors ? o : i, unitsAreVectors ? i : o, random.normal());
            }
        }
        Orthonormal.rows(v);
        for (int o = 0; o < out; o++) {
            for (int i = 0; i < in; i++) {
                parameter.set(i, o, gain * v.get(unitsAreVectors ? o : i, unitsAreVectors ? i : o));
            }
        }
    }

    @Override
    public OpSpec spec() {
        return OpSpec.of("orthogonal", "gain", gain);
    }
}
