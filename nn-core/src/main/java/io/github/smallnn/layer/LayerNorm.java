package io.github.smallnn.layer;

import io.github.smallnn.graph.Initializers;
import io.github.smallnn.graph.Layer;
import io.github.smallnn.graph.Node;
import io.github.smallnn.tensor.Shape;
import java.util.Arrays;

/**
 * Layer normalisation: y = (x - mean) / sqrt(variance + eps) weight + bias, mean and variance (divided by n) over the last
 * axes of each sample; the shape stays.
 *
 * <p>Parameters {@code layer_norm/weight} (starts at 1) and {@code layer_norm/bias} (starts at 0) of the shape of the
 * normalised axes, as in PyTorch's {@code nn.LayerNorm}. Differs from Keras in eps, 1e-3 there. Source: Ba et al., 2016.
 * Immutable, any thread.
 *
 * @param axes how many of the last axes are normalised together, from 1
 * @param eps what is added to the variance, 0 or more
 * @param affine whether there are a weight and a bias
 */
public record LayerNorm(int axes, double eps, boolean affine) implements Layer {

    /**
     * Checks the settings.
     *
     * @param axes how many of the last axes
     * @param eps what is added to the variance
     * @param affine whether there are a weight and a bias
     * @throws IllegalArgumentException if axes is below 1, or eps is negative or not finite
     */
    public LayerNorm {
        op(axes, eps);
    }

    /** Over the last axis, with eps 1e-5, weight and bias. */
    public LayerNorm() {
        this(1, 1e-5, true);
    }

    @Override
    public Node build(Node x) {
        return x.scope("layer_norm", in -> {
            Node y = in.apply(op(axes, eps));
            if (!affine) {
                return y;
            }
            int[] all = in.shape().toArray();
            Shape normalised = Shape.of(Arrays.copyOfRange(all, all.length - axes, all.length));
            return y.times(in.parameter("weight", normalised, Initializers.ones()))
                    .plusRow(in.parameter("bias", normalised, Initializers.zeros()));
        });
    }

    private static io.github.smallnn.op.LayerNorm op(int axes, double eps) {
        return new io.github.smallnn.op.LayerNorm(axes, eps);
    }
}
