package io.github.smallnn.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The suite end to end, with a plan of moments. */
class SuiteTest {
    private static final Lengths MOMENT = new Lengths(0, 10, 2, 10);
    private static final Shapes TINY = new Shapes(List.of("5x1x7", "16x16x16"), List.of(), List.of("5x1x7"));
    private static final List<String> NO_NATIVE = List.of("-Ddev.ludovic.netlib.blas.allowNative=false");

    private static Phase products(List<String> flags, String by) {
        return Phase.of(by, flags, 1, 1, TINY.runs(MOMENT, MOMENT, "DOUBLE", by));
    }

    @Test
    void phasesBecomeOneFileOfResultsAndAFailureIsKept(@TempDir Path folder) throws Exception {
        Phase broken = Phase.of("broken", Phase.PLAIN, 1, 1, List.of(List.of("-f", "0", "-v", "SILENT", "Peak")));
        Plan plan = new Plan(
                List.of(
                        products(Phase.VECTOR, "smallnn"),
                        products(Phase.PLAIN, "smallnn"),
                        products(Phase.PLAIN, "smallnn"),
                        broken,
                        products(NO_NATIVE, "native")),
                List.of());
        Results results = new Suite(plan, "moment", folder).run();

        Path file = folder.resolve("results/jdk.json");
        results.write(file);
        assertThat(Results.read(file)).isEqualTo(results);
        Results.Header header = results.header();
        assertThat(header.failed()).containsExactly("broken");
        assertThat(header.jdk()).isEqualTo(Runtime.version().feature());
        assertThat(header.backends().get(0)).contains("matrix products of smallnn");

        List<Row> rows = Row.of(results.measured(), GemmBenchmark.class);
        assertThat(rows).hasSize(3).allSatisfy(row -> {
            assertThat(row.by()).containsOnlyKeys("smallnn", "smallnn portable", "native");
            assertThat(row.ran()).containsExactly("smallnn", "smallnn portable");
            assertThat(row.by().get("smallnn").samples()).isEqualTo(2);
            assertThat(row.by().get("smallnn portable").samples()).isEqualTo(4);
            assertThat(row.ratio("native", "smallnn")).isEqualTo("absent");
            assertThat(row.by().get("smallnn").figure("error")).isBetween(0.0, 1.0);
            assertThat(row.by().get("smallnn").figures()).containsKey("gc.alloc.rate");
        });
        assertThat(new Documents(List.of(results)).page()).contains("**Failed: broken**", "| absent |");
    }

    @Test
    void aPartReplacesItsRowsAndTheHeaderSaysSo(@TempDir Path folder) throws Exception {
        Plan all = new Plan(List.of(products(Phase.PLAIN, "smallnn"), products(Phase.PLAIN, "ejml")), List.of());
        Results whole = new Suite(all, "moment", folder).run();
        Plan some = all.only(Pattern.compile("^e.ml"));
        assertThat(some.phases()).extracting(Phase::name).containsExactly("ejml");
        Results part = new Suite(some, "moment", folder).run();

        Results renewed = whole.renewed(part, "ejml");
        assertThat(renewed.measured()).hasSameSizeAs(whole.measured());
        for (int i = 0; i < renewed.measured().size(); i++) {
            Measured old = whole.measured().get(i);
            Measured now = renewed.measured().get(i);
            assertThat(now.parameters()).isEqualTo(old.parameters());
            assertThat(part.measured().contains(now))
                    .isEqualTo(old.parameter("by").equals("ejml"));
        }
        assertThat(renewed.header().again())
                .singleElement(InstanceOfAssertFactories.STRING)
                .startsWith("ejml, " + part.header().date());
        assertThat(new Documents(List.of(renewed)).page()).contains("* Measured again by itself: ejml, ");
    }

    @Test
    void aPhaseThatFailedIsNoLongerNamedWhenItHasRun(@TempDir Path folder) throws Exception {
        Phase broken = Phase.of("ejml", Phase.PLAIN, 1, 1, List.of(List.of("-f", "0", "-v", "SILENT", "Peak")));
        Plan both = new Plan(List.of(products(Phase.PLAIN, "smallnn"), broken), List.of());
        Results whole = new Suite(both, "moment", folder).run();
        assertThat(whole.header().failed()).containsExactly("ejml");
        Plan mended = new Plan(List.of(products(Phase.PLAIN, "ejml")), List.of());

        Results renewed = whole.renewed(new Suite(mended, "moment", folder).run(), "ejml");
        assertThat(renewed.header().failed()).isEmpty();
        assertThat(renewed.measured()).hasSize(2 * whole.measured().size());
    }

    @Test
    void aPartThatDoesNotExistIsRefusedBeforeAnythingRuns(@TempDir Path root) throws Exception {
        Files.createDirectories(root.resolve("nn-bench"));
        Files.writeString(root.resolve("nn-bench/pom.xml"), "<project/>");
        List<String> unknown = List.of("suite", "--only", "no such phase", "--root", root.toString());
        assertThat(SuiteCommand.run(unknown)).isEqualTo(2);
        List<String> noExpression = List.of("suite", "--only", "[T1", "--root", root.toString());
        assertThat(SuiteCommand.run(noExpression)).isEqualTo(2);
        List<String> noResults = List.of("suite", "--only", "peak", "--root", root.toString());
        assertThat(SuiteCommand.run(noResults)).isEqualTo(2);
        assertThat(root.resolve("nn-bench/target")).doesNotExist();
    }
}
