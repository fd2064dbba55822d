package io.github.smallnn.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.Main;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.ProfilerConfig;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks with JMH's gc profiler and prints {@link Report tables}. Takes JMH's own options (a regular
 * expression to choose benchmarks, {@code -p name=value} to choose parameters, {@code -f -wi -w -i -r} for lengths), and
 * {@code --quick} for short ones; {@code --vector} gives the forks the flag that the vector backend needs. A native BLAS
 * is held to one thread unless the environment says otherwise.
 *
 * <p>The commands of {@link SuiteCommand} run everything and write it down.
 */
public final class BenchMain {
    /** The command that runs {@link PortableFloor}. */
    static final String FLOOR = "floor";

    private static final String QUICK = "--quick";
    static final String VECTOR = "--vector";
    private static final List<String> VECTOR_FLAGS = List.of("--add-modules", "jdk.incubator.vector");
    private static final String GC = "gc";
    private static final int QUICK_ITERATIONS = 3;
    private static final TimeValue QUICK_TIME = TimeValue.milliseconds(300);

    private BenchMain() {}

    /**
     * Runs what the options choose.
     *
     * @param args options; status 1 if a benchmark failed or contestants disagree, 2 if an option is wrong
     * @throws IOException if JMH cannot write its result file
     */
    public static void main(String[] args) throws IOException {
        List<String> rest = new ArrayList<>(List.of(args));
        if (!rest.isEmpty() && SuiteCommand.NAMES.contains(rest.get(0))) {
            System.exit(SuiteCommand.run(rest));
        }
        if (!rest.isEmpty() && rest.get(0).equals(FLOOR)) {
            System.exit(PortableFloor.run(rest.subList(1, rest.size())));
        }
        boolean quick = rest.remove(QUICK);
        boolean vector = rest.remove(VECTOR);
        // JMH itself knows the short form only.
        rest.replaceAll(option -> option.equals("--help") ? "-h" : option);
        String[] jmh = rest.toArray(new String[0]);
        try {
            CommandLineOptions given = new CommandLineOptions(jmh);
            if (given.shouldHelp()) {
                System.out.println("As the first argument: " + SuiteCommand.USAGE + " | " + FLOOR + " [DOUBLE|FLOAT]");
                System.out.println(QUICK + ": one fork and iterations of 0.3 s, where no JMH option says otherwise.");
                System.out.println(VECTOR + ": forks run with " + String.join(" ", VECTOR_FLAGS) + ".");
            }
            if (isQuestion(given)) {
                Main.main(jmh);
                return;
            }
            if (System.getenv(Children.OPENBLAS_THREADS) == null) {
                System.exit(Children.again(BenchMain.class, List.of(args)));
            }
            Collection<RunResult> results = new Runner(options(given, quick, vector)).run();
            Report report = Report.of(results);
            System.out.println(report.text());
            System.exit(report.agreed() ? 0 : 1);
        } catch (CommandLineOptionException e) {
            System.err.println(e.getMessage() + "; -h lists the options");
            System.exit(2);
        } catch (RunnerException e) {
            System.err.println("no tables: " + e.getMessage());
            System.exit(1);
        }
    }

    private static boolean isQuestion(CommandLineOptions given) {
        return given.shouldHelp()
                || given.shouldList()
                || given.shouldListWithParams()
                || given.shouldListProfilers()
                || given.shouldListResultFormats();
    }

    static Options options(CommandLineOptions given, boolean quick, boolean vector) {
        ChainedOptionsBuilder b = new OptionsBuilder().parent(given).shouldFailOnError(true);
        if (given.getProfilers().stream().map(ProfilerConfig::getKlass).noneMatch(GC::equals)) {
            b.addProfiler(GC);
        }
        if (vector) {
            List<String> flags = new ArrayList<>(given.getJvmArgsAppend().orElse(List.of()));
            flags.addAll(VECTOR_FLAGS);
            b.jvmArgsAppend(flags.toArray(new String[0]));
        }
        if (quick) {
            b.forks(given.getForkCount().orElse(1));
            b.warmupIterations(given.getWarmupIterations().orElse(QUICK_ITERATIONS));
            b.warmupTime(given.getWarmupTime().orElse(QUICK_TIME));
            b.measurementIterations(given.getMeasurementIterations().orElse(QUICK_ITERATIONS));
            b.measurementTime(given.getMeasurementTime().orElse(QUICK_TIME));
        }
        return b.build();
    }
}
