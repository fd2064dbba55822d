package io.github.smallnn.graph;

/**
 * A function from node to node, called while a network is built. A layer is a definition: it holds settings, never numbers
 * that are learned, so one layer value may be used in any number of networks. Using it twice in one network makes two
 * parameter sets; {@code Layers.shared} makes one.
 *
 * <pre>{@code
 * Layer swish = x -> x.times(x.sigmoid());
 * Layer body = new Dense(16).then(swish).then(new Dense(1));
 * }</pre>
 */
@FunctionalInterface
public interface Layer {

    /**
     * Adds this layer to the graph.
     *
     * @param x input
     * @return output
     * @throws IllegalArgumentException if the layer does not fit its input; the message has the path and both shapes
     */
    Node build(Node x);

    /**
     * This layer followed by another.
     *
     * @param next layer applied to this layer's output
     * @return the composition
     */
    default Layer then(Layer next) {
        return x -> next.build(build(x));
    }
}
