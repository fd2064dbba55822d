package io.github.smallnn.loss;

import io.github.smallnn.graph.Node;
import io.github.smallnn.tensor.Shape;

/** A last axis that holds several inputs of a loss as column ranges of one width. */
final class Parts {
    private Parts() {}

    /** Width of each part; throws if the axis cannot be cut into so many. */
    static int width(String loss, Shape prediction, String... parts) {
        if (prediction.last() % parts.length != 0) {
            throw new IllegalArgumentException(loss + " reads the last axis as " + String.join(", then ", parts)
                    + ", each of one width, so it must be a multiple of " + parts.length
                    + ", but the prediction has shape " + prediction);
        }
        return prediction.last() / parts.length;
    }

    static Node part(Node prediction, int i, int width) {
        return prediction.slice(i * width, (i + 1) * width);
    }
}
