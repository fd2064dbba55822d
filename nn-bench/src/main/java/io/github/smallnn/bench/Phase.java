package io.github.smallnn.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A part of the {@link Suite}: a JVM of its own with its flags and environment, which runs JMH one or more times.
 *
 * @param name what is measured, for people
 * @param flags flags of the JVM, which forks that it starts inherit as they do the environment
 * @param environment variables that are set for it
 * @param seconds about how long it takes
 * @param runs JMH's options of each run
 */
record Phase(String name, List<String> flags, Map<String, String> environment, int seconds, List<List<String>> runs) {
    /** The flag of the vector kernels. */
    static final List<String> VECTOR = List.of("--add-modules=jdk.incubator.vector");
    /** No flag. */
    static final List<String> PLAIN = List.of();

    /** A phase in which a native BLAS has a number of threads. */
    static Phase of(String name, List<String> flags, int blasThreads, int seconds, List<List<String>> runs) {
        return new Phase(name, flags, Map.of(Children.OPENBLAS_THREADS, String.valueOf(blasThreads)), seconds, runs);
    }

    /** What is put behind the names of the library's contestants, so that phases can stand in one table. */
    String suffix() {
        return flags.containsAll(VECTOR) ? "" : Contest.PORTABLE;
    }

    /** The command that runs it, in the JVM and from the class path of this one. */
    List<String> command(String resultFile) {
        List<String> command = new ArrayList<>();
        command.add(Children.java());
        command.addAll(flags);
        if (Boolean.getBoolean("jmh.ignoreLock")) {
            command.add("-Djmh.ignoreLock=true");
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), PhaseMain.class.getName(), resultFile));
        for (List<String> run : runs) {
            command.add(PhaseMain.NEXT);
            command.addAll(run);
        }
        return command;
    }
}
