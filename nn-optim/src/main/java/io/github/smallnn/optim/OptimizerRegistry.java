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
     * A rule with its defaults, and what the catalogue says about it.
     *
     * @param name its name
     * @param formula the step, g the gradient, t the step
     * @param optimizer makes one for a learning rate
     * @param defaults the settings, the reference library's default rate included
     * @param torch PyTorch's name, empty if it has none
     * @param keras Keras's name, empty if it has none
     * @param sklearn scikit-learn's name, empty if it has none
     * @param differs where the others differ, empty if they agree
     */
    public record Entry(
            String name,
            String formula,
            DoubleFunction<Optimizer> optimizer,
            String defaults,
            String torch,
            String keras,
            String sklearn,
            String differs) {

        private static Entry of(String name, String formula, DoubleFunction<Optimizer> optimizer, String defaults) {
            return new Entry(name, formula, optimizer, defaults, "", "", "", "");
        }

        private Entry named(String inTorch, String inKeras, String inSklearn) {
            return new Entry(name, formula, optimizer, defaults, inTorch, inKeras, inSklearn, differs);
        }

        private Entry differs(String text) {
            return new Entry(name, formula, optimizer, defaults, torch, keras, sklearn, text);
        }
    }

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
        for (List<Entry> family : List.of(descent(), adaptive(), adamKin(), others())) {
            family.forEach(e -> m.put(e.name(), e));
        }
        return m;
    }

    private static List<Entry> descent() {
        return List.of(
                Entry.of("sgd", "w -= rate g", Optimizers::sgd, "none")
                        .named("SGD", "SGD", "")
                        .differs("default rates: PyTorch 0.001 (none before 2.2), Keras 0.01"),
                Entry.of("gd", "sgd, meant for one batch of all data", Optimizers::gd, "none"),
                Entry.of(
                                "momentum",
                                "b = 0.9 b + g; w -= rate b",
                                r -> Optimizers.sgd(r).withMomentum(0.9),
                                "momentum 0.9")
                        .named("SGD(momentum=0.9)", "", "")
                        .differs("Keras and scikit-learn keep the rate in b: keras-momentum"),
                Entry.of(
                                "nesterov",
                                "b = 0.9 b + g; w -= rate (g + 0.9 b)",
                                r -> Optimizers.sgd(r).withMomentum(0.9).withNesterov(),
                                "momentum 0.9")
                        .named("SGD(momentum=0.9, nesterov=True)", "", "")
                        .differs("Keras and scikit-learn keep the rate in b: sklearn-sgd"),
                Entry.of(
                                "keras-momentum",
                                "b = 0.9 b + rate g; w -= b",
                                r -> Sgd.keras(r).withMomentum(0.9),
                                "momentum 0.9; decay decoupled")
                        .named("", "SGD(momentum=0.9)", "solver='sgd', nesterovs_momentum=False")
                        .differs("momentum's path while the rate is constant"),
                Entry.of(
                                "sklearn-sgd",
                                "b = 0.9 b + rate g; w -= rate g + 0.9 b",
                                Sgd::sklearn,
                                "rate 0.001, momentum 0.9")
                        .named("", "SGD(momentum=0.9, nesterov=True)", "solver='sgd'")
                        .differs("nesterov's path while the rate is constant"),
                Entry.of("lion", "w -= rate sign(0.9 m + 0.1 g); m = 0.99 m + 0.01 g", Optimizers::lion, "rate 1e-4")
                        .named("", "Lion", "")
                        .differs("Keras's default rate is 0.001"));
    }

    private static List<Entry> adaptive() {
        return List.of(
                Entry.of(
                                "rmsprop",
                                "v = 0.99 v + 0.01 g^2; w -= rate g / (sqrt(v) + 1e-8)",
                                Optimizers::rmsProp,
                                "rate 0.01, smoothing 0.99, epsilon 1e-8")
                        .named("RMSprop", "", "")
                        .differs("Keras: epsilon inside the root, rate in the momentum: keras-rmsprop"),
                Entry.of(
                                "rmsprop-centered",
                                "d = g / (sqrt(v - a^2) + 1e-8), a a mean of g; b = 0.9 b + d; w -= rate b",
                                r -> Optimizers.rmsProp(r).withCentering().withMomentum(0.9),
                                "as rmsprop, momentum 0.9")
                        .named("RMSprop(centered=True, momentum=0.9)", "", "")
                        .differs("v - a^2 below 0 by rounding counts as 0; PyTorch gives NaN"),
                Entry.of(
                                "keras-rmsprop",
                                "v = 0.9 v + 0.1 g^2; w -= rate g / sqrt(v + 1e-7)",
                                RmsProp::keras,
                                "rate 0.001, smoothing 0.9, epsilon 1e-7; decay decoupled")
                        .named("", "RMSprop", ""),
                Entry.of(
                                "adagrad",
                                "v += g^2; w -= rate g / (sqrt(v) + 1e-10)",
                                Optimizers::adagrad,
                                "rate 0.01, start 0, epsilon 1e-10")
                        .named("Adagrad", "", "")
                        .differs("Keras starts v at 0.1, epsilon inside the root: keras-adagrad"),
                Entry.of(
                                "keras-adagrad",
                                "v += g^2, from 0.1; w -= rate g / sqrt(v + 1e-7)",
                                Adagrad::keras,
                                "rate 0.001, start 0.1, epsilon 1e-7; decay decoupled")
                        .named("", "Adagrad", ""),
                Entry.of(
                                "adadelta",
                                "d = sqrt(u + 1e-6) / sqrt(v + 1e-6) g, v and u means of g^2 and d^2; w -= rate d",
                                Optimizers::adadelta,
                                "rate 1, smoothing 0.9, epsilon 1e-6")
                        .named("Adadelta", "Adadelta", "")
                        .differs("Keras: rate 0.001, smoothing 0.95, epsilon 1e-7 (Adadelta.keras)"),
                Entry.of(
                                "rprop",
                                "s *= 1.2 or 0.5 where the sign of g stayed or changed; w -= sign(g) s",
                                Optimizers::rprop,
                                "rate 0.01, factors 0.5 and 1.2, sizes 1e-6 to 50")
                        .named("Rprop", "", ""));
    }

    private static List<Entry> adamKin() {
        String adam = "beta1 0.9, beta2 0.999, epsilon 1e-8";
        String keras = "beta1 0.9, beta2 0.999, epsilon 1e-7; decay decoupled";
        return List.of(
                Entry.of(
                                "adam",
                                "w -= rate m' / (sqrt(v') + 1e-8), m' and v' unbiased means of g and g^2",
                                Optimizers::adam,
                                "rate 0.001, " + adam)
                        .named("Adam", "", "")
                        .differs("Keras and scikit-learn add epsilon before the correction: keras-adam"),
                Entry.of(
                                "amsgrad",
                                "adam with the largest v so far",
                                r -> Optimizers.adam(r).withAmsgrad(),
                                adam)
                        .named("Adam(amsgrad=True)", "", ""),
                Entry.of(
                                "adamw",
                                "w -= rate 0.01 w, then adam",
                                Optimizers::adamW,
                                "rate 0.001, decoupled decay 0.01, " + adam)
                        .named("AdamW", "", "")
                        .differs("Keras's AdamW is keras-adam with a decay of 0.004"),
                Entry.of(
                                "keras-adam",
                                "w -= rate sqrt(1 - 0.999^t) / (1 - 0.9^t) m / (sqrt(v) + 1e-7)",
                                Adam::keras,
                                "rate 0.001, " + keras)
                        .named("", "Adam, AdamW", ""),
                Entry.of("sklearn-adam", "keras-adam with epsilon 1e-8", Adam::sklearn, "rate 0.001, " + adam)
                        .named("", "", "solver='adam'"));
    }

    private static List<Entry> others() {
        return List.of(
                Entry.of(
                                "adamax",
                                "u = max(0.999 u, |g| + 1e-8); w -= rate m' / u",
                                Optimizers::adamax,
                                "rate 0.002, beta1 0.9, beta2 0.999, epsilon 1e-8")
                        .named("Adamax", "", "")
                        .differs("Keras adds epsilon to u last: keras-adamax"),
                Entry.of(
                                "keras-adamax",
                                "u = max(0.999 u, |g|); w -= rate m' / (u + 1e-7)",
                                Adamax::keras,
                                "rate 0.001, beta1 0.9, beta2 0.999, epsilon 1e-7; decay decoupled")
                        .named("", "Adamax", ""),
                Entry.of(
                                "nadam",
                                "adam with mu' m + (1 - mu) g for m, mu = 0.9 (1 - 0.96^(0.004 t) / 2)",
                                Optimizers::nadam,
                                "rate 0.002, beta1 0.9, beta2 0.999, epsilon 1e-8, momentum decay 0.004")
                        .named("NAdam", "", "")
                        .differs("the published rule: PyTorch's since 2.0; Keras has momentum decay 1: keras-nadam"),
                Entry.of(
                                "keras-nadam",
                                "nadam with mu = 0.9 (1 - 0.96^t / 2)",
                                NAdam::keras,
                                "rate 0.001, epsilon 1e-7, momentum decay 1; decay decoupled")
                        .named("", "Nadam", ""),
                Entry.of(
                                "radam",
                                "w -= rate m' while v is uncertain, then c rate m' / (sqrt(v') + epsilon)",
                                Optimizers::radam,
                                "rate 0.001, beta1 0.9, beta2 0.999, epsilon 1e-8")
                        .named("RAdam", "", ""));
    }
}
