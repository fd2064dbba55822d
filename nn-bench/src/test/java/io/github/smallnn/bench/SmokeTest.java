package io.github.smallnn.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smallnn.bench.work.ElementJob;
import io.github.smallnn.bench.work.Job;
import io.github.smallnn.bench.work.PredictJob;
import io.github.smallnn.bench.work.TallProblem;
import io.github.smallnn.linear.LinearSolver;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Every benchmark runs, in this JVM and for a moment, with small products; its checks have run and the tables show it. */
class SmokeTest {
    // The larger jobs take long to check, see ContestTest.
    private static final List<Job> JOBS = List.of(Job.T1, Job.T2, Job.T3);
    private static final int SIZES = 2;
    private static final List<ElementJob> FUNCTIONS = List.of(ElementJob.EXP, ElementJob.SOFTMAX, ElementJob.ADAM);

    private static Collection<RunResult> results;

    @BeforeAll
    static void runEverything() throws Exception {
        String line = "-f 0 -wi 0 -i 1 -r 10ms -v SILENT -p size=32x64x10,5x1x7"
                + " -p tall=900x5,40x3 -p job=T1,T2,T3 -p function=EXP,SOFTMAX,ADAM -e Peak";
        results = run(line);
    }

    private static Collection<RunResult> run(String line) throws Exception {
        return new Runner(BenchMain.options(new CommandLineOptions(line.split(" ")), false, false)).run();
    }

    @Test
    void everyBenchmarkOfTheListHasResults() {
        Set<String> listed = BenchmarkList.defaultList()
                .getAll(OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT), List.of())
                .stream()
                .map(BenchmarkListEntry::getUsername)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> ran =
                results.stream().map(r -> r.getParams().getBenchmark()).collect(Collectors.toCollection(TreeSet::new));
        // The peak needs a JVM with a flag, see BenchMainTest.
        assertThat(listed).hasSize(7);
        listed.removeIf(b -> b.contains("Peak"));
        assertThat(ran).isEqualTo(listed);
        assertThat(results)
                .hasSize(SIZES * 3 * 2 * 7 + JOBS.size() * 2 * 7 + 2 * 3 + 2 * 3 + 2 * 2 * 4 + FUNCTIONS.size() * 2 * 2)
                .allSatisfy(r -> assertThat(r.getPrimaryResult().getScore())
                        .as(r.getParams().id())
                        .isPositive());
    }

    @Test
    void everyResultCarriesItsProof() {
        for (RunResult r : results) {
            Measured m = Measured.of(r);
            String what = r.getParams().id();
            if (m.benchmark().equals(LeastSquaresBenchmark.class.getSimpleName())) {
                requireProofOfFit(m, what);
                continue;
            }
            if (m.benchmark().equals(GemmBenchmark.class.getSimpleName()) || Contest.isProducts(m.parameter("by"))) {
                assertThat(m.figure("error")).as(what).isBetween(0.0, 1.0);
            } else {
                String proof = m.figures().containsKey("loss") ? "loss" : "checksum";
                assertThat(m.figure(proof)).as(what).isFinite().isNotZero();
                boolean counted = m.figure("bytes") >= 0;
                assertThat(counted || !library(m.parameter("by"))).as(what).isTrue();
                assertThat(Math.max(0, m.figure("bytes"))).as(what).isZero();
            }
            if (m.benchmark().equals(ElementwiseBenchmark.class.getSimpleName())) {
                continue;
            }
            String backends = Backends.names((int) m.figure("backends"));
            assertThat(backends).as(what).matches(library(m.parameter("by")) ? "fixed|direct|portable|.+\\+.+" : "-");
        }
    }

    private static boolean library(String by) {
        return Contest.isOurs(by) || by.equals(Contest.KERNELS) || by.equals(Contest.CHAIN);
    }

    private static void requireProofOfFit(Measured m, String what) {
        assertThat(m.figure("error")).as(what).isBetween(0.0, TallProblem.TOLERANCE);
        int path = (int) m.figure("path");
        if (m.parameter("by").equals(Contest.SMALLNN)) {
            assertThat(LinearSolver.values()[path])
                    .as(what)
                    .isEqualTo(m.parameter("tall").equals("900x5") ? LinearSolver.NORMAL : LinearSolver.QR);
        } else {
            assertThat(path).as(what).isEqualTo(-1);
        }
    }

    @Test
    void theReportHasALineForEveryContest() {
        Report report = Report.of(results);
        System.out.println(report.text());
        assertThat(report.agreed()).as(report.text()).isTrue();
        assertThat(report.text().lines().filter(l -> l.matches("\\d+x\\d+x\\d+ .*")))
                .hasSize(SIZES * 3 * 2);
        assertThat(report.text().lines().filter(l -> l.matches("\\d+x\\d+ .*"))).hasSize(2);
        for (Job job : JOBS) {
            assertThat(report.text().lines().filter(l -> l.startsWith(job + " ")))
                    .as("a table of steps, and one of threads")
                    .hasSize(2 * 2);
        }
        for (PredictJob job : PredictJob.values()) {
            assertThat(report.text().lines().filter(l -> l.startsWith(job + " ")))
                    .hasSize(2 * 4);
        }
        for (ElementJob job : FUNCTIONS) {
            assertThat(report.text().lines().filter(l -> l.startsWith(job + " ")))
                    .hasSize(2);
        }
        assertThat(report.text())
                .contains(
                        "machine: ",
                        "jvm: ",
                        "flags: ",
                        "smallnn / kernels",
                        io.github.smallnn.kernel.Backends.report());
    }

    @Test
    void aFailingBenchmarkFailsTheRun() {
        assertThatThrownBy(() ->
                        run("-f 0 -wi 0 -i 1 -r 10ms -v SILENT -p job=T2 -p precision=DOUBLE -p by=kernels Train"))
                .isInstanceOf(RunnerException.class);
    }
}
