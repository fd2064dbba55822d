package io.github.smallnn.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tables of the catalogue: committed, and held equal to what a registry gives. */
public final class Catalogue {
    private static final Path FOLDER = Path.of("..", "docs", "catalogue");

    private Catalogue() {}

    /**
     * Compares a committed page with the one of a registry; with {@code -Dcatalogue=write} it is rewritten first.
     *
     * @param file name of the page
     * @param test name of the test that writes it
     * @param intro title and text above the table
     * @param rows name, formula, defaults, PyTorch, Keras, scikit-learn, differs
     */
    public static void check(String file, String test, String intro, List<List<String>> rows) {
        Path page = FOLDER.resolve(file);
        String text = intro + "\n\n" + table(rows);
        try {
            if ("write".equals(System.getProperty("catalogue"))) {
                Files.createDirectories(FOLDER);
                Files.writeString(page, text);
            }
            assertThat(Files.readString(page))
                    .as(
                            "%s: run mvn test -pl nn-optim -am -Dtest=%s -Dsurefire.failIfNoSpecifiedTests=false"
                                    + " -Dcatalogue=write",
                            page, test)
                    .isEqualTo(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String table(List<List<String>> rows) {
        StringBuilder s = new StringBuilder(
                        "| name | formula | defaults | PyTorch | Keras | scikit-learn | differs |\n")
                .append("| --- | --- | --- | --- | --- | --- | --- |\n");
        for (List<String> cells : rows) {
            assertThat(cells).hasSize(7).noneMatch(c -> c.contains("\n"));
            assertThat(cells.get(1)).as("formula of %s", cells.get(0)).isNotBlank();
            s.append("| ")
                    .append(code(cells.get(0)))
                    .append(" | ")
                    .append(plain(cells.get(1)))
                    .append(" | ")
                    .append(plain(cells.get(2)));
            for (int i = 3; i < 6; i++) {
                s.append(" | ").append(code(cells.get(i)));
            }
            s.append(" | ").append(plain(cells.get(6))).append(" |\n");
        }
        return s.toString();
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }

    private static String plain(String text) {
        return text.replace("|", "\\|").replace("*", "\\*").replace("<", "&lt;");
    }
}
