package io.github.smallnn.loss;

import io.github.smallnn.graph.Loss;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * All losses with their default settings, by name. The command line reads it to find a loss, the tests to send every
 * loss through the shared suites, the documents to list what there is. Immutable, any thread.
 */
public final class LossRegistry {

    /**
     * A loss with its defaults, and what the catalogue says about it.
     *
     * @param name its name, in PyTorch's functional spelling
     * @param formula value per element or sample; x is the prediction, t the target
     * @param prediction what its predictions are
     * @param target what its targets are
     * @param loss makes one
     * @param defaults the defaults, empty if there are no settings; {@code (example)} marks what has to be chosen
     * @param torch PyTorch's name, empty if it has none
     * @param keras Keras's name, empty if it has none
     * @param sklearn scikit-learn's name, empty if it has none
     * @param differs where the others differ, empty if they agree
     */
    public record Entry(
            String name,
            String formula,
            PredictionKind prediction,
            TargetKind target,
            Supplier<Loss> loss,
            String defaults,
            String torch,
            String keras,
            String sklearn,
            String differs) {

        static Entry of(String name, String formula, TargetKind target, Supplier<Loss> loss) {
            return new Entry(name, formula, PredictionKind.NUMBERS, target, loss, "", "", "", "", "");
        }

        Entry from(PredictionKind kind) {
            return new Entry(name, formula, kind, target, loss, defaults, torch, keras, sklearn, differs);
        }

        Entry defaults(String text) {
            return new Entry(name, formula, prediction, target, loss, text, torch, keras, sklearn, differs);
        }

        Entry torch(String text) {
            return new Entry(name, formula, prediction, target, loss, defaults, text, keras, sklearn, differs);
        }

        Entry keras(String text) {
            return new Entry(name, formula, prediction, target, loss, defaults, torch, text, sklearn, differs);
        }

        Entry sklearn(String text) {
            return new Entry(name, formula, prediction, target, loss, defaults, torch, keras, text, differs);
        }

        Entry differs(String text) {
            return new Entry(name, formula, prediction, target, loss, defaults, torch, keras, sklearn, text);
        }
    }

    private static final Map<String, Entry> ENTRIES = byName(List.of(
            RegressionEntries.all(), ClassificationEntries.all(), LikelihoodEntries.all(), MarginEntries.all()));

    private LossRegistry() {}

    /**
     * All entries.
     *
     * @return an unmodifiable list in a fixed order
     */
    public static List<Entry> all() {
        return List.copyOf(ENTRIES.values());
    }

    /**
     * A loss by name.
     *
     * @param name name of an entry
     * @return the loss with its defaults
     * @throws IllegalArgumentException if the name is unknown (the message lists the names) or needs settings
     */
    public static Loss named(String name) {
        Entry e = ENTRIES.get(name);
        if (e == null) {
            throw new IllegalArgumentException("unknown loss '" + name + "'; use one of " + ENTRIES.keySet());
        }
        if (e.defaults().contains("(example)")) {
            throw new IllegalArgumentException("loss '" + name + "' needs settings (" + e.defaults()
                    + "), which a name cannot give; build it in code");
        }
        return e.loss().get();
    }

    private static Map<String, Entry> byName(List<List<Entry>> families) {
        Map<String, Entry> m = new LinkedHashMap<>();
        for (List<Entry> family : families) {
            for (Entry e : family) {
                if (m.put(e.name(), e) != null) {
                    throw new IllegalStateException("two losses are named '" + e.name() + "'");
                }
            }
        }
        return m;
    }
}
