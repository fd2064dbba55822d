package io.github.smallnn.layer;

import io.github.smallnn.graph.Layer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * All layers that need no arguments, by name. The command line reads it to turn {@code 64,relu,1} into a network, the
 * tests to send every layer through the shared suites, the documents to list what there is. Immutable, any thread.
 */
public final class LayerRegistry {

    /**
     * A layer without arguments.
     *
     * @param name its name, in PyTorch's functional spelling
     * @param formula what it computes
     * @param layer makes one with its defaults
     */
    public record Entry(String name, String formula, Supplier<Layer> layer) {}

    private static final Map<String, Entry> ENTRIES = entries();

    private LayerRegistry() {}

    /**
     * All entries.
     *
     * @return an unmodifiable list in a fixed order
     */
    public static List<Entry> all() {
        return List.copyOf(ENTRIES.values());
    }

    /**
     * A layer by name.
     *
     * @param name name of an entry
     * @return the layer with its defaults
     * @throws IllegalArgumentException if the name is unknown; the message lists the names
     */
    public static Layer named(String name) {
        Entry e = ENTRIES.get(name);
        if (e == null) {
            throw new IllegalArgumentException(
                    "unknown layer '" + name + "'; use a number of units or one of " + ENTRIES.keySet());
        }
        return e.layer().get();
    }

    /**
     * A network's layers from text: numbers are dense layers of so many units, names are entries, all separated by commas,
     * as in {@code 64,relu,1}.
     *
     * @param text the description
     * @return the layers one after another
     * @throws IllegalArgumentException if a part is neither a positive number nor a name
     */
    public static Layer parse(String text) {
        List<Layer> layers = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String word = part.strip();
            if (word.isEmpty()) {
                throw new IllegalArgumentException("layers '" + text
                        + "' have an empty part; separate units and activations by single commas, as in 64,relu,1");
            }
            layers.add(word.matches("[+-]?\\d+") ? Layers.dense(units(word, text)) : named(word));
        }
        return Layers.sequential(layers.toArray(new Layer[0]));
    }

    private static int units(String word, String text) {
        try {
            return Integer.parseInt(word);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("layers '" + text + "': " + word + " is not a number of units", e);
        }
    }

    private static Map<String, Entry> entries() {
        Map<String, Entry> m = new LinkedHashMap<>();
        add(m, "identity", "y = x", Layers::identity);
        add(m, "relu", "y = max(x, 0)", Layers::relu);
        add(m, "leaky_relu", "y = x > 0 ? x : 0.01 x", Layers::leakyRelu);
        add(m, "sigmoid", "y = 1 / (1 + exp(-x))", Layers::sigmoid);
        add(m, "tanh", "y = tanh(x)", Layers::tanh);
        add(m, "softplus", "y = log(1 + exp(x))", Layers::softplus);
        add(m, "softmax", "y = exp(x) / sum(exp(x))", Layers::softmax);
        add(m, "log_softmax", "y = x - log(sum(exp(x)))", Layers::logSoftmax);
        add(m, "dropout", "y = mask x / (1 - p), p = 0.5", () -> Layers.dropout(0.5));
        add(m, "flatten", "all axes as one", Layers::flatten);
        return m;
    }

    private static void add(Map<String, Entry> m, String name, String formula, Supplier<Layer> layer) {
        m.put(name, new Entry(name, formula, layer));
    }
}
