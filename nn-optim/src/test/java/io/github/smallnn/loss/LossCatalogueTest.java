package io.github.smallnn.loss;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smallnn.loss.LossRegistry.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * The committed table of losses is what the registry gives; {@code -Dcatalogue=write} rewrites it instead of comparing.
 */
class LossCatalogueTest {
    private static final Path FILE = Path.of("..", "docs", "catalogue", "losses.md");

    @Test
    void theCommittedTableIsTheRegistrys() throws IOException {
        String table = table();
        if ("write".equals(System.getProperty("catalogue"))) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, table);
        }
        assertThat(Files.readString(FILE))
                .as(
                        "%s: run mvn test -pl nn-optim -am -Dtest=LossCatalogueTest -Dsurefire.failIfNoSpecifiedTests=false"
                                + " -Dcatalogue=write",
                        FILE)
                .isEqualTo(table);
    }

    private static String table() {
        StringBuilder s = new StringBuilder("# Losses\n\n")
                .append(
                        "Written by `LossCatalogueTest` from `LossRegistry`. x is the prediction, t the target. Conventions are")
                .append(
                        " PyTorch's: the mean over all values, the sum and the mean over rows by `reduced(...)`, nothing")
                .append(
                        " broadcast. Settings marked *(example)* have to be chosen. Losses of several heads are added up by")
                .append(" `Losses.heads`, penalties on parameters are in `WeightPenalty`.\n\n")
                .append(
                        "| name | formula | prediction | target | defaults | PyTorch | Keras | scikit-learn | differs from |\n")
                .append("| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
        for (Entry e : LossRegistry.all()) {
            s.append("| ")
                    .append(String.join(" | ", cells(e)).replace("*", "\\*"))
                    .append(" |\n");
        }
        return s.toString();
    }

    private static List<String> cells(Entry e) {
        return List.of(
                "`" + e.name() + "`",
                e.formula(),
                words(e.prediction()),
                words(e.target()),
                e.defaults(),
                code(e.torch()),
                code(e.keras()),
                code(e.sklearn()),
                e.differs());
    }

    private static String words(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String code(String name) {
        return name.isEmpty() || name.contains(" ") ? name : "`" + name + "`";
    }

    @Test
    void noCellBreaksTheTable() {
        for (Entry e : LossRegistry.all()) {
            assertThat(cells(e)).as(e.name()).noneMatch(cell -> cell.contains("|") || cell.contains("\n"));
            assertThat(e.formula()).as(e.name()).isNotEmpty();
            assertThat(e.torch() + e.keras() + e.sklearn()).as(e.name()).isNotEmpty();
        }
    }
}
