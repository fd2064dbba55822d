package io.github.smallnn.optim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;

/**
 * All optimizers by name. The command line reads it to find a rule, the tests to send every rule through the shared suites,
 * the documents to list what there is. Immutable, any thread.
 */
public final class OptimizerRegistry {

    /**
     * A rule with its defaults.
     *
     * @param name its name
     * @param formula the step, g the gradient
     * @param optimizer makes one for a learning rate
     */
    public record Entry(String name, String formula, DoubleFunction<Optimizer> optimizer) {}

    private static final Map<String, Entry> ENTRIES = entries();

    private OptimizerRegistry() {}

    /**
     * All entries.
     *
     * @return an unmodifiable list in a fixed order
     */
    public static List<Entry> all() {
        return List.copyOf(ENTRIES.values());
    }

    /**
     * A rule by name.
     *
     * @param name name of an entry
     * @param rate learning rate
     * @return the rule
     * @throws IllegalArgumentException if the name is unknown (the message lists the names) or the rate is out of range
     */
    public static Optimizer named(String name, double rate) {
        Entry e = ENTRIES.get(name);
        if (e == null) {
            throw new IllegalArgumentException("unknown optimizer '" + name + "'; use one of " + ENTRIES.keySet());
        }
        return e.optimizer().apply(rate);
    }

    private static Map<String, Entry> entries() {
        Map<String, Entry> m = new LinkedHashMap<>();
        add(m, "sgd", "w -= rate g", Optimizers::sgd);
        add(m, "gd", "w -= rate g, meant for one batch of all data", Optimizers::gd);
        add(m, "momentum", "b = 0.9 b + g; w -= rate b", r -> Optimizers.sgd(r).withMomentum(0.9));
        add(
                m,
                "nesterov",
                "b = 0.9 b + g; w -= rate (g + 0.9 b)",
                r -> Optimizers.sgd(r).withMomentum(0.9).withNesterov());
        add(m, "adam", "w -= rate m' / (sqrt(v') + 1e-8), m' and v' unbiased means of g and g^2", Optimizers::adam);
        add(
                m,
                "amsgrad",
                "adam with the largest v so far",
                r -> Optimizers.adam(r).withAmsgrad());
        return m;
    }

    private static void add(Map<String, Entry> m, String name, String formula, DoubleFunction<Optimizer> optimizer) {
        m.put(name, new Entry(name, formula, optimizer));
    }
}
