package io.github.smallnn.bench;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smallnn.bench.work.Product;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What the suite would run, without running it. */
class PlanTest {

    static Stream<Plan> plans() {
        return Stream.of(Plan.full(), Plan.quick());
    }

    @ParameterizedTest
    @MethodSource("plans")
    void everyPhaseHoldsOpenBlasToOneThreadAndHasOptionsThatJmhTakes(Plan plan) throws Exception {
        for (Phase phase : plan.phases()) {
            assertThat(phase.environment()).as(phase.name()).containsKey("OPENBLAS_NUM_THREADS");
            assertThat(phase.runs()).as(phase.name()).isNotEmpty();
            for (List<String> run : phase.runs()) {
                List<String> ofJmh = run.get(0).equals("warm-up") ? run.subList(1, run.size()) : run;
                CommandLineOptions options = new CommandLineOptions(ofJmh.toArray(new String[0]));
                assertThat(options.getIncludes()).as("%s", run).hasSize(1);
                Class.forName("io.github.smallnn.bench." + options.getIncludes().get(0));
            }
        }
        assertThat(plan.phases().stream()
                        .filter(p -> p.name().startsWith("products"))
                        .map(Phase::environment))
                .allSatisfy(e -> assertThat(e).containsEntry("OPENBLAS_NUM_THREADS", "1"));
    }

    @Test
    void theFullRunKeepsToItsTimeAndTheQuickOneToFiveMinutes() {
        assertThat(Plan.full().seconds()).isBetween(600, 55 * 60);
        assertThat(Plan.quick().seconds()).isLessThan(5 * 60);
    }

    @Test
    void fiveJvmsOfVectorsAndOfNativeInTurn() {
        for (String precision : List.of("DOUBLE", "FLOAT")) {
            List<String> by = Plan.full().phases().stream()
                    .filter(p -> p.name().startsWith("products, " + precision))
                    .filter(p -> p.name().endsWith("native") || p.name().endsWith("smallnn with vectors"))
                    .map(p -> p.flags().equals(Phase.VECTOR) ? "vectors" : "native")
                    .toList();
            assertThat(by).hasSize(2 * Plan.FORKS);
            for (int i = 0; i < by.size(); i++) {
                assertThat(by.get(i)).isEqualTo(i % 2 == 0 ? "vectors" : "native");
            }
        }
    }

    @Test
    void narrowProductsOfBothKernelsTakeTurnsWithThoseOfEjml() {
        for (String precision : List.of("DOUBLE", "FLOAT")) {
            List<String> by = Plan.full().phases().stream()
                    .filter(p -> p.name().startsWith("products, " + precision) && slim(p))
                    .map(Phase::name)
                    .filter(name -> name.contains("smallnn") || name.contains("ejml"))
                    .map(name -> name.substring(name.indexOf(precision) + precision.length() + 2))
                    .toList();
            List<String> round = List.of("smallnn with vectors", "smallnn", "ejml");
            assertThat(by)
                    .isEqualTo(Collections.nCopies(Plan.ROUNDS, round).stream()
                            .flatMap(List::stream)
                            .toList());
        }
    }

    private static boolean slim(Phase phase) {
        return phase.runs().stream().flatMap(List::stream).anyMatch(o -> o.contains("16x16x16"))
                && phase.runs().stream().flatMap(List::stream).anyMatch(o -> o.contains("32x1x64"));
    }

    @Test
    void stepsOfBothKernelsTakeTurnsWithThoseOfEjml() {
        for (String jobs : List.of("job=T1,T2,T3,T4", "job=T5")) {
            for (String kernel : List.of("with vectors", "without a flag")) {
                List<String> by = Plan.full().phases().stream()
                        .map(Phase::name)
                        .filter(name -> name.startsWith("training steps, " + jobs))
                        .filter(name -> name.contains("ejml") || name.contains("smallnn") && name.endsWith(kernel))
                        .map(name -> name.contains("ejml") ? "ejml" : "smallnn")
                        .toList();
                assertThat(by.stream().filter("ejml"::equals)).hasSize(Plan.ROUNDS);
                assertThat(by).as("%s %s", jobs, kernel).startsWith("smallnn").endsWith("ejml");
                assertThat(String.join(" ", by)).doesNotContain("ejml ejml");
            }
        }
    }

    @Test
    void onlyItsOwnProductsMeetTwoThreadsOfOpenBlas() {
        for (Phase phase : Plan.full().phases()) {
            boolean two = phase.runs().stream().anyMatch(r -> r.contains("by=blas-products-2"));
            assertThat(phase.environment()).as(phase.name()).containsEntry("OPENBLAS_NUM_THREADS", two ? "2" : "1");
        }
    }

    @Test
    void oneThreadAndTwoTakeTurnsInOneJvm() {
        for (Phase phase : turns()) {
            List<String> by = phase.runs().stream()
                    .map(r -> r.stream()
                            .filter(o -> o.startsWith("by="))
                            .findFirst()
                            .orElseThrow())
                    .toList();
            for (int i = 0; i < by.size(); i += 2) {
                assertThat(by.subList(i, i + 2)).containsExactlyInAnyOrder("by=smallnn-1", "by=smallnn-2");
            }
            assertThat(phase.runs()).allSatisfy(run -> assertThat(run).containsSequence("-f", "0"));
            // Of the first job: a turn that does not count, then three in which the two change places.
            assertThat(by.subList(0, 8).toString().replace("by=smallnn-", "")).isEqualTo("[1, 2, 1, 2, 2, 1, 1, 2]");
        }
    }

    @Test
    void oneThreadAndTwoTakeTurnsInEveryJobPrecisionAndKernel() {
        for (String precision : List.of("DOUBLE", "FLOAT")) {
            for (List<String> flags : List.of(Phase.PLAIN, Phase.VECTOR)) {
                for (String job : List.of("T1", "T2", "T3", "T4", "T5")) {
                    int jvms = flags.equals(Phase.VECTOR) ? Plan.ROUNDS : 1;
                    assertThat(turns().stream()
                                    .filter(p -> p.flags().equals(flags))
                                    .flatMap(p -> p.runs().stream())
                                    .filter(r -> r.contains("job=" + job) && r.contains("precision=" + precision))
                                    .filter(r -> !r.get(0).equals("warm-up")))
                            .as("%s %s %s", job, precision, flags)
                            .hasSize(jvms * (job.equals("T5") ? 2 : 6));
                }
            }
        }
    }

    @Test
    void theSharedJobsTakeTurnsWithTwoThreadsOfOpenBlas() {
        List<Phase> all = Plan.full().phases();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).name().contains("[T4, T5]")) {
                assertThat(all.get(i - 1).runs())
                        .singleElement(as(InstanceOfAssertFactories.LIST))
                        .contains("job=T4,T5", "by=blas-products-2");
            }
        }
    }

    private static List<Phase> turns() {
        return Plan.full().phases().stream()
                .filter(p -> p.name().startsWith("one thread and two"))
                .toList();
    }

    @Test
    void everyBenchmarkIsInTheFullPlan() {
        Set<String> run = new TreeSet<>();
        Plan.full().phases().forEach(p -> p.runs().forEach(r -> run.add(r.get(r.size() - 1))));
        Set<String> listed = new TreeSet<>();
        for (BenchmarkListEntry entry : BenchmarkList.defaultList()
                .getAll(OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT), List.of())) {
            String[] names = entry.getUsername().split("\\.");
            listed.add(names[names.length - 2]);
        }
        assertThat(run).isEqualTo(listed);
    }

    @Test
    void everyContestantMeetsTheSizesOfTheFirstForm() {
        for (String by : List.of("smallnn", "ejml", "ojalgo", "netlib-java", "netlib-vector", "native")) {
            assertThat(Plan.full().phases())
                    .as(by)
                    .anySatisfy(phase -> assertThat(phase.runs())
                            .anySatisfy(run -> assertThat(run)
                                    .contains("by=" + by, "form=AB")
                                    .anyMatch(o -> o.startsWith("size=") && o.contains("1024x1024x1024"))));
        }
    }

    @Test
    void layersGiveThreeProductsEachButTheFirstTwo() {
        Shapes layers = Shapes.layers();
        assertThat(layers.ab()).contains("1x2x2", "32x64x64", "128x10x128");
        assertThat(layers.atb()).contains("784x128x128", "64x1x32");
        assertThat(layers.abt()).contains("128x128x10", "16x8x1").doesNotContain("128x784x128");
        Shapes both = layers.and(Shapes.BLAS);
        assertThat(both.of(Product.Form.AB)).doesNotHaveDuplicates().containsAll(Shapes.BLAS.ab());
        assertThat(both.count()).isLessThan(layers.count() + Shapes.BLAS.count());
    }

    @Test
    void narrowProductsThatAreHeldAgainstEachOtherWarmUpLonger() {
        assertThat(Shapes.NARROW.narrow().ab()).contains("1x64x64", "128x10x128");
        assertThat(Shapes.BLAS.narrow().count()).isZero();
        assertThat(Shapes.NARROW.narrow().and(Shapes.NARROW.wide()).count()).isEqualTo(Shapes.NARROW.count());
        for (String by : List.of("by=smallnn", "by=ejml")) {
            assertThat(Plan.full().phases().stream().flatMap(p -> p.runs().stream()))
                    .as(by)
                    .filteredOn(run -> run.contains(by) && run.stream().anyMatch(o -> o.contains("32x1x64")))
                    .isNotEmpty()
                    .allSatisfy(run -> assertThat(run).containsSequence("-wi", "8", "-w", "50ms"));
        }
    }

    @Test
    void tinyProductsAreAlsoCalledWithAllTheirOperands() {
        assertThat(Shapes.TINY.ab()).containsExactly("1x2x2", "1x1x2", "16x8x2", "16x1x8");
        assertThat(Plan.full().phases().stream().flatMap(p -> p.runs().stream()))
                .anySatisfy(run -> assertThat(run).contains("by=smallnn-gemm", "size=2x2x1,2x1x1,2x8x16,8x1x16"));
    }

    @Test
    void aCommandPutsFlagsBeforeTheClassAndRunsBehindIt() {
        Phase phase = Phase.of("x", Phase.VECTOR, 2, 1, List.of(List.of("-f", "0", "Gemm"), List.of("Peak")));
        List<String> command = phase.command("out.json");
        assertThat(command.indexOf(Phase.VECTOR.get(0)))
                .isPositive()
                .isLessThan(command.indexOf(PhaseMain.class.getName()));
        assertThat(phase.environment()).containsEntry("OPENBLAS_NUM_THREADS", "2");
        List<String> rest = command.subList(command.indexOf(PhaseMain.class.getName()) + 1, command.size());
        assertThat(rest).containsExactly("out.json", "++", "-f", "0", "Gemm", "++", "Peak");
        assertThat(Shapes.BLAS.runs(new Lengths(1, 1, 1, 1), new Lengths(2, 1, 1, 1), "FLOAT", "ejml"))
                .as("one that does not count, one per form")
                .hasSize(4)
                .filteredOn(r -> r.get(0).equals("warm-up"))
                .hasSize(1);
        assertThat(PhaseMain.runs(rest.toArray(new String[0]))).isEqualTo(phase.runs());
    }
}
