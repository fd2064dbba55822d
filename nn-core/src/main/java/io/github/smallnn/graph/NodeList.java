package io.github.smallnn.graph;

import io.github.smallnn.op.Op;
import io.github.smallnn.op.OpRegistry;
import io.github.smallnn.op.OpSpec;
import io.github.smallnn.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A network's definitions as a list of {@link NodeSpec}, and back. */
final class NodeList {
    private NodeList() {}

    static List<NodeSpec> write(List<Definition> definitions) {
        List<NodeSpec> nodes = new ArrayList<>();
        for (Definition d : definitions) {
            List<String> inputs = new ArrayList<>();
            for (int i : d.inputs()) {
                inputs.add(definitions.get(i).path());
            }
            nodes.add(new NodeSpec(d.path(), d.kind().spec(), inputs, d.shape(), d.perSample()));
        }
        return List.copyOf(nodes);
    }

    static List<Definition> read(List<NodeSpec> nodes, OpRegistry registry) {
        if (nodes.isEmpty() || !nodes.get(0).spec().name().equals(NodeSpec.INPUT)) {
            throw new IllegalArgumentException("a network's first node must be its input");
        }
        List<Definition> definitions = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        for (NodeSpec n : nodes) {
            try {
                definitions.add(definition(n, definitions, places, registry));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("node '" + n.path() + "': " + e.getMessage(), e);
            }
            if (places.put(n.path(), definitions.size() - 1) != null) {
                throw new IllegalArgumentException("two nodes are named '" + n.path() + "'");
            }
        }
        if (!definitions.get(definitions.size() - 1).perSample()) {
            throw new IllegalArgumentException("the last node must be the output, with a row per sample");
        }
        return definitions;
    }

    private static Definition definition(
            NodeSpec n, List<Definition> earlier, Map<String, Integer> places, OpRegistry registry) {
        int[] inputs = new int[n.inputs().size()];
        List<Shape> shapes = new ArrayList<>();
        boolean perSample = n.spec().name().equals(NodeSpec.INPUT);
        for (int i = 0; i < inputs.length; i++) {
            Integer place = places.get(n.inputs().get(i));
            if (place == null) {
                throw new IllegalArgumentException("input '" + n.inputs().get(i) + "' is not an earlier node");
            }
            inputs[i] = place;
            shapes.add(earlier.get(place).shape());
            perSample |= earlier.get(place).perSample();
        }
        Definition.Kind kind = kind(n.spec(), registry);
        if (kind instanceof Definition.Apply a) {
            Shape shape = a.op().outputShape(shapes);
            if (!shape.equals(n.shape())) {
                throw new IllegalArgumentException("op " + n.spec() + " makes shape " + shape + ", not " + n.shape());
            }
        } else if (inputs.length > 0 || (kind instanceof Definition.Input && !places.isEmpty())) {
            throw new IllegalArgumentException("a node of kind " + n.spec().name() + " cannot stand here");
        }
        if (perSample != n.perSample()) {
            throw new IllegalArgumentException("perSample should be " + perSample);
        }
        return new Definition(n.path(), kind, inputs, n.shape(), perSample);
    }

    private static Definition.Kind kind(OpSpec spec, OpRegistry registry) {
        switch (spec.name()) {
            case NodeSpec.INPUT:
                return new Definition.Input();
            case NodeSpec.PARAMETER:
                OpSpec init = (OpSpec) spec.attributes().get("initializer");
                boolean trainable = (Boolean) spec.attributes().get("trainable");
                return new Definition.Parameter(
                        Initializers.of(init), trainable, spec.integer("fan_in"), spec.integer("fan_out"));
            case NodeSpec.CONSTANT:
                List<Double> values = new ArrayList<>();
                for (Object v : (List<?>) spec.attributes().get("values")) {
                    values.add(((Number) v).doubleValue());
                }
                return new Definition.Constant(List.copyOf(values));
            default:
                Op op = registry.create(spec);
                return new Definition.Apply(op);
        }
    }
}
