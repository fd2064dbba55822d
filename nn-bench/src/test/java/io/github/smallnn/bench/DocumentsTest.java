package io.github.smallnn.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** The pages that are made from results, and that those of the repository are what its results give. */
class DocumentsTest {
    private static final Path ROOT = Path.of("..");

    private static Documents small() throws Exception {
        return new Documents(List.of(Results.read(Path.of("src/test/resources/results/jdk17.json"))));
    }

    @Test
    void thePagesOfTheRepositoryAreWhatItsResultsGive() throws Exception {
        Documents documents = Documents.read(ROOT);
        String readme = Files.readString(ROOT.resolve("README.md"));
        assertThat(documents.readme(readme)).isEqualTo(readme);
        assertThat(Path.of("RESULTS.md")).hasContent(documents.page());
        if (!documents.results().isEmpty()) {
            assertThat(Path.of("results.svg")).hasContent(documents.chart());
        }
    }

    @Test
    void ratiosAreOfMedians() throws Exception {
        assertThat(new Summary(small().results()).markdown("c.svg"))
                .contains(
                        "![Times as fast as EJML](c.svg)",
                        "| times as fast as | EJML, JDK 17 | EJML, no flag, JDK 17 | OpenBLAS, JDK 17 |",
                        "| product 32x32x32 AB double | 20.00 | 4.00 | 1.25 |",
                        "| training step T2 double | 0.50 | - | - |",
                        "JDK 17 on 2025-01-31 (full, a machine)");
    }

    @Test
    void tablesShowRatesSharesAndWhatIsAbsent() throws Exception {
        assertThat(small().page())
                .contains(
                        "* JVM: a JVM",
                        "\n  1.20  7x8x9\n",
                        // 65,536 operations in 655.36 ns, half of the peak of 200 GFLOPS.
                        "| 32x32x32 | AB | double | 100.0 | 20.0 | 5.0 | 80.0 |",
                        "| 0.50 | vector |",
                        "| 64x64x64 | AB | double | - | 20.0 | 10.0 | absent |")
                .doesNotContain("DISAGREE");
    }

    @Test
    void plannedProductsAreSaidToBePlanned() throws Exception {
        Results old = small().results().get(0);
        assertThat(small().page()).doesNotContain("Kernels.plan");
        List<Measured> measured = new ArrayList<>(old.measured());
        Measured planned = old.measured().stream()
                .filter(m -> m.benchmark().equals("GemmBenchmark"))
                .findFirst()
                .orElseThrow();
        Map<String, String> parameters = new HashMap<>(planned.parameters());
        parameters.put("by", "smallnn-gemm portable");
        measured.add(new Measured(
                planned.benchmark(), parameters, 1310.72, 1310.72, 1310.72, planned.samples(), planned.figures()));
        assertThat(new Documents(List.of(new Results(old.header(), measured))).page())
                .contains(
                        "* Products: the library's are planned once (`Kernels.plan`)",
                        "| smallnn-gemm portable | ours / ejml |",
                        "| gemm portable / ejml |");
    }

    @Test
    void lossesAreListedWorstFirst() throws Exception {
        String page = small().page();
        String lost = page.substring(page.indexOf("### Where we lose, JDK 17"));
        assertThat(lost)
                .contains(
                        "With vectors: 1 of 3 comparisons.",
                        "| training step T2 double | smallnn | ejml | 0.50 |",
                        "Without a flag: 1 of 3 comparisons.",
                        "| product 32x32x32 AB double | smallnn portable | native | 0.25 |");
    }

    @Test
    void theChartIsXmlWithABarPerFigure() throws Exception {
        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(small().chart())));
        assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
        // The page, three in the legend, three bars of the product, one of the step.
        assertThat(svg.getElementsByTagName("rect").getLength()).isEqualTo(1 + 3 + 3 + 1);
        assertThat(small().chart()).contains("product 32x32x32 AB double", ">20.00<", ">0.50<");
    }

    @Test
    void reportRenewsThePagesOfAnyRoot(@TempDir Path root) throws Exception {
        Files.createDirectories(root.resolve("nn-bench/results"));
        Files.writeString(root.resolve("nn-bench/pom.xml"), "<project/>");
        Files.writeString(root.resolve("README.md"), "a\n" + Documents.BEGIN + "\nold\n" + Documents.END + "\nz\n");
        assertThat(SuiteCommand.run(List.of("report", "--root", root.toString())))
                .isZero();
        assertThat(root.resolve("README.md"))
                .hasContent("a\n" + Documents.BEGIN + "\nNot measured yet.\n" + Documents.END + "\nz\n");

        small().results().get(0).write(root.resolve("nn-bench/results/jdk17.json"));
        assertThat(SuiteCommand.run(List.of("report", "--root", root.toString())))
                .isZero();
        assertThat(root.resolve("nn-bench/RESULTS.md")).hasContent(small().page());
        assertThat(root.resolve("nn-bench/results.svg")).hasContent(small().chart());
        assertThat(Files.readString(root.resolve("README.md")))
                .startsWith("a\n")
                .endsWith("\nz\n")
                .contains("| product 32x32x32 AB double | 20.00 |");
    }

    @Test
    void wrongOptionsAndRootsAreRefused(@TempDir Path root) throws Exception {
        assertThat(SuiteCommand.run(List.of("report", "--root", root.toString())))
                .isEqualTo(2);
        assertThat(SuiteCommand.run(List.of("report", "--root", "..", "--slow")))
                .isEqualTo(2);
        assertThatThrownBy(() -> small().readme("no marks"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(Documents.BEGIN);
    }
}
