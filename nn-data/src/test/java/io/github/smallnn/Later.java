package io.github.smallnn;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smallnn.testing.GoldenCase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The list of golden cases and figures that are not run yet, {@code golden/later.txt}. */
public final class Later {
    private static final List<String[]> LINES = read();

    private Later() {}

    private static List<String[]> read() {
        try (InputStream in = Later.class.getResourceAsStream("/golden/later.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ids of the cases of a file that are left for later. */
    public static Set<String> cases(String file) {
        Set<String> ids = new TreeSet<>();
        LINES.stream().filter(w -> w.length == 2 && w[0].equals(file)).forEach(w -> ids.add(w[1]));
        return ids;
    }

    /** Holds that every expected figure of a case is either checked by the test or listed for later, and not both. */
    public static void requireAllFigures(GoldenCase c, Set<String> checked) {
        Set<String> listed = new TreeSet<>();
        LINES.stream()
                .filter(w -> w.length == 3 && w[0].equals(c.file()))
                .filter(w -> w[1].equals(c.get("kind").asText()))
                .forEach(w -> listed.add(w[2]));
        assertThat(listed).as("figures listed for later in %s", c.file()).doesNotContainAnyElementsOf(checked);
        Set<String> open = new TreeSet<>(c.get("expected").names());
        open.removeAll(checked);
        open.removeAll(listed);
        assertThat(open)
                .as("%s %s: figures neither checked nor listed", c.file(), c.id())
                .isEmpty();
    }
}
