package io.github.smallnn.graph;

import io.github.smallnn.op.Op;
import io.github.smallnn.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The list of definitions while a network or a loss is being built: names, scopes and checks. Confined. */
final class Graph {
    private final List<Definition> definitions = new ArrayList<>();
    private final Map<String, Integer> byPath = new HashMap<>();
    private final Map<Object, String> sharedScopes = new IdentityHashMap<>();
    private final boolean parametersAllowed;
    private Map<String, Integer> uses = new HashMap<>();
    private String scope = "";
    private int weightedValues = -1;
    private int weights = -1;
    private boolean reusing;

    Graph(boolean parametersAllowed) {
        this.parametersAllowed = parametersAllowed;
    }

    /** A graph that continues a finished network, for its loss. */
    static Graph continuing(List<Definition> network) {
        Graph g = new Graph(false);
        network.forEach(g::add);
        g.scope = "loss";
        return g;
    }

    List<Definition> definitions() {
        return definitions;
    }

    Definition definition(int index) {
        return definitions.get(index);
    }

    Node input(String path, Shape shape) {
        return node(add(new Definition(path, new Definition.Input(), new int[0], shape, true)));
    }

    Node node(int index) {
        return new GraphNode(this, index);
    }

    int add(Definition d) {
        if (byPath.putIfAbsent(d.path(), definitions.size()) != null) {
            throw new IllegalArgumentException("two nodes are named '" + d.path() + "'");
        }
        definitions.add(d);
        return definitions.size() - 1;
    }

    Node parameter(String name, Shape shape, Definition.Parameter kind) {
        checkName(name);
        if (!parametersAllowed) {
            throw new IllegalArgumentException("a loss cannot have parameters, but asked for '" + at(name)
                    + "'; make it part of the network or a constant");
        }
        String path = numbered(at(name));
        if (reusing) {
            return node(existing(path, shape));
        }
        return node(add(new Definition(path, kind, new int[0], shape, false)));
    }

    private int existing(String path, Shape shape) {
        Integer index = byPath.get(path);
        if (index == null || !definitions.get(index).shape().equals(shape)) {
            throw new IllegalArgumentException("shared layer: parameter '" + path + "' of shape " + shape
                    + " was not made by the first use, which has "
                    + (index == null
                            ? "no parameter of that name"
                            : definitions.get(index).shape())
                    + "; a shared layer must see inputs of one shape");
        }
        return index;
    }

    Node constant(double[] values) {
        List<Double> boxed = new ArrayList<>();
        for (double v : values) {
            boxed.add(v);
        }
        Shape shape = Shape.of(values.length);
        return node(add(new Definition(
                free(at("constant")), new Definition.Constant(List.copyOf(boxed)), new int[0], shape, false)));
    }

    Node apply(Op op, int[] inputs) {
        List<Shape> shapes = new ArrayList<>();
        boolean perSample = false;
        for (int i : inputs) {
            shapes.add(definitions.get(i).shape());
            perSample |= definitions.get(i).perSample();
        }
        String path = free(at(op.spec().name().replace("user:", "")));
        Shape shape;
        try {
            shape = op.outputShape(shapes);
        } catch (IllegalArgumentException e) {
            throw refusal(path, inputs, e.getMessage(), e);
        }
        return node(add(new Definition(path, new Definition.Apply(op), inputs, shape, perSample)));
    }

    IllegalArgumentException refusal(String path, int[] inputs, String message, Exception cause) {
        StringBuilder s = new StringBuilder(path).append(": ").append(message).append(" (inputs:");
        for (int i : inputs) {
            Definition d = definitions.get(i);
            s.append(' ').append(d.path()).append(' ').append(d.shape());
        }
        return new IllegalArgumentException(s.append(')').toString(), cause);
    }

    /** Remembers which node weighs which values; only what the loss returns counts in the end. */
    void weights(int values, int by) {
        weightedValues = values;
        weights = by;
    }

    /** The node of weights of the given values, or -1. */
    int weightsOf(int values) {
        return values == weightedValues ? weights : -1;
    }

    <T> T inScope(String name, Supplier<T> body) {
        checkName(name);
        return within(numbered(at(name)), body);
    }

    <T> T inSharedScope(Object key, String name, Supplier<T> body) {
        checkName(name);
        String first = sharedScopes.get(key);
        if (first == null) {
            String path = numbered(at(name));
            sharedScopes.put(key, path);
            return within(path, body);
        }
        // The body is replayed with fresh numbering, so that it arrives at the same parameter paths as the first time.
        Map<String, Integer> before = uses;
        boolean outer = reusing;
        uses = new HashMap<>();
        reusing = true;
        try {
            return within(first, body);
        } finally {
            uses = before;
            reusing = outer;
        }
    }

    private <T> T within(String path, Supplier<T> body) {
        String before = scope;
        scope = path;
        try {
            return body.get();
        } finally {
            scope = before;
        }
    }

    String at(String name) {
        return scope.isEmpty() ? name : scope + "/" + name;
    }

    private String numbered(String path) {
        int n = uses.merge(path, 1, Integer::sum);
        return n == 1 ? path : path + "-" + n;
    }

    private String free(String path) {
        String candidate = path;
        for (int n = 2; byPath.containsKey(candidate); n++) {
            candidate = path + "-" + n;
        }
        return candidate;
    }

    private static void checkName(String name) {
        if (name.isBlank() || name.indexOf('/') >= 0) {
            throw new IllegalArgumentException("a name must not be blank or contain '/', but is '" + name + "'");
        }
    }
}
