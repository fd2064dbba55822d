package io.github.smallnn.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;

/**
 * The library's report on its matrix-product backends, from JVMs as the forks were: a fork itself can only hand numbers
 * to the tables, so a JVM with the same flags is started and asked.
 */
public final class BackendsOfFork {
    private BackendsOfFork() {}

    /**
     * Prints the report of this JVM.
     *
     * @param args none
     */
    public static void main(String[] args) {
        System.out.println(report());
    }

    private static String report() {
        return io.github.smallnn.kernel.Backends.report();
    }

    /** The different reports of the JVMs that ran the benchmarks. */
    static Set<String> of(Collection<RunResult> results) {
        Set<List<String>> commands = new LinkedHashSet<>();
        Set<String> reports = new TreeSet<>();
        for (RunResult r : results) {
            BenchmarkParams p = r.getParams();
            if (p.getForks() == 0) {
                reports.add(report());
            } else {
                List<String> command = new ArrayList<>(List.of(p.getJvm()));
                command.addAll(p.getJvmArgs());
                commands.add(command);
            }
        }
        commands.forEach(c -> reports.add(ask(c)));
        return reports;
    }

    /** The report of a JVM that is started for it. */
    static String ask(List<String> javaAndFlags) {
        return Children.output(javaAndFlags, BackendsOfFork.class);
    }
}
