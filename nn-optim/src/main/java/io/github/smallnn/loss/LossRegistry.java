package io.github.smallnn.loss;

import io.github.smallnn.graph.Loss;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * All losses with their default settings, by name. The command line reads it to find a loss, the tests to send every loss
 * through the shared suites, the documents to list what there is. Immutable, any thread.
 */
public final class LossRegistry {

    /**
     * A loss with its defaults.
     *
     * @param name its name
     * @param formula value per element or sample; x is the prediction, t the target
     * @param target what its targets are
     * @param loss makes one
     */
    public record Entry(String name, String formula, TargetKind target, Supplier<Loss> loss) {}

    private static final Map<String, Entry> ENTRIES = entries();

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
     * @throws IllegalArgumentException if the name is unknown; the message lists the names
     */
    public static Loss named(String name) {
        Entry e = ENTRIES.get(name);
        if (e == null) {
            throw new IllegalArgumentException("unknown loss '" + name + "'; use one of " + ENTRIES.keySet());
        }
        return e.loss().get();
    }

    private static Map<String, Entry> entries() {
        Map<String, Entry> m = new LinkedHashMap<>();
        add(m, "mse", "(x - t)^2", TargetKind.NUMBERS, Losses::mse);
        add(m, "mae", "|x - t|", TargetKind.NUMBERS, Losses::mae);
        add(m, "huber", "|x - t| <= 1 ? (x - t)^2 / 2 : |x - t| - 1 / 2", TargetKind.NUMBERS, Losses::huber);
        add(
                m,
                "bce_with_logits",
                "-t log s(x) - (1 - t) log(1 - s(x)), s logistic",
                TargetKind.PROBABILITIES,
                Losses::bceWithLogits);
        add(m, "cross_entropy", "-log softmax(x)[t]", TargetKind.CLASS_INDEX, Losses::crossEntropy);
        add(
                m,
                "cross_entropy_probabilities",
                "-sum(t log softmax(x))",
                TargetKind.DISTRIBUTION,
                Losses::crossEntropyProbabilities);
        return m;
    }

    private static void add(Map<String, Entry> m, String name, String formula, TargetKind target, Supplier<Loss> loss) {
        m.put(name, new Entry(name, formula, target, loss));
    }
}
