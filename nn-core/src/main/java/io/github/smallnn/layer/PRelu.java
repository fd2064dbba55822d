package io.github.smallnn.layer;

import io.github.smallnn.graph.Initializers;
import io.github.smallnn.graph.Layer;
import io.github.smallnn.graph.Node;
import io.github.smallnn.tensor.Shape;

/**
 * y = x for x above 0, else slope x, with learned slopes; the derivative at 0 is the slope; the shape stays.
 *
 * <p>Parameter {@code prelu/weight} [count]: one slope for all, or one per channel, the channels being the first axis of a
 * sample, as in PyTorch's {@code nn.PReLU}. Differs from Keras, which has a slope for every element and starts at 0. Source:
 * He et al., 2015. Immutable, any thread.
 *
 * @param count number of slopes: 1, or the number of channels
 * @param slope where they start
 */
public record PRelu(int count, double slope) implements Layer {

    /**
     * Checks the settings.
     *
     * @param count number of slopes
     * @param slope where they start
     * @throws IllegalArgumentException if count is below 1 or the slope is not finite
     */
    public PRelu {
        if (count < 1 || !Double.isFinite(slope)) {
            throw new IllegalArgumentException(
                    "prelu needs at least 1 slope and a finite start, but got " + count + " and " + slope);
        }
    }

    /** One slope for all, started at 0.25. */
    public PRelu() {
        this(1, 0.25);
    }

    @Override
    public Node build(Node x) {
        return x.scope(
                "prelu",
                in -> in.apply(
                        new io.github.smallnn.op.PRelu(),
                        in.parameter("weight", Shape.of(count), Initializers.constant(slope))));
    }
}
