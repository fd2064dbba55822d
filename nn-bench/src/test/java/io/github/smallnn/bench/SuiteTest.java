package io.github.smallnn.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
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
}
