package io.github.smallnn.suite;

import io.github.smallnn.schedule.Cyclic;
import io.github.smallnn.schedule.EpochSchedule;
import io.github.smallnn.schedule.OneCycle;
import io.github.smallnn.schedule.ReduceOnPlateau;
import io.github.smallnn.schedule.Schedules;
import io.github.smallnn.testing.GoldenValue;

/** The schedules of the golden files from PyTorch's names and settings, which give rates where ours give factors. */
public final class GoldenSchedules {
    private GoldenSchedules() {}

    /**
     * The rate that our factors are of.
     *
     * @param name PyTorch's class
     * @param config its settings
     * @param rate PyTorch's rate at construction
     * @return the rate to give to the optimizer
     */
    public static double base(String name, GoldenValue config, double rate) {
        return switch (name) {
            case "OneCycleLR" -> config.get("max_lr").asDouble();
            case "CyclicLR" -> config.get("base_lr").asDouble();
            default -> rate;
        };
    }

    /**
     * A schedule of PyTorch's.
     *
     * @param name its class
     * @param c its settings
     * @param rate PyTorch's rate at construction
     * @return ours, in epochs
     */
    public static EpochSchedule of(String name, GoldenValue c, double rate) {
        return switch (name) {
            case "StepLR" ->
                Schedules.step(c.get("step_size").asInt(), c.get("gamma").asDouble());
            case "MultiStepLR" ->
                Schedules.multiStep(
                        c.get("gamma").asDouble(), c.get("milestones").array().longs());
            case "ExponentialLR" -> Schedules.exponential(c.get("gamma").asDouble());
            case "ConstantLR" ->
                Schedules.constant(
                        c.get("factor").asDouble(), c.get("total_iters").asInt());
            case "CosineAnnealingLR" -> Schedules.cosine(c.get("T_max").asInt(), number(c, "eta_min", 0) / rate);
            case "CosineAnnealingWarmRestarts" ->
                Schedules.warmRestarts(
                        c.get("T_0").asInt(), (int) number(c, "T_mult", 1), number(c, "eta_min", 0) / rate);
            case "LinearLR" ->
                Schedules.linear(
                        c.get("start_factor").asDouble(),
                        number(c, "end_factor", 1),
                        c.get("total_iters").asInt());
            case "PolynomialLR" -> Schedules.polynomial(c.get("total_iters").asInt(), number(c, "power", 1));
            case "OneCycleLR" -> oneCycle(c).perEpoch();
            case "CyclicLR" -> cyclic(c).perEpoch();
            case "LambdaLR" -> lambda(c.get("lambda"));
            case "MultiplicativeLR" -> {
                double power = c.get("lambda").get("base").asDouble();
                yield Schedules.multiplicative(e -> Math.pow(power, e));
            }
            case "SequentialLR" ->
                Schedules.sequence(c.get("milestones").array().longs(), parts(c, rate));
            case "ChainedScheduler" -> Schedules.product(parts(c, rate));
            default -> throw new AssertionError("no schedule for " + name);
        };
    }

    /**
     * PyTorch's {@code ReduceLROnPlateau}.
     *
     * @param c its settings
     * @return ours
     */
    public static ReduceOnPlateau plateau(GoldenValue c) {
        return new ReduceOnPlateau(
                c.get("factor").asDouble(),
                c.get("patience").asInt(),
                number(c, "threshold", 1e-4),
                c.has("threshold_mode") && c.get("threshold_mode").asText().equals("abs"),
                c.get("mode").asText().equals("max"),
                (int) number(c, "cooldown", 0),
                number(c, "min_lr", 0),
                1e-8);
    }

    private static EpochSchedule[] parts(GoldenValue c, double rate) {
        return c.get("schedulers").items().stream()
                .map(part -> of(part.items().get(0).asText(), part.items().get(1), rate))
                .toArray(EpochSchedule[]::new);
    }

    private static OneCycle oneCycle(GoldenValue c) {
        boolean cycles = !c.has("cycle_momentum");
        return new OneCycle(
                c.get("total_steps").asInt(),
                number(c, "pct_start", 0.3),
                number(c, "div_factor", 25),
                number(c, "final_div_factor", 1e4),
                !c.has("anneal_strategy"),
                c.has("three_phase"),
                cycles ? 0.85 : Double.NaN,
                cycles ? 0.95 : Double.NaN);
    }

    private static Cyclic cyclic(GoldenValue c) {
        Cyclic.Mode mode = switch (c.has("mode") ? c.get("mode").asText() : "triangular") {
            case "triangular" -> Cyclic.Mode.TRIANGULAR;
            case "triangular2" -> Cyclic.Mode.HALVING;
            case "exp_range" -> Cyclic.Mode.EXPONENTIAL;
            default -> throw new AssertionError(c.get("mode"));
        };
        boolean cycles = !c.has("cycle_momentum");
        long up = c.get("step_size_up").asInt();
        return new Cyclic(
                c.get("max_lr").asDouble() / c.get("base_lr").asDouble(),
                up,
                (long) number(c, "step_size_down", up),
                mode,
                number(c, "gamma", 1),
                cycles ? 0.8 : Double.NaN,
                cycles ? 0.9 : Double.NaN);
    }

    private static EpochSchedule lambda(GoldenValue f) {
        double warmup = f.get("warmup").asDouble();
        return switch (f.get("name").asText()) {
            case "warmup_linear" -> e -> Math.min(1, (e + 1) / warmup);
            case "warmup_inverse_sqrt" -> e -> Math.min(Math.pow(e + 1, -0.5), (e + 1) * Math.pow(warmup, -1.5));
            case "warmup_then_linear_decay" -> {
                double total = f.get("total").asDouble();
                yield e -> e < warmup ? e / warmup : Math.max(0, (total - e) / (total - warmup));
            }
            default -> throw new AssertionError("no function " + f.get("name"));
        };
    }

    private static double number(GoldenValue c, String name, double otherwise) {
        return c.has(name) ? c.get(name).asDouble() : otherwise;
    }
}
