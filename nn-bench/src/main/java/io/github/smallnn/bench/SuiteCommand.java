package io.github.smallnn.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The commands {@code suite} and {@code report}, run from the root of the repository or with {@code --root PATH}.
 *
 * <p>{@code suite} measures everything on the JVM that runs it, writes {@code nn-bench/results/jdkN.json} and renews the
 * pages that show it; {@code suite --only PHASES} measures the phases again in whose names this regular expression is
 * found and renews their rows in that file and the pages; {@code suite --quick} measures a subset and only prints it;
 * {@code report} renews the pages.
 */
final class SuiteCommand {
    /** Measures. */
    static final String SUITE = "suite";
    /** Renews the pages. */
    static final String REPORT = "report";

    /** Both. */
    static final List<String> NAMES = List.of(SUITE, REPORT);

    /** What may be given. */
    static final String USAGE =
            "suite [--quick | --only PHASES] [--root PATH] | report [--root PATH], from the root of the repository";

    private static final String QUICK = "--quick";
    private static final String ONLY = "--only";
    private static final String ROOT = "--root";
    private static final String RESULTS_PAGE = "nn-bench/RESULTS.md";

    private SuiteCommand() {}

    /** Runs a command, gives the exit status: 1 if a phase failed or contestants disagree, 2 for a wrong option. */
    static int run(List<String> args) throws IOException {
        List<String> rest = new ArrayList<>(args);
        String command = rest.remove(0);
        boolean quick = command.equals(SUITE) && rest.remove(QUICK);
        String only = command.equals(SUITE) && !quick ? option(ONLY, rest) : null;
        String given = option(ROOT, rest);
        Path root = Path.of(given == null ? "" : given);
        if (!rest.isEmpty() || !Files.isRegularFile(root.resolve("nn-bench/pom.xml"))) {
            String wrong = rest.isEmpty() ? root.toAbsolutePath() + " is not that root" : "unknown: " + rest;
            System.err.println("usage: " + USAGE + "; " + wrong);
            return 2;
        }
        if (command.equals(REPORT)) {
            Documents.read(root).write(root);
            return 0;
        }
        if (only != null) {
            return only(only, root);
        }
        return quick ? quick(root) : full(root);
    }

    /** Takes an option and its value out of the arguments; null if it is not there. */
    private static String option(String name, List<String> rest) {
        int at = rest.indexOf(name);
        if (at < 0 || at + 1 == rest.size()) {
            return null;
        }
        rest.remove(at);
        return rest.remove(at);
    }

    private static int full(Path root) throws IOException {
        Results results = new Suite(Plan.full(), "full", folder(root, "full")).run();
        return publish(results, root);
    }

    /** Rows are replaced when all chosen phases went well, otherwise nothing is written. */
    private static int only(String names, Path root) throws IOException {
        Plan plan;
        try {
            plan = Plan.full().only(Pattern.compile(names));
        } catch (PatternSyntaxException e) {
            return refuse("'" + names + "' is no regular expression: " + e.getDescription());
        }
        if (plan.phases().isEmpty()) {
            return refuse("no phase of the suite has '" + names + "' in its name, see the list in " + RESULTS_PAGE);
        }
        Path file = file(root);
        if (!Files.isRegularFile(file)) {
            return refuse("there are no results to renew, " + file + " is missing: run the whole suite first");
        }
        Results part = new Suite(plan, "part of the full", folder(root, "part")).run();
        if (status(part) != 0) {
            return 1;
        }
        return publish(Results.read(file).renewed(part, "phases with '" + names + "'"), root);
    }

    private static int refuse(String why) {
        System.err.println(SUITE + " " + ONLY + ": " + why);
        return 2;
    }

    private static int publish(Results results, Path root) throws IOException {
        results.write(file(root));
        Documents.read(root).write(root);
        System.out.println(RESULTS_PAGE + ", nn-bench/results.svg and README.md are written");
        return status(results);
    }

    private static Path file(Path root) {
        return root.resolve("nn-bench/results/jdk" + Suite.feature() + ".json");
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
