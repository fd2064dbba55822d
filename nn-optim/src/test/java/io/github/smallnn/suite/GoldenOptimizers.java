package io.github.smallnn.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smallnn.optim.Adadelta;
import io.github.smallnn.optim.Adagrad;
import io.github.smallnn.optim.Adam;
import io.github.smallnn.optim.Adamax;
import io.github.smallnn.optim.Convention;
import io.github.smallnn.optim.NAdam;
import io.github.smallnn.optim.Optimizer;
import io.github.smallnn.optim.Optimizers;
import io.github.smallnn.optim.RAdam;
import io.github.smallnn.optim.RmsProp;
import io.github.smallnn.optim.Rprop;
import io.github.smallnn.optim.Sgd;
import io.github.smallnn.optim.WeightDecay;
import io.github.smallnn.testing.GoldenValue;
import java.util.HashSet;
import java.util.Set;

/** The optimizers of the golden files from PyTorch's names and settings. A setting that is not read is an error. */
public final class GoldenOptimizers {
    private final GoldenValue config;
    private final Set<String> read = new HashSet<>();

    private GoldenOptimizers(GoldenValue config) {
        this.config = config;
    }

    /**
     * An optimizer of PyTorch's.
     *
     * @param name class name
     * @param config its settings; what is left out has PyTorch's default
     * @return ours
     */
    public static Optimizer of(String name, GoldenValue config) {
        GoldenOptimizers settings = new GoldenOptimizers(config);
        Optimizer rule = settings.rule(name);
        Optimizer used = settings.flag("maximize") ? Optimizers.maximizing(rule) : rule;
        assertThat(settings.read).as("%s of %s", config, name).containsAll(config.names());
        return used;
    }

    private Optimizer rule(String name) {
        return switch (name) {
            case "SGD" ->
                new Sgd(
                        rate(),
                        number("momentum", 0),
                        number("dampening", 0),
                        flag("nesterov"),
                        decay(),
                        Convention.TORCH);
            case "Adam" -> adam(decay());
            case "AdamW" -> adam(WeightDecay.decoupled(number("weight_decay", 0.01)));
            case "RMSprop" ->
                new RmsProp(
                        rate(),
                        number("alpha", 0.99),
                        number("eps", 1e-8),
                        number("momentum", 0),
                        flag("centered"),
                        decay(),
                        Convention.TORCH);
            case "Adagrad" ->
                new Adagrad(
                        rate(),
                        number("lr_decay", 0),
                        number("initial_accumulator_value", 0),
                        number("eps", 1e-10),
                        decay(),
                        Convention.TORCH);
            case "Adadelta" -> new Adadelta(number("lr", 1), number("rho", 0.9), number("eps", 1e-6), decay());
            case "Adamax" -> new Adamax(rate(), beta(0), beta(1), number("eps", 1e-8), decay(), Convention.TORCH);
            case "NAdam" ->
                new NAdam(rate(), beta(0), beta(1), number("eps", 1e-8), number("momentum_decay", 4e-3), decay());
            case "RAdam" -> new RAdam(rate(), beta(0), beta(1), number("eps", 1e-8), decay());
            case "Rprop" ->
                new Rprop(
                        rate(),
                        pair("etas", 0, 0.5),
                        pair("etas", 1, 1.2),
                        pair("step_sizes", 0, 1e-6),
                        pair("step_sizes", 1, 50));
            default -> throw new AssertionError("no optimizer for " + name);
        };
    }

    private Adam adam(WeightDecay decay) {
        return new Adam(rate(), beta(0), beta(1), number("eps", 1e-8), decay, flag("amsgrad"), Convention.TORCH);
    }

    private double rate() {
        read.add("lr");
        return config.get("lr").asDouble();
    }

    private WeightDecay decay() {
        return WeightDecay.coupled(number("weight_decay", 0));
    }

    private double beta(int i) {
        return pair("betas", i, i == 0 ? 0.9 : 0.999);
    }

    private double pair(String name, int i, double otherwise) {
        read.add(name);
        return config.has(name) ? config.get(name).array().doubles()[i] : otherwise;
    }

    private double number(String name, double otherwise) {
        read.add(name);
        return config.has(name) ? config.get(name).asDouble() : otherwise;
    }

    private boolean flag(String name) {
        read.add(name);
        return config.has(name) && config.get(name).asBoolean();
    }
}
