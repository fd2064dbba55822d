package io.github.smallnn.graph;

import io.github.smallnn.op.OpSpec;
import io.github.smallnn.tensor.Shape;
import java.util.List;

/**
 * One node of a network as data: what files, exporters and {@link Network#of(List, io.github.smallnn.op.OpRegistry)} work
 * with. The node kinds besides ops are {@code input}, {@code parameter} and {@code constant}. Immutable, any thread.
 *
 * @param path name of the node, unique in its network
 * @param spec name and attributes of its op
 * @param inputs paths of its inputs, all earlier in the list
 * @param shape shape of one sample (of the whole value where there is no row per sample)
 * @param perSample whether it has a row per sample
 */
public record NodeSpec(String path, OpSpec spec, List<String> inputs, Shape shape, boolean perSample) {

    /** Name of the spec of the network's input. */
    public static final String INPUT = "input";
    /** Name of the spec of a parameter; attributes: initializer, trainable, fan_in, fan_out. */
    public static final String PARAMETER = "parameter";
    /** Name of the spec of a constant; attribute: values. */
    public static final String CONSTANT = "constant";

    /**
     * Copies the inputs.
     *
     * @param path name of the node
     * @param spec name and attributes of its op
     * @param inputs paths of its inputs
     * @param shape shape of one sample
     * @param perSample whether it has a row per sample
     */
    public NodeSpec {
        inputs = List.copyOf(inputs);
    }

    /**
     * Whether this node is a parameter.
     *
     * @return true for a parameter
     */
    public boolean isParameter() {
        return spec.name().equals(PARAMETER);
    }
}
