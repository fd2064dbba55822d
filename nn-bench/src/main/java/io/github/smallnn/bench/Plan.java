package io.github.smallnn.bench;

import io.github.smallnn.bench.work.Job;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the {@link Suite} runs, in this order. Products have a JVM per precision and contestant, so that call sites stay
 * monomorphic; those that are held against a native BLAS have {@link #FORKS} of them, in turn with its own, and narrow ones
 * and training steps {@link #ROUNDS}, in turn with EJML's, so that neither a lucky compilation nor a quiet minute counts
 * for one side.
 *
 * @param phases the parts
 * @param floors precisions in which {@link PortableFloor} runs afterwards
 */
record Plan(List<Phase> phases, List<String> floors) {
    /** JVMs for the sizes at which the vector kernel is held against a native BLAS. */
    static final int FORKS = 5;

    /** JVMs for narrow products and training steps. */
    static final int ROUNDS = 3;

    private static final String DOUBLE = "DOUBLE";
    private static final List<String> PRECISIONS = List.of(DOUBLE, "FLOAT");
    /** Contestants whose narrow products are held against each other. */
    private static final List<String> AGAINST_EACH_OTHER = List.of(Contest.SMALLNN, Contest.SMALLNN_CALL, Contest.EJML);

    private static final String ONLY_DOUBLE = "precision=" + DOUBLE;
    private static final Lengths PRODUCT = new Lengths(4, 40, 5, 40);
    // A narrow product takes so little time that most of a short warm-up is the wait for its translation.
    private static final Lengths NARROW_PRODUCT = new Lengths(8, 50, 5, 40);
    private static final Lengths SHORT = new Lengths(3, 50, 3, 40);
    private static final Lengths STEP = new Lengths(3, 150, 5, 120);
    // Long iterations: around each JMH itself allocates some 8 KB, which of a short one would be a rate. And a long
    // warm-up: a session makes loops for its lengths of rows, 60 KB, after 10,000 products, in T3 after 0.4 s.
    private static final Lengths TURN = new Lengths(2, 400, 1, 600);
    // Many iterations, since the JDK allocates 34 KB once when a method has been called reflectively 127 times. The
    // gc profiler calls its counter so around every iteration: that is to happen before a turn that counts.
    private static final Lengths FIRST_TURN = new Lengths(2, 300, 20, 5);
    // Its reference takes seconds, so the large job has one turn, after all others have had their loops translated.
    private static final Lengths ONLY_TURN = new Lengths(3, 300, 4, 600);
    // As long, for the same reason.
    private static final Lengths ANSWER = new Lengths(3, 150, 3, 450);
    // A step of the large job takes 37 ms with vectors, and its loops are to be translated before the clock runs.
    private static final Lengths LARGE_STEP = new Lengths(3, 300, 5, 150);
    private static final Lengths FEW_STEPS = new Lengths(1, 100, 3, 100);
    private static final Lengths FIT = new Lengths(1, 1000, 3, 1000);

    private static final int TURNS = 3;
    private static final int FLOOR_SECONDS = 30;
    private static final String SMALL_JOBS = "job=T1,T2,T3,T4";
    private static final String LARGE_JOB = "job=T5";
    private static final String UNSHARED_JOBS = "job=T1,T2,T3";
    private static final String SHARED_JOBS = "job=T4,T5";
    private static final String TWO_OF_BLAS = "by=blas-products-2";

    /** Everything, in about three quarters of an hour. */
    static Plan full() {
        List<Phase> phases = new ArrayList<>();
        phases.add(peak());
        Shapes all = Shapes.NARROW.and(Shapes.layers()).and(Shapes.BLAS);
        for (int fork = 0; fork < FORKS; fork++) {
            Shapes again = fork < ROUNDS ? Shapes.BLAS.and(all.slim()) : Shapes.BLAS;
            for (String precision : PRECISIONS) {
                phases.add(products(Contest.SMALLNN, Phase.VECTOR, PRODUCT, fork == 0 ? all : again, precision));
                Shapes ofNative = fork == 0 ? all : Shapes.BLAS;
                phases.add(products(GemmBenchmark.NATIVE, Phase.PLAIN, PRODUCT, ofNative, precision));
            }
            if (fork < ROUNDS) {
                phases.addAll(others(PRODUCT, fork == 0 ? all : all.slim()));
            }
        }
        PRECISIONS.forEach(p -> phases.add(products(Contest.SMALLNN_CALL, Phase.PLAIN, PRODUCT, Shapes.TINY, p)));
        Shapes forward = new Shapes(all.ab(), List.of(), List.of());
        for (String precision : PRECISIONS) {
            phases.add(products(GemmBenchmark.OJALGO, Phase.PLAIN, SHORT, forward, precision));
            phases.add(products(GemmBenchmark.NETLIB_JAVA, Phase.PLAIN, SHORT, forward, precision));
            phases.add(products(GemmBenchmark.NETLIB_VECTOR, Phase.VECTOR, SHORT, forward, precision));
        }
        phases.addAll(leastSquares());
        for (int round = 0; round < ROUNDS; round++) {
            phases.addAll(steps());
        }
        phases.add(step(Phase.PLAIN, STEP, 1, 1, 24, SMALL_JOBS, "by=ojalgo"));
        phases.add(step(Phase.PLAIN, FEW_STEPS, 1, 1, 96, LARGE_JOB, "by=ojalgo"));
        phases.add(step(Phase.PLAIN, STEP, 2, 2, 17, UNSHARED_JOBS, TWO_OF_BLAS));
        PRECISIONS.forEach(p -> phases.addAll(gains(p)));
        phases.addAll(loops(STEP, 2));
        phases.add(peak());
        return new Plan(List.copyOf(phases), PRECISIONS);
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
        phases.add(step(Phase.VECTOR, SHORT, 1, 1, 15, SMALL_JOBS, "by=smallnn"));
        phases.add(step(Phase.PLAIN, SHORT, 1, 1, 30, SMALL_JOBS, "by=smallnn,ejml"));
        return new Plan(List.copyOf(phases), List.of());
    }

    /** The phases in whose names a regular expression is found. */
    Plan only(Pattern names) {
        return new Plan(
                phases.stream().filter(p -> names.matcher(p.name()).find()).toList(), List.of());
    }

    /** About how long it takes. */
    int seconds() {
        return phases.stream().mapToInt(Phase::seconds).sum() + FLOOR_SECONDS * floors.size();
    }

    private static Phase peak() {
        List<String> run = new ArrayList<>(new Lengths(5, 100, 10, 50).options(1));
        run.add("PeakBenchmark");
        return Phase.of("peak", Phase.VECTOR, 1, 5, List.of(run));
    }

    private static Phase products(String by, List<String> flags, Lengths lengths, Shapes shapes, String precision) {
        String name = "products, " + precision + ", " + by + (flags.equals(Phase.VECTOR) ? " with vectors" : "");
        Lengths ofNarrow = AGAINST_EACH_OTHER.contains(by) ? NARROW_PRODUCT : lengths;
        double seconds = 4
                + lengths.seconds(shapes.wide().count())
                + ofNarrow.seconds(shapes.narrow().count());
        return Phase.of(name, flags, 1, (int) seconds, shapes.runs(lengths, ofNarrow, precision, by));
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
                forked("least squares", Phase.PLAIN, FIT, 1, 20, "LeastSquaresBenchmark", "by=smallnn"));
    }

    /** A round of steps with one thread: of the small jobs, then of the large one. */
    private static List<Phase> steps() {
        List<Phase> phases = new ArrayList<>();
        phases.add(step(Phase.VECTOR, STEP, 1, 1, 44, SMALL_JOBS, "by=smallnn,blas-products"));
        phases.add(step(Phase.PLAIN, STEP, 1, 1, 22, SMALL_JOBS, "by=smallnn"));
        phases.add(step(Phase.PLAIN, STEP, 1, 1, 22, SMALL_JOBS, "by=ejml"));
        PRECISIONS.forEach(p -> phases.add(warm(p)));
        phases.add(step(Phase.PLAIN, LARGE_STEP, 1, 1, 10, LARGE_JOB, "by=blas-products"));
        phases.add(step(Phase.PLAIN, LARGE_STEP, 1, 1, 15, LARGE_JOB, "by=smallnn"));
        phases.add(step(Phase.PLAIN, FEW_STEPS, 1, 1, 20, LARGE_JOB, "by=ejml"));
        return phases;
    }

    /**
     * One thread and two. What a core has to wait for the other's data changes on some machines from one minute to the next,
     * so with vectors the jobs that two threads share and the BLAS's products of their steps take turns too.
     */
    private static List<Phase> gains(String precision) {
        List<Phase> phases = new ArrayList<>();
        phases.add(turns(Phase.PLAIN, precision, List.of(Job.values()), 70));
        for (int round = 0; round < ROUNDS; round++) {
            phases.add(turns(Phase.VECTOR, precision, List.of(Job.T1, Job.T2, Job.T3), 35));
            phases.add(step(Phase.PLAIN, LARGE_STEP, 1, 2, 16, SHARED_JOBS, TWO_OF_BLAS, "precision=" + precision));
            phases.add(turns(Phase.VECTOR, precision, List.of(Job.T4, Job.T5), 35));
        }
        return phases;
    }

    /**
     * The large job with vectors, in a JVM that has run the job before it: what a step calls once is translated after hundreds
     * of steps, of which this job makes 27 a second.
     */
    private static Phase warm(String precision) {
        List<String> of = List.of("-p", "precision=" + precision, "-p", "by=" + Contest.SMALLNN, "TrainStepBenchmark");
        List<String> before = behind(new Lengths(0, 1, 1, 2000).options(0), List.of("-p", "job=" + Job.T4));
        List<String> run = behind(LARGE_STEP.options(0), List.of("-p", LARGE_JOB));
        return Phase.of(
                "training steps, " + LARGE_JOB + ", by=smallnn, " + precision + ", with vectors",
                Phase.VECTOR,
                1,
                17,
                List.of(behind(List.of(PhaseMain.WARM_UP), behind(before, of)), behind(run, of)));
    }

    /** One thread and two in turns within one JVM, job after job, so that a lucky compilation is that of both. */
    private static Phase turns(List<String> flags, String precision, List<Job> jobs, int seconds) {
        List<List<String>> runs = new ArrayList<>();
        for (Job job : jobs) {
            List<String> of = List.of("-p", "job=" + job, "-p", "precision=" + precision);
            if (job == Job.T5) {
                runs.addAll(turn(ONLY_TURN, of));
            } else {
                // Its loops are being translated, by threads that want the same processors.
                turn(FIRST_TURN, of).forEach(r -> runs.add(behind(List.of(PhaseMain.WARM_UP), r)));
                // The two change places: at T3 the same code was 5 to 7 % slower when it always came second.
                for (int turn = 0; turn < TURNS; turn++) {
                    List<List<String>> both = new ArrayList<>(turn(TURN, of));
                    Collections.rotate(both, turn);
                    runs.addAll(both);
                }
            }
        }
        String how = flags.equals(Phase.VECTOR) ? ", with vectors" : ", without a flag";
        String name = "one thread and two in turns, " + jobs + ", " + precision + how;
        return Phase.of(name, flags, 1, seconds, runs);
    }

    private static List<List<String>> turn(Lengths lengths, List<String> of) {
        return Stream.of(Contest.SMALLNN_1, Contest.SMALLNN_2)
                .map(by -> behind(behind(lengths.options(0), of), List.of("-p", "by=" + by, "TrainStepBenchmark")))
                .toList();
    }

    private static List<String> behind(List<String> first, List<String> more) {
        return Stream.concat(first.stream(), more.stream()).toList();
    }

    private static Phase step(
            List<String> flags, Lengths lengths, int forks, int threads, int seconds, String... parameters) {
        String name = "training steps, " + String.join(", ", parameters);
        return forked(name, flags, threads, lengths, forks, forks * seconds, "TrainStepBenchmark", parameters);
    }

    private static List<Phase> loops(Lengths lengths, int forks) {
        String models = "by=smallnn,smallnn-model";
        return List.of(
                forked("overhead of a step", Phase.PLAIN, lengths, forks, forks * 10, "StepOverheadBenchmark"),
                forked("predictions", Phase.VECTOR, ANSWER, forks, forks * 31, "PredictBenchmark", models),
                forked("predictions", Phase.PLAIN, ANSWER, 1, 62, "PredictBenchmark"),
                forked("elements", Phase.VECTOR, SHORT, 1, 20, "ElementwiseBenchmark", "by=smallnn", ONLY_DOUBLE),
                forked("elements", Phase.PLAIN, SHORT, 1, 40, "ElementwiseBenchmark", ONLY_DOUBLE));
    }

    /** A benchmark with a fork for each of its parameters, with one thread for a native BLAS. */
    private static Phase forked(
            String name,
            List<String> flags,
            Lengths lengths,
            int forks,
            int seconds,
            String benchmark,
            String... more) {
        return forked(name, flags, 1, lengths, forks, seconds, benchmark, more);
    }

    private static Phase forked(
            String name,
            List<String> flags,
            int threads,
            Lengths lengths,
            int forks,
            int seconds,
            String benchmark,
            String... parameters) {
        List<String> run = new ArrayList<>(lengths.options(forks));
        for (String p : parameters) {
            run.addAll(List.of("-p", p));
        }
        run.add(benchmark);
        String how = flags.equals(Phase.VECTOR) ? ", with vectors" : ", without a flag";
        return Phase.of(name + how, flags, threads, seconds, List.of(run));
    }
}
