package io.github.smallnn.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/**
 * Runs a {@link Phase} in the JVM that the {@link Suite} made for it, and writes JMH's results as JSON.
 *
 * <p>With {@code -f 0} this JVM itself is the fork: many products of one contestant are measured one after the other, which
 * spares a start of the JVM and the time of its compiler for each, and shows a kernel at call sites that have seen several
 * shapes, as users have them.
 */
public final class PhaseMain {
    /** Begins the options of a run. */
    static final String NEXT = "++";
    /** The first option of a run whose results do not count. */
    static final String WARM_UP = "warm-up";

    private PhaseMain() {}

    /**
     * Runs all runs.
     *
     * @param args the result file, then for each run the options behind {@code ++}, {@code warm-up} before those of a run
     *     that does not count
     * @throws RunnerException if a benchmark fails
     * @throws CommandLineOptionException if an option is wrong
     */
    public static void main(String[] args) throws RunnerException, CommandLineOptionException {
        List<RunResult> results = new ArrayList<>();
        for (List<String> run : runs(args)) {
            boolean counts = !run.remove(WARM_UP);
            CommandLineOptions given = new CommandLineOptions(run.toArray(new String[0]));
            Collection<RunResult> of = new Runner(BenchMain.options(given, false, false)).run();
            if (counts) {
                results.addAll(of);
            }
        }
        ResultFormatFactory.getInstance(ResultFormatType.JSON, args[0]).writeOut(results);
    }

    static List<List<String>> runs(String[] args) {
        List<List<String>> runs = new ArrayList<>();
        for (String arg : List.of(args).subList(1, args.length)) {
            if (arg.equals(NEXT)) {
                runs.add(new ArrayList<>());
            } else {
                runs.get(runs.size() - 1).add(arg);
            }
        }
        return runs;
    }
}
