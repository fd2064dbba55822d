package io.github.smallnn.op;

import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import java.util.List;
import java.util.Map;

/**
 * y = (x - mean) / sqrt(variance + eps), mean and variance (divided by n) over the last axes of each sample. Immutable,
 * any thread.
 *
 * @param axes how many of the last axes are normalised together, from 1
 * @param eps what is added to the variance, 0 or more
 */
public record LayerNorm(int axes, double eps) implements Op {

    /**
     * Checks the settings.
     *
     * @param axes how many of the last axes
     * @param eps what is added to the variance
     * @throws IllegalArgumentException if axes is below 1, or eps is negative or not finite
     */
    public LayerNorm {
        if (axes < 1) {
            throw new IllegalArgumentException("layer_norm needs at least 1 axis, but got " + axes);
        }
        Ops.nonNegative("layer_norm eps", eps);
    }

    @Override
    public OpSpec spec() {
        return new OpSpec("layer_norm", Map.of("axes", axes, "eps", eps));
    }

    @Override
    public Shape outputShape(List<Shape> in) {
        Shape x = Ops.only("layer_norm", in);
        if (axes > x.rank()) {
            throw new IllegalArgumentException("layer_norm over the last " + axes + " axes does not fit " + x);
        }
        return x;
    }

    // 1 / sqrt(variance + eps) of every group.
    @Override
    public List<Shape> scratch(List<Shape> in) {
        return List.of(Shape.of(in.get(0).size() / width(in.get(0))));
    }

    private int width(Shape x) {
        int width = 1;
        for (int i = x.rank() - axes; i < x.rank(); i++) {
            width *= x.axis(i);
        }
        return width;
    }

    @Override
    public void forward(OpContext c) {
        int width = width(c.outShape());
        Tensor y = c.out().folded(width);
        c.kernels().norm().rowNorm(eps, c.in(0).folded(width), y, c.scratch(0).folded(1));
    }

    @Override
    public void backward(OpContext c) {
        if (!c.wants(0)) {
            return;
        }
        int width = width(c.outShape());
        c.kernels()
                .norm()
                .rowNormBackward(
                        c.out().folded(width),
                        c.scratch(0).folded(1),
                        c.gradOut().folded(width),
                        c.beta(0),
                        c.gradIn(0).folded(width));
    }
}
