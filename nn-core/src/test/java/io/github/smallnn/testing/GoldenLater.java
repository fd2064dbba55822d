package io.github.smallnn.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

/**
 * The golden cases that a module leaves for later, from its file {@code /golden/later.txt}: one {@code file id} per line,
 * such as {@code layers ELU/alpha_0.5}; empty lines and lines that begin with # are skipped.
 */
public final class GoldenLater {
    private GoldenLater() {}

    /**
     * The ids left for later of one golden file.
     *
     * @param file name of the golden file without its ending
     * @return the ids
     */
    public static Set<String> of(String file) {
        Set<String> ids = new TreeSet<>();
        for (String line : text().lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#") && line.startsWith(file + " ")) {
                ids.add(line.substring(file.length() + 1));
            }
        }
        return ids;
    }

    private static String text() {
        try (InputStream in = GoldenLater.class.getResourceAsStream("/golden/later.txt")) {
            if (in == null) {
                throw new IllegalStateException("no resource /golden/later.txt in this module");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
