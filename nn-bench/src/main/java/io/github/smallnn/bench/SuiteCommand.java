package io.github.smallnn.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The commands {@code suite} and {@code report}, run from the root of the repository or with {@code --root PATH}.
 *
 * <p>{@code suite} measures everything on the JVM that runs it, writes {@code nn-bench/results/jdkN.json} and renews the
 * pages that show it; {@code suite --quick} measures a subset and only prints it; {@code report} renews the pages.
 */
final class SuiteCommand {
    /** Measures. */
    static final String SUITE = "suite";
    /** Renews the pages. */
    static final String REPORT = "report";

    /** Both. */
    static final List<String> NAMES = List.of(SUITE, REPORT);

    /** What may be given. */
    static final String USAGE = "suite [--quick] [--root PATH] | report [--root PATH], from the root of the repository";

    private static final String QUICK = "--quick";
    private static final String ROOT = "--root";

    private SuiteCommand() {}

    /** Runs a command, gives the exit status: 1 if a phase failed or contestants disagree, 2 for a wrong option. */
    static int run(List<String> args) throws IOException {
        List<String> rest = new ArrayList<>(args);
        String command = rest.remove(0);
        boolean quick = command.equals(SUITE) && rest.remove(QUICK);
        Path root = root(rest);
        if (!rest.isEmpty() || !Files.isRegularFile(root.resolve("nn-bench/pom.xml"))) {
            String wrong = rest.isEmpty() ? root.toAbsolutePath() + " is not that root" : "unknown: " + rest;
            System.err.println("usage: " + USAGE + "; " + wrong);
            return 2;
        }
        if (command.equals(REPORT)) {
            Documents.read(root).write(root);
            return 0;
        }
        return quick ? quick(root) : full(root);
    }

    private static Path root(List<String> rest) {
        int at = rest.indexOf(ROOT);
        if (at < 0 || at + 1 == rest.size()) {
            return Path.of("");
        }
        rest.remove(at);
        return Path.of(rest.remove(at));
    }

    private static int full(Path root) throws IOException {
        Results results = new Suite(Plan.full(), "full", folder(root, "full")).run();
        results.write(root.resolve("nn-bench/results/jdk" + Suite.feature() + ".json"));
        Documents.read(root).write(root);
        System.out.println("nn-bench/RESULTS.md, nn-bench/results.svg and README.md are written");
        return status(results);
    }

    private static int quick(Path root) throws IOException {
        Path folder = folder(root, "quick");
        Results results = new Suite(Plan.quick(), "quick", folder).run();
        results.write(folder.resolve("jdk" + Suite.feature() + ".json"));
        System.out.println(new Documents(List.of(results)).page());
        return status(results);
    }

    private static Path folder(Path root, String name) {
        return root.resolve("nn-bench/target/suite").resolve(name + "-jdk" + Suite.feature());
    }

    private static int status(Results results) {
        List<String> wrong = new ArrayList<>(Tables.of(results.measured()).disagreements());
        wrong.addAll(results.header().failed());
        wrong.forEach(w -> System.out.println("WRONG: " + w));
        return wrong.isEmpty() ? 0 : 1;
    }
}
