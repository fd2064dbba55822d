package io.github.smallnn.schedule;

import java.util.List;

/**
 * All schedules and rate controls by name, for the documents and the tests. Immutable, any thread.
 */
public final class ScheduleRegistry {

    /**
     * A schedule, and what the catalogue says about it.
     *
     * @param name its name
     * @param formula factor of the rate, t the epoch or step from 0
     * @param example one with the settings of {@code settings}: a {@link Schedule} or a {@link RateControl}
     * @param settings settings of the example
     * @param torch PyTorch's name, empty if it has none
     * @param keras Keras's name, empty if it has none
     * @param sklearn scikit-learn's name, empty if it has none
     * @param differs where the others differ, empty if they agree
     */
    public record Entry(
            String name,
            String formula,
            Object example,
            String settings,
            String torch,
            String keras,
            String sklearn,
            String differs) {}

    private static final List<Entry> ENTRIES = List.of(
            new Entry("constant", "1", Schedules.constant(), "", "", "", "learning_rate='constant'", ""),
            new Entry(
                    "constant",
                    "t < n ? f : 1",
                    Schedules.constant(0.5, 3),
                    "f 0.5, n 3 (example)",
                    "ConstantLR",
                    "",
                    "",
                    ""),
            new Entry("step", "g^floor(t / n)", Schedules.step(2, 0.5), "n 2, g 0.5 (example)", "StepLR", "", "", ""),
            new Entry(
                    "multiStep",
                    "g^(milestones passed)",
                    Schedules.multiStep(0.5, 2, 5),
                    "g 0.5, milestones 2 and 5 (example)",
                    "MultiStepLR",
                    "",
                    "",
                    ""),
            new Entry(
                    "piecewise",
                    "given factors between milestones",
                    Schedules.piecewise(new long[] {2, 5}, 1, 0.5, 0.1),
                    "milestones 2 and 5, factors 1, 0.5, 0.1 (example)",
                    "",
                    "PiecewiseConstantDecay",
                    "",
                    "Keras changes one step after its boundary"),
            new Entry(
                    "exponential",
                    "g^t",
                    Schedules.exponential(0.9),
                    "g 0.9 (example)",
                    "ExponentialLR",
                    "ExponentialDecay",
                    "",
                    "Keras takes t in units of decay_steps"),
            new Entry(
                    "linear",
                    "a + (b - a) min(t, n) / n",
                    Schedules.linear(0.1, 1, 5),
                    "a 0.1, b 1, n 5 (example)",
                    "LinearLR",
                    "",
                    "",
                    "PyTorch's a is 1/3 by default"),
            new Entry(
                    "polynomial",
                    "(1 - min(t, n) / n)^p",
                    Schedules.polynomial(10, 2),
                    "n 10, p 2 (example)",
                    "PolynomialLR",
                    "PolynomialDecay",
                    "",
                    "Keras has a lowest rate"),
            new Entry(
                    "cosine",
                    "f + (1 - f) (1 + cos(pi t / n)) / 2",
                    Schedules.cosine(10, 0.01),
                    "n 10, f 0.01 (example)",
                    "CosineAnnealingLR",
                    "CosineDecay",
                    "",
                    "Keras stays at the floor after n"),
            new Entry(
                    "warmRestarts",
                    "cosine over n, k n, k^2 n, ... epochs",
                    Schedules.warmRestarts(3, 2, 0),
                    "n 3, k 2, floor 0 (example)",
                    "CosineAnnealingWarmRestarts",
                    "CosineDecayRestarts",
                    "",
                    "Keras may lower each wave by m_mul"),
            new Entry(
                    "inverseTime",
                    "1 / (1 + d t)",
                    Schedules.inverseTime(0.1),
                    "d 0.1 (example)",
                    "",
                    "InverseTimeDecay",
                    "",
                    ""),
            new Entry(
                    "inverseScaling",
                    "1 / (rows t + 1)^p",
                    Schedules.inverseScaling(100, 0.5),
                    "rows 100, p 0.5",
                    "",
                    "",
                    "learning_rate='invscaling'",
                    ""),
            new Entry(
                    "multiplicative",
                    "f(1) f(2) ... f(t)",
                    Schedules.multiplicative(e -> 0.9),
                    "f = 0.9 (example)",
                    "MultiplicativeLR",
                    "",
                    "",
                    ""),
            new Entry(
                    "a lambda",
                    "any function of t",
                    (EpochSchedule) t -> 1 / (1 + 0.1 * t),
                    "",
                    "LambdaLR",
                    "LearningRateScheduler",
                    "",
                    ""),
            new Entry(
                    "sequence",
                    "one after the other, each from its own 0",
                    Schedules.sequence(new long[] {3}, Schedules.linear(0, 1, 3), Schedules.cosine(10, 0)),
                    "a warm-up of 3, then cosine (example)",
                    "SequentialLR",
                    "",
                    "",
                    ""),
            new Entry(
                    "product",
                    "f(t) g(t) ...",
                    Schedules.product(Schedules.linear(0, 1, 3), Schedules.exponential(0.9)),
                    "(example)",
                    "ChainedScheduler",
                    "",
                    "",
                    ""),
            new Entry(
                    "OneCycle",
                    "from 1/25 up to 1 and down to 1/250000, momentum 0.95 to 0.85 and back",
                    new OneCycle(20),
                    "steps 20; rising 0.3",
                    "OneCycleLR",
                    "",
                    "",
                    "the largest rate is the optimizer's; PyTorch fails after the last step, this stays"),
            new Entry(
                    "Cyclic",
                    "triangles from 1 to h, momentum 0.9 to 0.8 and back",
                    new Cyclic(10, 4),
                    "h 10, 4 steps up and down (example)",
                    "CyclicLR",
                    "",
                    "",
                    "the lowest rate is the optimizer's"),
            new Entry(
                    "ReduceOnPlateau",
                    "times f after more than p epochs without a better metric",
                    new ReduceOnPlateau(0.1, 10),
                    "f 0.1, p 10, threshold 1e-4 relative",
                    "ReduceLROnPlateau",
                    "ReduceLROnPlateau",
                    "",
                    "Keras reduces in epoch p, by an absolute threshold: ReduceOnPlateau.keras"),
            new Entry(
                    "AdaptiveRate",
                    "a fifth after more than p epochs without a loss lower by tol; ends at 1e-6",
                    new AdaptiveRate(),
                    "p 10, tol 1e-4",
                    "",
                    "",
                    "learning_rate='adaptive'",
                    ""));

    private ScheduleRegistry() {}

    /**
     * All entries.
     *
     * @return an unmodifiable list in a fixed order
     */
    public static List<Entry> all() {
        return ENTRIES;
    }
}
