package io.github.smallnn.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks through sources for functions of which Java leaves the last bits open, so that they differ between machines. */
public final class ExactSources {
    private static final Pattern OPEN = Pattern.compile(
            "(?<!Strict)\\bMath\\s*(\\.|::)\\s*(sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|exp|expm1|log|log1p|log10|pow|cbrt)\\b"
                    + "|\\blanewise\\([^;]*VectorOperators\\.(SIN|COS|TAN|SINH|COSH|TANH|EXP|EXPM1|LOG|LOG1P|LOG10|POW|CBRT)\\b"
                    + "|\\.parallel(Stream)?\\(\\)");

    private ExactSources() {}

    /**
     * The lines of a module's main code that use such a function, or a sum in no fixed order.
     *
     * @return places and lines, seen from the module's folder, where Maven runs tests
     */
    public static List<String> inexactLines() {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                List<String> lines = Files.readAllLines(file);
                for (int i = 0; i < lines.size(); i++) {
                    if (isOpen(lines.get(i))) {
                        found.add(file + ":" + (i + 1) + ": " + lines.get(i).strip());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    static boolean isOpen(String line) {
        return OPEN.matcher(line).find();
    }
}
