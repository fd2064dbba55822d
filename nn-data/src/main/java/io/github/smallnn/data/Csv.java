package io.github.smallnn.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Reads tables of comma-separated text (RFC 4180: quoted cells may hold separators and line ends) into a dataset.
 * All columns but the targets are inputs, in the order of the table.
 *
 * <p>{@code Csv.classTarget("species").read(Path.of("iris.csv"))}. Cells are finite decimal numbers; only class
 * labels may be any text. Empty lines are skipped, text is UTF-8 with or without a byte order mark. Immutable, any
 * thread.
 */
public final class Csv {
    private final List<Column> targets;
    private final boolean classLabels;
    private final char separator;
    private final boolean header;

    private Csv(List<Column> targets, boolean classLabels, char separator, boolean header) {
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("name at least one target column");
        }
        this.targets = targets;
        this.classLabels = classLabels;
        this.separator = separator;
        this.header = header;
    }

    /** A column as the caller names it. */
    sealed interface Column {
        record Named(String name) implements Column {
            @Override
            public String toString() {
                return "'" + name + "'";
            }
        }

        record At(int index) implements Column {
            @Override
            public String toString() {
                return "number " + index;
            }
        }
    }

    /**
     * A reader whose targets are numbers in named columns.
     *
     * @param names names in the header, at least one; the targets are in this order
     * @return a new reader for comma-separated text with a header
     * @throws IllegalArgumentException if no column is named
     */
    public static Csv targets(String... names) {
        return new Csv(Arrays.stream(names).<Column>map(Column.Named::new).toList(), false, ',', true);
    }

    /**
     * A reader whose targets are numbers in columns given by their place.
     *
     * @param indices places counted from 0, at least one; the targets are in this order
     * @return a new reader for comma-separated text with a header
     * @throws IllegalArgumentException if no column is given
     */
    public static Csv targets(int... indices) {
        return new Csv(Arrays.stream(indices).<Column>mapToObj(Column.At::new).toList(), false, ',', true);
    }

    /**
     * A reader whose target is a class label in a named column. Labels become class indices in the order of the
     * sorted labels: by value if all are numbers, else as text.
     *
     * @param name name in the header
     * @return a new reader for comma-separated text with a header
     */
    public static Csv classTarget(String name) {
        return new Csv(List.of(new Column.Named(name)), true, ',', true);
    }

    /**
     * A reader whose target is a class label in a column given by its place; see {@link #classTarget(String)}.
     *
     * @param index place counted from 0
     * @return a new reader for comma-separated text with a header
     */
    public static Csv classTarget(int index) {
        return new Csv(List.of(new Column.At(index)), true, ',', true);
    }

    /**
     * The same with another separator.
     *
     * @param character what stands between cells
     * @return a new reader
     * @throws IllegalArgumentException if it is a quote or ends a line
     */
    public Csv separator(char character) {
        if (character == '"' || character == '\n' || character == '\r') {
            throw new IllegalArgumentException(
                    "a quote or line end cannot separate cells; use a comma, semicolon or tab");
        }
        return new Csv(targets, classLabels, character, header);
    }

    /**
     * The same for text whose first line holds data. Columns are then named {@code c0}, {@code c1}, ...
     *
     * @return a new reader
     */
    public Csv withoutHeader() {
        return new Csv(targets, classLabels, separator, false);
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @return its numbers
     * @throws CsvException if the content is not such a table, naming file, line and column
     * @throws UncheckedIOException if the file is missing or cannot be read, naming it
     */
    public CsvTable read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString());
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException("cannot read " + file + ": there is no such file; check the path", e);
        } catch (IOException e) {
            throw unreadable(file.toString(), e);
        }
    }

    /**
     * Reads a stream of bytes to its end. The stream stays open.
     *
     * @param in the bytes
     * @param name what error messages call it
     * @return its numbers
     * @throws CsvException if the content is not such a table, naming line and column
     * @throws UncheckedIOException if the stream cannot be read
     */
    public CsvTable read(InputStream in, String name) {
        // A decoder made by hand reports bytes that are not UTF-8; the usual constructor would replace them in
        // silence.
        return read(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()), name);
    }

    /**
     * Reads characters to their end. The reader stays open.
     *
     * @param in the characters
     * @param name what error messages call them
     * @return their numbers
     * @throws CsvException if the content is not such a table, naming line and column
     * @throws UncheckedIOException if the reader fails
     */
    public CsvTable read(Reader in, String name) {
        try {
            return new CsvReading(name, targets, classLabels, header).read(in, separator);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw new CsvException(name + " is not text in UTF-8; convert it first", e);
            }
            throw unreadable(name, e.getCause());
        }
    }

    private static UncheckedIOException unreadable(String name, IOException cause) {
        return new UncheckedIOException("cannot read " + name + ": " + cause, cause);
    }
}
