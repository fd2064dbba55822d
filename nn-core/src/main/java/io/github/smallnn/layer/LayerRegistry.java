package io.github.smallnn.layer;

import io.github.smallnn.graph.Layer;
import io.github.smallnn.tensor.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * All layers by name, each with defaults that work as they are. The command line reads it to turn {@code 64,relu,1} into a
 * network, the tests to send every layer through the shared suites, the documents to list what there is. Immutable, any
 * thread.
 */
public final class LayerRegistry {

    /**
     * A layer with its defaults, and what the catalogue says about it.
     *
     * @param name its name, in PyTorch's functional spelling
     * @param formula what it computes
     * @param layer makes one with its defaults
     * @param example shape of an input sample that the defaults take
     * @param indices 0 if the input may be any numbers, else it is whole numbers from 0 to {@code indices - 1}
     * @param defaults the defaults, empty if there are no settings; {@code (example)} marks what has to be chosen
     * @param torch PyTorch's name, empty if it has none
     * @param keras Keras's name, empty if it has none
     * @param sklearn scikit-learn's name, empty if it has none
     * @param differs where the others differ, empty if they agree
     */
    public record Entry(
            String name,
            String formula,
            Supplier<Layer> layer,
            Shape example,
            int indices,
            String defaults,
            String torch,
            String keras,
            String sklearn,
            String differs) {

        /**
         * Whether a user has to choose settings, so that the name alone makes no layer.
         *
         * @return true if the defaults are an example
         */
        public boolean needsSettings() {
            return defaults.contains("(example)");
        }

        static Entry of(String name, String formula, Supplier<Layer> layer) {
            return new Entry(name, formula, layer, Shape.of(4), 0, "", "", "", "", "");
        }

        Entry on(int... axes) {
            return new Entry(name, formula, layer, Shape.of(axes), indices, defaults, torch, keras, sklearn, differs);
        }

        Entry ofIndicesBelow(int count) {
            return new Entry(name, formula, layer, example, count, defaults, torch, keras, sklearn, differs);
        }

        Entry defaults(String text) {
            return new Entry(name, formula, layer, example, indices, text, torch, keras, sklearn, differs);
        }

        Entry torch(String text) {
            return new Entry(name, formula, layer, example, indices, defaults, text, keras, sklearn, differs);
        }

        Entry keras(String text) {
            return new Entry(name, formula, layer, example, indices, defaults, torch, text, sklearn, differs);
        }

        Entry sklearn(String text) {
            return new Entry(name, formula, layer, example, indices, defaults, torch, keras, text, differs);
        }

        Entry differs(String text) {
            return new Entry(name, formula, layer, example, indices, defaults, torch, keras, sklearn, text);
        }
    }

    private static final Map<String, Entry> ENTRIES = byName(List.of(
            ActivationEntries.all(),
            NormEntries.all(),
            StructureEntries.all(),
            WindowEntries.all(),
            RecurrentEntries.all()));

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
     * @throws IllegalArgumentException if the name is unknown (the message lists the names) or needs settings
     */
    public static Layer named(String name) {
        Entry e = ENTRIES.get(name);
        if (e == null) {
            throw new IllegalArgumentException(
                    "unknown layer '" + name + "'; use a number of units or one of " + ENTRIES.keySet());
        }
        if (e.needsSettings()) {
            throw new IllegalArgumentException(
                    "layer '" + name + "' needs settings (" + e.defaults()
                            + "), which a name cannot give; build it in code, or use a number for a dense layer of so many units");
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

    private static Map<String, Entry> byName(List<List<Entry>> families) {
        Map<String, Entry> m = new LinkedHashMap<>();
        for (List<Entry> family : families) {
            for (Entry e : family) {
                if (m.put(e.name(), e) != null) {
                    throw new IllegalStateException("two layers are named '" + e.name() + "'");
                }
            }
        }
        return m;
    }
}
