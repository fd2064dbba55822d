package io.github.smallnn.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * What the {@link Suite} runs, in this order. Products have a JVM per precision and contestant, so that call sites stay
 * monomorphic; those that are held against a native BLAS have {@link #FORKS} of them, in turn with its own, so that neither
 * a lucky compilation nor a quiet minute counts for one side.
 *
 * @param phases the parts
 */
record Plan(List<Phase> phases) {
    /** JVMs for the sizes at which the vector kernel is held against a native BLAS. */
    static final int FORKS = 5;

    private static final List<String> PRECISIONS = List.of("DOUBLE", "FLOAT");
    private static final Lengths PRODUCT = new Lengths(4, 60, 5, 50);
    private static final Lengths SHORT = new Lengths(3, 50, 3, 40);
    private static final Lengths STEP = new Lengths(4, 250, 5, 250);
    private static final Lengths FIT = new Lengths(1, 1000, 3, 1000);
    private static final String SMALLNN_ONLY = "by=" + Contest.SMALLNN;

    /** Everything, about half an hour. */
    static Plan full() {
        List<Phase> phases = new ArrayList<>();
        phases.add(peak());
        Shapes all = Shapes.NARROW.and(Shapes.layers()).and(Shapes.BLAS);
        for (int fork = 0; fork < FORKS; fork++) {
            Shapes shapes = fork == 0 ? all : Shapes.BLAS;
            for (String precision : PRECISIONS) {
                phases.add(products(Contest.SMALLNN, Phase.VECTOR, PRODUCT, shapes, precision));
                phases.add(products(GemmBenchmark.NATIVE, Phase.PLAIN, PRODUCT, shapes, precision));
            }
            if (fork < 2) {
                phases.addAll(others(PRODUCT, all));
            }
        }
        Shapes forward = new Shapes(all.ab(), List.of(), List.of());
        for (String precision : PRECISIONS) {
            phases.add(products(GemmBenchmark.OJALGO, Phase.PLAIN, SHORT, forward, precision));
            phases.add(products(GemmBenchmark.NETLIB_JAVA, Phase.PLAIN, SHORT, forward, precision));
            phases.add(products(GemmBenchmark.NETLIB_VECTOR, Phase.VECTOR, SHORT, forward, precision));
        }
        phases.addAll(leastSquares());
        phases.addAll(steps(STEP, 2));
        phases.add(peak());
        return new Plan(List.copyOf(phases));
    }

    /** A subset of a few minutes. */
    static Plan quick() {
        List<Phase> phases = new ArrayList<>();
        phases.add(peak());
        for (String precision : PRECISIONS) {
            phases.add(products(Contest.SMALLNN, Phase.VECTOR, PRODUCT, Shapes.FEW, precision));
            phases.add(products(GemmBenchmark.NATIVE, Phase.PLAIN, PRODUCT, Shapes.FEW, precision));
        }
        phases.addAll(others(PRODUCT, Shapes.FEW));
        phases.addAll(steps(SHORT, 1));
        return new Plan(List.copyOf(phases));
    }

    /** About how long it takes. */
    int seconds() {
        return phases.stream().mapToInt(Phase::seconds).sum();
    }

    private static Phase peak() {
        List<String> run = new ArrayList<>(new Lengths(5, 100, 10, 50).options(1));
        run.add("PeakBenchmark");
        return Phase.of("peak", Phase.VECTOR, 1, 5, List.of(run));
    }

    private static Phase products(String by, List<String> flags, Lengths lengths, Shapes shapes, String precision) {
        String name = "products, " + precision + ", " + by + (flags.equals(Phase.VECTOR) ? " with vectors" : "");
        int seconds = 2 + (int) lengths.seconds(shapes.count());
        return Phase.of(name, flags, 1, seconds, shapes.runs(lengths, precision, by));
    }

    private static List<Phase> others(Lengths lengths, Shapes shapes) {
        List<Phase> phases = new ArrayList<>();
        for (String precision : PRECISIONS) {
            phases.add(products(Contest.SMALLNN, Phase.PLAIN, lengths, shapes, precision));
            phases.add(products(Contest.EJML, Phase.PLAIN, lengths, shapes, precision));
        }
        return phases;
    }

    private static List<Phase> leastSquares() {
        return List.of(
                forked("least squares", Phase.VECTOR, FIT, 1, 75, "LeastSquaresBenchmark"),
                forked("least squares", Phase.PLAIN, FIT, 1, 20, "LeastSquaresBenchmark", "-p", SMALLNN_ONLY));
    }

    private static List<Phase> steps(Lengths lengths, int forks) {
        return List.of(
                forked("training steps", Phase.VECTOR, lengths, forks, 60, "TrainStepBenchmark"),
                forked("training steps", Phase.PLAIN, lengths, forks, 30, "TrainStepBenchmark", "-p", SMALLNN_ONLY),
                forked("overhead of a step", Phase.PLAIN, lengths, forks, 15, "StepOverheadBenchmark"));
    }

    /** A benchmark with a fork for each of its parameters. */
    private static Phase forked(
            String name,
            List<String> flags,
            Lengths lengths,
            int forks,
            int seconds,
            String benchmark,
            String... more) {
        List<String> run = new ArrayList<>(lengths.options(forks));
        run.addAll(List.of(more));
        run.add(benchmark);
        String how = flags.equals(Phase.VECTOR) ? " with vectors" : " without a flag";
        return Phase.of(name + how, flags, 1, seconds, List.of(run));
    }
}
