package io.github.smallnn.layer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smallnn.layer.LayerRegistry.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The committed table of layers is what the registry gives; {@code -Dcatalogue=write} rewrites it instead of comparing.
 */
class LayerCatalogueTest {
    private static final Path FILE = Path.of("..", "docs", "catalogue", "layers.md");

    @Test
    void theCommittedTableIsTheRegistrys() throws IOException {
        String table = table();
        if ("write".equals(System.getProperty("catalogue"))) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, table);
        }
        assertThat(Files.readString(FILE))
                .as(
                        "%s: run mvn test -pl nn-core -am -Dtest=LayerCatalogueTest -Dsurefire.failIfNoSpecifiedTests=false"
                                + " -Dcatalogue=write",
                        FILE)
                .isEqualTo(table);
    }

    private static String table() {
        StringBuilder s = new StringBuilder("# Layers\n\n")
                .append(
                        "Written by `LayerCatalogueTest` from `LayerRegistry`. Conventions are PyTorch's. Settings marked")
                .append(" *(example)* have to be chosen; a layer without them can be used by its name alone.\n\n")
                .append("| name | formula | defaults | PyTorch | Keras | scikit-learn | differs from |\n")
                .append("| --- | --- | --- | --- | --- | --- | --- |\n");
        for (Entry e : LayerRegistry.all()) {
            List<String> cells = List.of(
                    "`" + e.name() + "`",
                    e.formula(),
                    e.defaults(),
                    code(e.torch()),
                    code(e.keras()),
                    e.sklearn(),
                    e.differs());
            s.append("| ").append(String.join(" | ", cells).replace("*", "\\*")).append(" |\n");
        }
        return s.toString();
    }

    private static String code(String name) {
        return name.isEmpty() ? "" : "`" + name + "`";
    }

    @Test
    void noCellBreaksTheTable() {
        for (Entry e : LayerRegistry.all()) {
            assertThat(List.of(e.name(), e.formula(), e.defaults(), e.torch(), e.keras(), e.sklearn(), e.differs()))
                    .as(e.name())
                    .noneMatch(cell -> cell.contains("|") || cell.contains("\n"));
            assertThat(e.formula()).as(e.name()).isNotEmpty();
            assertThat(e.torch() + e.keras()).as(e.name()).isNotEmpty();
        }
    }
}
