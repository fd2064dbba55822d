package io.github.smallnn.bench;

import io.github.smallnn.bench.kernel.NetlibBlas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Runs a {@link Plan} on the JVM that runs this, phase after phase, each in a JVM of its own with one phase's flags and
 * environment, and condenses what came out.
 *
 * @param plan what to run
 * @param name of the plan
 * @param folder receives logs and JMH's own results
 */
record Suite(Plan plan, String name, Path folder) {
    private static final int LOG_LINES = 20;

    /** Runs all phases; one that fails is reported and left out. */
    Results run() throws IOException {
        Files.createDirectories(folder);
        Instant start = Instant.now();
        System.out.printf(
                "%s suite on JDK %d: %d phases, about %d minutes; logs in %s%n",
                name, feature(), plan.phases().size(), (plan.seconds() + 59) / 60, folder);
        Samples samples = new Samples();
        List<String> failed = new ArrayList<>();
        for (int i = 0; i < plan.phases().size(); i++) {
            Phase phase = plan.phases().get(i);
            System.out.printf(
                    "%6s  %d/%d  %s, about %d s%n",
                    since(start), i + 1, plan.phases().size(), phase.name(), phase.seconds());
            if (!run(phase, folder.resolve(String.format("%03d", i + 1)), samples)) {
                failed.add(phase.name());
            }
        }
        List<String> floor = new ArrayList<>();
        for (String precision : plan.floors()) {
            System.out.printf("%6s  floor of the portable kernel, %s%n", since(start), precision);
            floor.add(Children.output(List.of(Children.java()), BenchMain.class, BenchMain.FLOOR, precision));
        }
        System.out.printf("%6s  done%n", since(start));
        int minutes = (int) Duration.between(start, Instant.now()).toMinutes();
        return new Results(header(minutes, floor, failed), samples.condense());
    }

    private static boolean run(Phase phase, Path stem, Samples samples) throws IOException {
        Path json = stem.resolveSibling(stem.getFileName() + ".json");
        Path log = stem.resolveSibling(stem.getFileName() + ".log");
        Files.deleteIfExists(json);
        ProcessBuilder builder = new ProcessBuilder(phase.command(json.toString()));
        builder.environment().putAll(phase.environment());
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        int status = Children.waitFor(builder.start());
        if (status == 0) {
            samples.add(json, phase.suffix());
            return true;
        }
        System.out.println("FAILED with status " + status + ": " + phase.name() + "; the end of " + log + ":");
        List<String> lines = Files.readAllLines(log);
        lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()).forEach(System.out::println);
        return false;
    }

    private static String since(Instant start) {
        Duration d = Duration.between(start, Instant.now());
        return String.format("%d:%02d", d.toMinutes(), d.toSecondsPart());
    }

    static int feature() {
        return Runtime.version().feature();
    }

    private Results.Header header(int minutes, List<String> floor, List<String> failed) {
        Set<String> kinds = new LinkedHashSet<>();
        Set<List<String>> flags = new LinkedHashSet<>();
        for (Phase phase : plan.phases()) {
            kinds.add(phase.name() + ": flags " + (phase.flags().isEmpty() ? "none" : String.join(" ", phase.flags()))
                    + ", environment " + phase.environment());
            flags.add(phase.flags());
        }
        List<String> backends = new ArrayList<>();
        for (List<String> f : flags) {
            List<String> command = new ArrayList<>(List.of(Children.java()));
            command.addAll(f);
            backends.add(BackendsOfFork.ask(command));
        }
        return new Results.Header(
                feature(),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
                Machine.describe(),
                LocalDate.now(ZoneOffset.UTC).toString(),
                name,
                minutes,
                NetlibBlas.ofSystem().why(),
                backends,
                List.copyOf(kinds),
                floor,
                failed,
                List.of());
    }
}
