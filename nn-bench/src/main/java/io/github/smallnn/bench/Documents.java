package io.github.smallnn.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The pages that are made from the files of results: {@code nn-bench/RESULTS.md}, the chart beside it, and the table in the
 * {@code README.md} of the project.
 *
 * @param results a run per JDK, oldest JDK first
 */
record Documents(List<Results> results) {
    /** Begins the part of the README that is generated. */
    static final String BEGIN = "<!-- figures: written by the suite of nn-bench -->";
    /** Ends it. */
    static final String END = "<!-- end of figures -->";

    /** Reads {@code nn-bench/results/jdk*.json} below the root of the repository. */
    static Documents read(Path root) throws IOException {
        Path folder = root.resolve("nn-bench/results");
        List<Results> all = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(f -> f.toString().endsWith(".json"))
                        .sorted()
                        .toList()) {
                    all.add(Results.read(file));
                }
            }
        }
        all.sort(Comparator.comparingInt(r -> r.header().jdk()));
        return new Documents(all);
    }

    /** Writes all three. */
    void write(Path root) throws IOException {
        Files.writeString(root.resolve("nn-bench/RESULTS.md"), page());
        if (!results.isEmpty()) {
            Files.writeString(root.resolve("nn-bench/results.svg"), chart());
        }
        Path readme = root.resolve("README.md");
        Files.writeString(readme, readme(Files.readString(readme)));
    }

    /** The README with its generated part renewed. */
    String readme(String text) {
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException("README.md has no lines '" + BEGIN + "' and '" + END + "' in this order");
        }
        return text.substring(0, begin + BEGIN.length()) + "\n" + new Summary(results).markdown("nn-bench/results.svg")
                + text.substring(end);
    }

    /** {@code results.svg}. */
    String chart() {
        return new Chart(new Summary(results)).svg();
    }

    /** {@code RESULTS.md}. */
    String page() {
        StringBuilder s = new StringBuilder("# Results\n\nWritten by the suite from the files in [`results`](results);"
                + " [how to run it and read it](README.md).\n\n");
        s.append(new Summary(results).markdown("results.svg"));
        for (Results r : results) {
            Tables tables = Tables.of(r.measured());
            s.append("\n## JDK ").append(r.header().jdk()).append("\n\n");
            header(s, r.header(), r.measured().stream().anyMatch(Documents::isCall));
            tables.rows()
                    .forEach((table, rows) -> s.append("\n### ")
                            .append(table.title())
                            .append("\n\n")
                            .append(table.of(rows).markdown()));
            floor(s, r.header().floor());
            tables.disagreements()
                    .forEach(d -> s.append("\nDISAGREE: ").append(d).append('\n'));
            losses(s, tables.comparisons(), r.header().jdk());
        }
        return s.toString();
    }

    private static void header(StringBuilder s, Results.Header h, boolean planned) {
        s.append("* Machine: ").append(h.machine()).append('\n');
        s.append("* JVM: ").append(h.jvm()).append('\n');
        s.append("* Run: ").append(h.plan()).append(", ").append(h.date()).append(", ");
        s.append(h.minutes()).append(" minutes\n");
        s.append("* Native BLAS: ").append(h.nativeBlas()).append('\n');
        s.append("* Columns with `portable` ran without a flag, the library's others with `")
                .append(String.join(" ", Phase.VECTOR))
                .append("`\n");
        if (planned) {
            s.append(
                    "* Products: the library's are planned once (`Kernels.plan`) and run on the same arrays;"
                            + " `smallnn-gemm` is given all operands in every call, as an op of a session does, and so is EJML\n");
        }
        h.again()
                .forEach(a -> s.append("* Measured again by itself: ").append(a).append('\n'));
        h.failed().forEach(f -> s.append("* **Failed: ").append(f).append("**\n"));
        s.append("\n```\n").append(String.join("\n\n", h.backends())).append("\n```\n");
        s.append("\n<details><summary>Flags and environment of every phase</summary>\n\n");
        h.phases().forEach(p -> s.append("* ").append(p).append('\n'));
        s.append("\n</details>\n");
    }

    /** Results in which products are planned have calls beside them. */
    private static boolean isCall(Measured m) {
        return m.benchmark().equals(GemmBenchmark.class.getSimpleName())
                && m.parameter("by").startsWith(Contest.SMALLNN_CALL);
    }

    private static void floor(StringBuilder s, List<String> texts) {
        if (!texts.isEmpty()) {
            s.append("\n### Without a flag against EJML at seeded shapes: the lowest ratios\n");
            texts.forEach(t -> s.append("\n```\n").append(t).append("\n```\n"));
        }
    }

    private static void losses(StringBuilder s, List<Comparison> all, int jdk) {
        s.append("\n### Where we lose, JDK ").append(jdk).append("\n\n");
        for (boolean portable : new boolean[] {false, true}) {
            List<Comparison> ours = all.stream()
                    .filter(c -> c.ours().endsWith(Contest.PORTABLE) == portable)
                    .toList();
            List<Comparison> lost = ours.stream()
                    .filter(c -> c.times() < 1)
                    .sorted(Comparator.comparingDouble(Comparison::times))
                    .toList();
            s.append(portable ? "Without a flag: " : "With vectors: ");
            s.append(lost.size()).append(" of ").append(ours.size()).append(" comparisons.\n\n");
            if (!lost.isEmpty()) {
                TextTable table = new TextTable(3, "job", "ours", "faster", "times as fast");
                lost.forEach(c -> table.add(c.what(), c.ours(), c.other(), Text.number("%.2f", c.times())));
                s.append(table.markdown()).append('\n');
            }
        }
    }
}
