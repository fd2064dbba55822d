package io.github.smallnn.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Committed fingerprints of results: {@code /fingerprints/NAME.txt} on the test class path, one line {@code HASH  ID} for
 * each result. A result must have its committed hash on every Java version, with every kernel and at every vector width.
 *
 * <p>{@code -Dfingerprints=write} writes the file anew instead of comparing, into {@code src/test/resources} of the module
 * whose tests run. Confined to one thread.
 */
public final class Fingerprints {
    private static final boolean WRITE = "write".equals(System.getProperty("fingerprints"));
    private static final String SEPARATOR = "  ";

    private final String file;
    private final Map<String, String> committed;
    private final Map<String, String> found = new LinkedHashMap<>();

    private Fingerprints(String file, Map<String, String> committed) {
        this.file = file;
        this.committed = committed;
    }

    /**
     * Reads {@code /fingerprints/NAME.txt}.
     *
     * @param name the file's name without its ending
     * @return the file
     * @throws IllegalArgumentException if there is no such file and it is not about to be written
     */
    public static Fingerprints read(String name) {
        String file = name + ".txt";
        return new Fingerprints(file, WRITE ? Map.of() : parse(file));
    }

    /**
     * Compares a result with the committed one.
     *
     * @param id what the result is of, unique in the file
     * @param hash its fingerprint
     * @throws AssertionError if it has another committed fingerprint, or none
     */
    public void assertEqual(String id, String hash) {
        if (found.put(id, hash) != null) {
            throw new IllegalArgumentException("fingerprints/" + file + ": two results are called " + id);
        }
        if (!WRITE && !hash.equals(committed.get(id))) {
            throw new AssertionError("fingerprints/" + file + ": " + id + " has " + hash + ", committed is "
                    + Objects.requireNonNullElse(committed.get(id), "none") + "; if the result was meant to change, see"
                    + " 'Fingerprints' in CONTRIBUTING.md");
        }
    }

    /**
     * Prints one line such as {@code fingerprints training.txt: 70 of 70 compared} and what ran, after the last result.
     *
     * @throws AssertionError if a committed fingerprint was not compared with anything
     */
    public void assertAllCompared() {
        if (WRITE) {
            write();
            return;
        }
        System.out.println("fingerprints " + file + ": " + found.size() + " of " + committed.size() + " compared ("
                + Running.on() + ")");
        Set<String> left = new TreeSet<>(committed.keySet());
        left.removeAll(found.keySet());
        if (!left.isEmpty()) {
            throw new AssertionError("fingerprints/" + file + ": committed but not computed: " + left);
        }
    }

    private void write() {
        StringBuilder text = new StringBuilder();
        found.forEach(
                (id, hash) -> text.append(hash).append(SEPARATOR).append(id).append('\n'));
        Path path = Path.of("src", "test", "resources", "fingerprints", file);
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path, e);
        }
        System.out.println("fingerprints " + file + ": " + found.size() + " written");
    }

    private static Map<String, String> parse(String file) {
        Map<String, String> lines = new LinkedHashMap<>();
        try (InputStream in = Fingerprints.class.getResourceAsStream("/fingerprints/" + file)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource /fingerprints/" + file);
            }
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                int cut = line.indexOf(SEPARATOR);
                lines.put(line.substring(cut + SEPARATOR.length()), line.substring(0, cut));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read /fingerprints/" + file, e);
        }
        return lines;
    }
}
