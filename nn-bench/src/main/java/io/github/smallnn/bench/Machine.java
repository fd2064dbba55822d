package io.github.smallnn.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.TreeSet;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;

/** What figures were measured on. */
final class Machine {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    private Machine() {}

    /** Processor, operating system, and JDK, flags and backends of the JVMs that ran the benchmarks. */
    static String describe(Collection<RunResult> results) {
        TreeSet<String> jvms = new TreeSet<>();
        TreeSet<String> flags = new TreeSet<>();
        for (RunResult r : results) {
            BenchmarkParams p = r.getParams();
            jvms.add(p.getVmName() + " " + p.getVmVersion() + " (JDK " + p.getJdkVersion() + ")");
            flags.add(p.getJvmArgs().isEmpty() ? "none" : String.join(" ", p.getJvmArgs()));
        }
        return "machine: " + describe() + "\n"
                + "jvm:     " + String.join("; ", jvms) + "\n"
                + "flags:   " + String.join("; ", flags) + "\n"
                + String.join("\n", BackendsOfFork.of(results)) + "\n";
    }

    /** Processor and operating system. */
    static String describe() {
        return processor() + ", " + Runtime.getRuntime().availableProcessors() + " processors, "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch");
    }

    private static String processor() {
        if (!Files.isReadable(CPU_INFO)) {
            return "unknown processor";
        }
        try {
            return Files.readString(CPU_INFO)
                    .lines()
                    .filter(l -> l.startsWith("model name"))
                    .map(l -> l.substring(l.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown processor");
        } catch (IOException e) {
            return "unknown processor (" + e.getMessage() + ")";
        }
    }
}
