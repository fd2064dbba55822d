package io.github.smallnn.suite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/** The golden cases that are left for later, one {@code file id} per line of {@code golden/later.txt}; # begins a comment. */
public final class Later {
    private Later() {}

    /**
     * The ids of one file.
     *
     * @param file name without its ending, such as {@code losses}
     * @return the ids left for later
     */
    public static Set<String> of(String file) {
        Set<String> ids = new LinkedHashSet<>();
        for (String line : text().lines().toList()) {
            if (line.startsWith("#")) {
                continue;
            }
            int space = line.indexOf(' ');
            if (space < 1) {
                throw new IllegalArgumentException("golden/later.txt: a line is 'file id', not '" + line + "'");
            }
            if (line.substring(0, space).equals(file) && !ids.add(line.substring(space + 1))) {
                throw new IllegalArgumentException("golden/later.txt has the line '" + line + "' twice");
            }
        }
        return ids;
    }

    private static String text() {
        try (InputStream in = Later.class.getResourceAsStream("/golden/later.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
