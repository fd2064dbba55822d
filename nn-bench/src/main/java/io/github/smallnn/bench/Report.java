package io.github.smallnn.bench;

import io.github.smallnn.bench.work.Job;
import io.github.smallnn.linear.LinearSolver;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;

/**
 * Tables of a run, contestants side by side: medians, ratios, and what proves that the work was done.
 *
 * @param text tables with a header that names machine, JVM and flags
 * @param agreed whether all contestants of each job reached the same loss
 */
record Report(String text, boolean agreed) {
    private static final double DOUBLE_AGREEMENT = 1e-9;
    private static final double FLOAT_AGREEMENT = 1e-3;

    static Report of(Collection<RunResult> results) {
        List<Measured> all = new ArrayList<>();
        for (RunResult r : results) {
            all.add(Measured.of(r));
        }
        List<Row> gemm = rows(all, GemmBenchmark.class);
        List<Row> steps = rows(all, TrainStepBenchmark.class);
        List<Row> overhead = rows(all, StepOverheadBenchmark.class);
        StringBuilder s = new StringBuilder("\n").append(Machine.describe(results));
        s.append(
                "times and ratios are medians over all iterations of all forks, 'by best' is of the fastest; gc is the worst\n");
        append(s, "Matrix product, m x n x k; error is the largest one over its bound 2 k u |A||B|", gemm(gemm));
        append(
                s,
                "Least squares with intercept, rows x columns; error is the largest one of a coefficient",
                leastSquares(rows(all, LeastSquaresBenchmark.class)));
        append(s, "Training step; loss is that of the last checked step", steps(steps));
        append(s, "Training step of " + Job.T1.describe() + " against its kernels in sequence", overhead(overhead));
        List<String> disagreements = new ArrayList<>();
        for (Row row : steps) {
            disagreement(row, disagreements);
        }
        for (Row row : overhead) {
            disagreement(row, disagreements);
        }
        for (String d : disagreements) {
            s.append("DISAGREE: ").append(d).append('\n');
        }
        return new Report(s.toString(), disagreements.isEmpty());
    }

    private static void append(StringBuilder s, String title, TextTable table) {
        if (!table.isEmpty()) {
            s.append('\n').append(title).append("\n\n").append(table);
        }
    }

    private static List<Row> rows(List<Measured> all, Class<?> benchmark) {
        Map<Map<String, String>, Row> rows = new LinkedHashMap<>();
        for (Measured m : all) {
            if (m.benchmark().equals(benchmark.getSimpleName())) {
                rows.computeIfAbsent(m.contest(), c -> new Row(c, new LinkedHashMap<>()))
                        .by()
                        .put(m.parameter("by"), m);
            }
        }
        return new ArrayList<>(rows.values());
    }

    private static TextTable gemm(List<Row> rows) {
        TextTable table = new TextTable(
                3,
                "size",
                "form",
                "precision",
                "smallnn us",
                "EJML us",
                "smallnn GFLOPS",
                "EJML GFLOPS",
                "times as fast",
                "by best",
                "backend",
                "error",
                "EJML error",
                "gc MB/s");
        for (Row r : rows) {
            double flop = flop(r.contest().get("size"));
            table.add(
                    r.contest().get("size"),
                    r.contest().get("form"),
                    precision(r),
                    r.cell(Contest.SMALLNN, m -> number("%.2f", m.nanos() / 1e3)),
                    r.cell(Contest.EJML, m -> number("%.2f", m.nanos() / 1e3)),
                    r.cell(Contest.SMALLNN, m -> number("%.1f", flop / m.nanos())),
                    r.cell(Contest.EJML, m -> number("%.1f", flop / m.nanos())),
                    r.ratio(Contest.EJML, Contest.SMALLNN),
                    r.bestRatio(Contest.EJML, Contest.SMALLNN),
                    r.cell(Contest.SMALLNN, m -> Backends.names((int) m.figure("backends"))),
                    r.cell(Contest.SMALLNN, m -> number("%.1e", m.figure("error"))),
                    r.cell(Contest.EJML, m -> number("%.1e", m.figure("error"))),
                    r.cell(Contest.SMALLNN, Report::gc));
        }
        return table;
    }

    private static double flop(String size) {
        double flop = 2;
        for (String part : size.split("x")) {
            flop *= Integer.parseInt(part);
        }
        return flop;
    }

    private static TextTable leastSquares(List<Row> rows) {
        TextTable table = new TextTable(
                1,
                "size",
                "smallnn ms",
                "low..high",
                "EJML QR ms",
                "Commons Math ms",
                "times as fast as EJML",
                "by best",
                "as Commons Math",
                "by best",
                "path",
                "error",
                "EJML error",
                "C. Math error",
                "MB/fit",
                "EJML MB/fit",
                "C. Math MB/fit");
        for (Row r : rows) {
            table.add(
                    r.contest().get("tall"),
                    r.cell(Contest.SMALLNN, Report::millis),
                    r.cell(Contest.SMALLNN, Report::spread),
                    r.cell(Contest.EJML, Report::millis),
                    r.cell(TallSolver.COMMONS_MATH, Report::millis),
                    r.ratio(Contest.EJML, Contest.SMALLNN),
                    r.bestRatio(Contest.EJML, Contest.SMALLNN),
                    r.ratio(TallSolver.COMMONS_MATH, Contest.SMALLNN),
                    r.bestRatio(TallSolver.COMMONS_MATH, Contest.SMALLNN),
                    r.cell(Contest.SMALLNN, m -> LinearSolver.values()[(int) m.figure("path")].name()),
                    r.cell(Contest.SMALLNN, m -> number("%.1e", m.figure("error"))),
                    r.cell(Contest.EJML, m -> number("%.1e", m.figure("error"))),
                    r.cell(TallSolver.COMMONS_MATH, m -> number("%.1e", m.figure("error"))),
                    r.cell(Contest.SMALLNN, Report::megabytes),
                    r.cell(Contest.EJML, Report::megabytes),
                    r.cell(TallSolver.COMMONS_MATH, Report::megabytes));
        }
        return table;
    }

    private static String millis(Measured m) {
        return number("%.1f", m.nanos() / 1e6);
    }

    /** What a fit allocates, by the gc profiler. */
    private static String megabytes(Measured m) {
        return number("%.1f", m.figure("gc.alloc.rate.norm") / (1 << 20));
    }

    private static TextTable steps(List<Row> rows) {
        TextTable table = new TextTable(
                2,
                "job",
                "precision",
                "smallnn us",
                "low..high",
                "EJML us",
                "low..high",
                "smallnn samples/s",
                "times as fast",
                "by best",
                "backends",
                "smallnn loss",
                "EJML loss",
                "B/step",
                "gc MB/s");
        for (Row r : rows) {
            Job job = Job.valueOf(r.contest().get("job"));
            table.add(
                    job + " " + job.describe(),
                    precision(r),
                    r.cell(Contest.SMALLNN, m -> number("%.3f", m.nanos() / 1e3)),
                    r.cell(Contest.SMALLNN, Report::spread),
                    r.cell(Contest.EJML, m -> number("%.3f", m.nanos() / 1e3)),
                    r.cell(Contest.EJML, Report::spread),
                    r.cell(Contest.SMALLNN, m -> number("%,.0f", job.batch() * 1e9 / m.nanos())),
                    r.ratio(Contest.EJML, Contest.SMALLNN),
                    r.bestRatio(Contest.EJML, Contest.SMALLNN),
                    r.cell(Contest.SMALLNN, m -> Backends.names((int) m.figure("backends"))),
                    r.cell(Contest.SMALLNN, m -> number("%.12g", m.figure("loss"))),
                    r.cell(Contest.EJML, m -> number("%.12g", m.figure("loss"))),
                    r.cell(Contest.SMALLNN, m -> number("%.0f", m.figure("bytes"))),
                    r.cell(Contest.SMALLNN, Report::gc));
        }
        return table;
    }

    private static TextTable overhead(List<Row> rows) {
        TextTable table = new TextTable(
                1,
                "precision",
                "smallnn ns",
                "low..high",
                "kernels ns",
                "low..high",
                "smallnn / kernels",
                "by best",
                "backend",
                "smallnn loss",
                "kernels loss",
                "B/step",
                "gc MB/s");
        for (Row r : rows) {
            table.add(
                    precision(r),
                    r.cell(Contest.SMALLNN, m -> number("%.1f", m.nanos())),
                    r.cell(Contest.SMALLNN, Report::spread),
                    r.cell(Contest.KERNELS, m -> number("%.1f", m.nanos())),
                    r.cell(Contest.KERNELS, Report::spread),
                    r.ratio(Contest.SMALLNN, Contest.KERNELS),
                    r.bestRatio(Contest.SMALLNN, Contest.KERNELS),
                    r.cell(Contest.SMALLNN, m -> Backends.names((int) m.figure("backends"))),
                    r.cell(Contest.SMALLNN, m -> number("%.12g", m.figure("loss"))),
                    r.cell(Contest.KERNELS, m -> number("%.12g", m.figure("loss"))),
                    r.cell(Contest.SMALLNN, m -> number("%.0f", m.figure("bytes"))),
                    r.cell(Contest.SMALLNN, Report::gc));
        }
        return table;
    }

    private static void disagreement(Row row, List<String> found) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Measured m : row.by().values()) {
            low = Math.min(low, m.figure("loss"));
            high = Math.max(high, m.figure("loss"));
        }
        double tolerance = precision(row).equals("double") ? DOUBLE_AGREEMENT : FLOAT_AGREEMENT;
        if (!(high - low <= tolerance * Math.abs(high))) {
            found.add(row.contest() + ": losses from " + low + " to " + high + " differ by more than " + tolerance);
        }
    }

    private static String precision(Row row) {
        return row.contest().get("precision").toLowerCase(Locale.ROOT);
    }

    private static String spread(Measured m) {
        return number("%.0f%%", 100 * (m.low() / m.nanos() - 1)) + ".."
                + number("%+.0f%%", 100 * (m.high() / m.nanos() - 1));
    }

    private static String gc(Measured m) {
        return number("%.3f", m.figure("gc.alloc.rate"));
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
