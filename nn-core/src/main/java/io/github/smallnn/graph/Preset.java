package io.github.smallnn.graph;

import java.util.List;

/** How a whole network starts: chooses the initializer of each parameter. The built-in ones are in {@link Presets}. */
@FunctionalInterface
public interface Preset {

    /**
     * Chooses how a parameter starts.
     *
     * @param parameter its node: path, shape, and a spec with fan_in, fan_out and the initializer's spec
     * @param declared the initializer that the layer gave it
     * @param network all nodes of the network
     * @return the initializer to use
     */
    Initializer choose(NodeSpec parameter, Initializer declared, List<NodeSpec> network);
}
