package io.github.smallnn.data;

import io.github.smallnn.data.CsvSettings.Column;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads tables of comma-separated text (RFC 4180: quoted cells may hold separators and line ends) into a dataset.
 * All columns but the targets, and those to be ignored, are inputs, in the order of the table.
 *
 * <p>{@code Csv.classTarget("species").read(Path.of("iris.csv"))}. Cells are finite decimal numbers; class labels and
 * columns of {@linkplain #categories(String...) categories} may be any text, and inputs may have {@linkplain #missing
 * missing} values. Empty lines are skipped, text is UTF-8 with or without a byte order mark. Immutable, any thread.
 */
public final class Csv {
    private final CsvSettings settings;

    private Csv(CsvSettings settings) {
        this.settings = settings;
    }

    private static List<Column> named(String... names) {
        return Arrays.stream(names).<Column>map(Column.Named::new).toList();
    }

    private static List<Column> at(int... indices) {
        return Arrays.stream(indices).<Column>mapToObj(Column.At::new).toList();
    }

    /**
     * A reader whose targets are numbers in named columns.
     *
     * @param names names in the header, at least one; the targets are in this order
     * @return a new reader for comma-separated text with a header
     * @throws IllegalArgumentException if no column is named
     */
    public static Csv targets(String... names) {
        return new Csv(CsvSettings.of(named(names), false));
    }

    /**
     * A reader whose targets are numbers in columns given by their place.
     *
     * @param indices places counted from 0, at least one; the targets are in this order
     * @return a new reader for comma-separated text with a header
     * @throws IllegalArgumentException if no column is given
     */
    public static Csv targets(int... indices) {
        return new Csv(CsvSettings.of(at(indices), false));
    }

    /**
     * A reader whose target is a class label in a named column. Labels become class indices in the order of the
     * sorted labels: by value if all are numbers, else as text.
     *
     * @param name name in the header
     * @return a new reader for comma-separated text with a header
     */
    public static Csv classTarget(String name) {
        return new Csv(CsvSettings.of(named(name), true));
    }

    /**
     * A reader whose target is a class label in a column given by its place; see {@link #classTarget(String)}.
     *
     * @param index place counted from 0
     * @return a new reader for comma-separated text with a header
     */
    public static Csv classTarget(int index) {
        return new Csv(CsvSettings.of(at(index), true));
    }

    /**
     * The same with another separator.
     *
     * @param character what stands between cells
     * @return a new reader
     * @throws IllegalArgumentException if it is a quote or ends a line
     */
    public Csv separator(char character) {
        return new Csv(settings.separatedBy(character));
    }

    /**
     * The same for text whose first line holds data. Columns are then named {@code c0}, {@code c1}, ...
     *
     * @return a new reader
     */
    public Csv withoutHeader() {
        return new Csv(settings.withoutHeader());
    }

    /**
     * The same with cells that stand for a missing value: in an input they become NaN, to be replaced by an imputer. In
     * a target they are an error all the same.
     *
     * @param texts the whole cells, such as {@code ""}, {@code "NA"} or {@code "?"}, replacing those named before
     * @return a new reader
     */
    public Csv missing(String... texts) {
        return new Csv(
                settings.withMissing(Arrays.stream(texts).map(String::strip).collect(Collectors.toUnmodifiableSet())));
    }

    /**
     * The same with named input columns of text: each cell becomes the place of its text among the sorted texts of its
     * column ({@link CsvTable#categories()}), counted from 0.
     *
     * @param names names in the header, besides those named before
     * @return a new reader
     */
    public Csv categories(String... names) {
        return new Csv(settings.withCategories(named(names)));
    }

    /**
     * The same with input columns of text given by their place; see {@link #categories(String...)}.
     *
     * @param indices places counted from 0, besides those named before
     * @return a new reader
     */
    public Csv categories(int... indices) {
        return new Csv(settings.withCategories(at(indices)));
    }

    /**
     * The same without some columns, whatever they hold.
     *
     * @param names names in the header, besides those named before
     * @return a new reader
     */
    public Csv ignore(String... names) {
        return new Csv(settings.ignoring(named(names)));
    }

    /**
     * The same without some columns, whatever they hold.
     *
     * @param indices places counted from 0, besides those named before
     * @return a new reader
     */
    public Csv ignore(int... indices) {
        return new Csv(settings.ignoring(at(indices)));
    }

    /**
     * The same with another limit: a table with more numbers is an error. It is 2^28 at first.
     *
     * @param cells the most cells to read, 1 to 2^31 - 9
     * @return a new reader
     * @throws IllegalArgumentException if the limit is out of range
     */
    public Csv limit(long cells) {
        return new Csv(settings.limitedTo(cells));
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
        return Opened.read(file, in -> read(in, file.toString()));
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
            return new CsvReading(name, settings).read(in);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw new CsvException(name + " is not text in UTF-8; convert it first", e);
            }
            throw new UncheckedIOException("cannot read " + name + ": " + e.getCause(), e.getCause());
        }
    }
}
