package io.github.smallnn.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A class of double loops and its float twin, which is made from it by text substitution.
 *
 * <p>The rules, in the order in which they apply to a line:
 *
 * <ol>
 *   <li>A line {@code // float: CODE} vanishes and makes the next line read {@code CODE} (same indentation);
 *       {@code // float: same} keeps the next line as it is.
 *   <li>{@code double} becomes {@code float}, except before one of the names in {@code wide}: scalars travel as double.
 *   <li>{@code Double}, {@code DOUBLE}, {@code doubles}, {@code DMatrixRMaj} and {@code dgemm} become {@code Float},
 *       {@code FLOAT}, {@code floats}, {@code FMatrixRMaj} and {@code sgemm}.
 *   <li>Outside comments a literal such as {@code 0.5} becomes {@code 0.5f}.
 * </ol>
 *
 * @param module folder of the module that holds both classes
 * @param source the double class, as a path below {@code src/main/java/io/github/smallnn}
 * @param wide names of parameters, variables and methods of the source whose type stays {@code double}
 */
public record Twin(String module, String source, Set<String> wide) {

    private static final Path ROOT = Path.of("src", "main", "java", "io", "github", "smallnn");
    private static final Pattern PRAGMA = Pattern.compile("( *)// float: (.*)");
    private static final Pattern COMMENT = Pattern.compile(" *(//|/?\\*).*");
    private static final Pattern LITERAL = Pattern.compile("\\b(\\d+\\.\\d+(?:[eE]-?\\d+)?)(?![\\w.])");

    /**
     * A twin of a double class.
     *
     * @param module folder of the module
     * @param source path of the double class
     * @param wide names whose type stays double
     */
    public Twin {
        if (!source.matches("(\\w+/)+Double\\w+\\.java")) {
            throw new IllegalArgumentException("a twin's source is named like kernel/DoubleX.java, not " + source);
        }
        wide = Set.copyOf(wide);
    }

    /**
     * The file of the twin, seen from the folder of its module, where Maven runs tests.
     *
     * @return a relative path
     */
    public Path target() {
        return ROOT.resolve(source.replace("Double", "Float"));
    }

    /**
     * The committed text of the twin.
     *
     * @return the text, empty when there is no such file yet
     */
    public String committed() {
        return Files.exists(target()) ? read(target()) : "";
    }

    /**
     * The text that the twin has to have.
     *
     * @return the source after substitution, below a line that names its origin
     */
    public String generate() {
        String name = ROOT.resolve(source).getFileName().toString();
        return "// Generated from " + name + ", which is the file to change; TwinTest writes this one.\n"
                + substitute(read(ROOT.resolve(source)));
    }

    /** Writes the generated text over the committed one. */
    public void write() {
        try {
            Files.writeString(target(), generate());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A text after substitution.
     *
     * @param text lines of Java in double
     * @return the same lines in float
     */
    public String substitute(String text) {
        StringBuilder twin = new StringBuilder();
        String replacement = null;
        for (String line : text.lines().toList()) {
            var pragma = PRAGMA.matcher(line);
            if (pragma.matches()) {
                replacement = pragma.group(2).equals("same") ? "same" : pragma.group(1) + pragma.group(2);
                continue;
            }
            if (replacement == null) {
                twin.append(substituteLine(line));
            } else {
                twin.append(replacement.equals("same") ? line : replacement);
            }
            twin.append('\n');
            replacement = null;
        }
        return twin.toString();
    }

    private String substituteLine(String line) {
        String exceptions = wide.isEmpty() ? "" : "(?! (?:" + String.join("|", wide) + ")\\b)";
        String twin = line.replaceAll("\\bdouble\\b" + exceptions, "float")
                .replace("Double", "Float")
                .replaceAll("\\bDOUBLE\\b", "FLOAT")
                .replaceAll("\\bdoubles\\b", "floats")
                .replace("DMatrixRMaj", "FMatrixRMaj")
                .replaceAll("\\bdgemm\\b", "sgemm");
        return COMMENT.matcher(line).matches() ? twin : LITERAL.matcher(twin).replaceAll("$1f");
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException("run the tests from the folder of the module: " + path.toAbsolutePath(), e);
        }
    }

    @Override
    public String toString() {
        return source;
    }
}
