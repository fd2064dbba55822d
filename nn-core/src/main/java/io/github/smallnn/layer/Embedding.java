package io.github.smallnn.layer;

import io.github.smallnn.graph.Initializer;
import io.github.smallnn.graph.Initializers;
import io.github.smallnn.graph.Layer;
import io.github.smallnn.graph.Node;
import io.github.smallnn.tensor.Shape;

/**
 * A learned vector for each of n things: inputs are whole numbers from 0 to n - 1 of shape [k1, ...], the output is
 * [k1, ..., width]; one index per sample, shape [1], gives [width].
 *
 * <p>Parameter {@code embedding/weight} [n, width], as in PyTorch's {@code nn.Embedding}: standard normal, the padding row
 * zero and kept so. An input that is no index is an error at run time that names the row and the node. Differs from Keras:
 * that starts uniform in [-0.05, 0.05]. Immutable, any thread.
 *
 * @param count number of things, n
 * @param width length of each vector
 * @param padding index whose vector is zero and is not trained, or -1 for none
 * @param weight how the table starts
 */
public record Embedding(int count, int width, int padding, Initializer weight) implements Layer {

    /**
     * Checks the sizes.
     *
     * @param count number of things
     * @param width length of each vector
     * @param padding index whose vector is zero, or -1
     * @param weight how the table starts
     * @throws IllegalArgumentException if count or width is below 1, or padding is neither -1 nor an index
     */
    public Embedding {
        if (count < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "embedding needs count and width of at least 1, but got " + count + " and " + width);
        }
        if (padding < -1 || padding >= count) {
            throw new IllegalArgumentException("embedding padding must be an index from 0 to " + (count - 1)
                    + ", or -1 for none, but is " + padding);
        }
    }

    /**
     * Without padding, started as PyTorch does.
     *
     * @param count number of things
     * @param width length of each vector
     */
    public Embedding(int count, int width) {
        this(count, width, -1, Initializers.torchEmbedding(-1));
    }

    /**
     * The same with a padding index, started as PyTorch does.
     *
     * @param index index whose vector is zero and is not trained
     * @return a changed copy
     * @throws IllegalArgumentException if it is not an index
     */
    public Embedding withPadding(int index) {
        return new Embedding(count, width, index, Initializers.torchEmbedding(index));
    }

    @Override
    public Node build(Node x) {
        return x.scope("embedding", in -> {
            Node table = in.parameter("weight", Shape.of(count, width), weight);
            return in.apply(new io.github.smallnn.op.Embedding(padding), table);
        });
    }
}
