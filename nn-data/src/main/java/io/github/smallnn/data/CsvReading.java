package io.github.smallnn.data;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.github.smallnn.graph.Dataset;
import io.github.smallnn.tensor.Tensor;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** One table being read. Lines are counted from 1 as editors do, columns from 1 too where a message shows them. */
final class CsvReading {
    private final String file;
    private final CsvSettings settings;
    private final boolean header;
    private final List<double[]> inputRows = new ArrayList<>();
    private final List<double[]> targetRows = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private List<String> names;
    private long firstLine;
    private int[] inputs;
    private int[] targets;
    private final Map<Integer, List<String>> texts = new LinkedHashMap<>(); // of each column of categories
    private long cells;

    CsvReading(String file, CsvSettings settings) {
        this.file = file;
        this.settings = settings;
        this.header = settings.header();
    }

    CsvTable read(Reader in) {
        // Ragged rows are let through here and reported by row(), which knows the place.
        CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(settings.separator())
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(in);
        CloseableIterator<CsvRecord> records = reader.iterator(); // not closed: the caller owns what is read
        try {
            while (records.hasNext()) {
                CsvRecord record = records.next();
                if (names == null) {
                    first(record);
                } else {
                    row(record, record.getFields());
                }
            }
        } catch (CsvParseException e) {
            String reason = e.getCause() == null
                    ? e.getMessage()
                    : e.getMessage() + ": " + e.getCause().getMessage();
            throw new CsvException(file + " is not well-formed: " + reason, e);
        }
        return table();
    }

    private void first(CsvRecord record) {
        List<String> cells = new ArrayList<>(record.getFields());
        if (cells.get(0).startsWith("\uFEFF")) {
            cells.set(0, cells.get(0).substring(1));
        }
        firstLine = record.getStartingLineNumber();
        names = header
                ? cells.stream().map(String::strip).toList()
                : IntStream.range(0, cells.size()).mapToObj(i -> "c" + i).toList();
        chooseColumns();
        if (!header) {
            row(record, cells);
        }
    }

    private void chooseColumns() {
        targets = find("target", settings.targets());
        int[] ignored = find("ignored", settings.ignored());
        int[] categories = find("category", settings.categories());
        if (Arrays.stream(targets).distinct().count() < targets.length) {
            throw new CsvException(file + ": the target columns " + settings.targets() + " name one column twice");
        }
        inputs = IntStream.range(0, names.size())
                .filter(c -> !contains(targets, c) && !contains(ignored, c))
                .toArray();
        for (int c : targets) {
            if (contains(ignored, c)) {
                throw new CsvException(file + ": column " + (c + 1) + " is both a target and ignored");
            }
        }
        for (int c : categories) {
            if (!contains(inputs, c)) {
                throw new CsvException(file + ": column " + (c + 1)
                        + " cannot hold categories, as it is no input but a target or ignored");
            }
            texts.put(c, new ArrayList<>());
        }
        if (inputs.length == 0) {
            throw new CsvException(file + ", line " + firstLine + ": all " + names.size() + " columns are targets"
                    + (ignored.length == 0 ? "" : " or ignored") + ", so no input is left; check the separator");
        }
    }

    private static boolean contains(int[] columns, int column) {
        return Arrays.stream(columns).anyMatch(c -> c == column);
    }

    private int[] find(String role, List<CsvSettings.Column> columns) {
        return columns.stream().mapToInt(c -> find(role, c)).toArray();
    }

    private int find(String role, CsvSettings.Column column) {
        if (column instanceof CsvSettings.Column.At at) {
            if (at.index() < 0 || at.index() >= names.size()) {
                throw new CsvException(
                        file + ", line " + firstLine + ": there is no " + role + " column number " + at.index()
                                + ", counted from 0, in a table of " + names.size() + " columns; check the separator");
            }
            return at.index();
        }
        String name = ((CsvSettings.Column.Named) column).name();
        int index = names.indexOf(name);
        if (index < 0) {
            throw new CsvException(file + ", line " + firstLine + ": there is no " + role + " column '" + name
                    + "'; the columns are " + names);
        }
        if (names.lastIndexOf(name) != index) {
            throw new CsvException(
                    file + ", line " + firstLine + ": columns " + (index + 1) + " and " + (names.lastIndexOf(name) + 1)
                            + " are both named '" + name + "'; give the target's place instead");
        }
        return index;
    }

    private void row(CsvRecord record, List<String> fields) {
        long line = record.getStartingLineNumber();
        if (fields.size() != names.size()) {
            throw new CsvException(file + ", line " + line + ": found " + fields.size() + " columns, expected "
                    + names.size() + " as in line " + firstLine);
        }
        cells += inputs.length + targets.length;
        if (cells > settings.maxCells()) {
            throw new CsvException(file + ", line " + line + ": this is more than the " + settings.maxCells()
                    + " cells that may be read; raise the limit if that is meant");
        }
        inputRows.add(inputs(fields, line));
        if (settings.classLabels()) {
            String label = fields.get(targets[0]).strip();
            if (label.isEmpty()) {
                throw new CsvException(place(line, targets[0]) + ": expected a class label, found an empty cell");
            }
            labels.add(label);
        } else {
            targetRows.add(numbers(fields, targets, line));
        }
    }

    private double[] inputs(List<String> fields, long line) {
        double[] row = new double[inputs.length];
        for (int i = 0; i < row.length; i++) {
            int column = inputs[i];
            String cell = fields.get(column).strip();
            if (settings.missing().contains(cell)) {
                row[i] = Double.NaN;
            } else if (!texts.containsKey(column)) {
                row[i] = number(cell, line, column);
            } else if (cell.isEmpty()) {
                throw new CsvException(place(line, column) + ": expected a category, found an empty cell");
            } else {
                texts.get(column).add(cell); // its number is known when all are read
            }
        }
        return row;
    }

    private double[] numbers(List<String> cells, int[] columns, long line) {
        double[] row = new double[columns.length];
        for (int i = 0; i < columns.length; i++) {
            row[i] = number(cells.get(columns[i]).strip(), line, columns[i]);
        }
        return row;
    }

    private double number(String cell, long line, int column) {
        if (!DecimalText.isDecimal(cell)) {
            String found = cell.isEmpty() ? "an empty cell" : "'" + shown(cell) + "'";
            throw new CsvException(place(line, column) + ": expected a number, found " + found
                    + (header || line != firstLine ? "" : "; if this line names the columns, read it with a header"));
        }
        double value = Double.parseDouble(cell);
        if (!Double.isFinite(value)) {
            throw new CsvException(
                    place(line, column) + ": '" + shown(cell) + "' is beyond the largest number of 64 bits");
        }
        return value;
    }

    /** A cell as it fits one line of a message. */
    private static String shown(String cell) {
        String line = cell.replaceAll("\\s+", " ");
        return line.length() <= 40 ? line : line.substring(0, 40) + "...";
    }

    private String place(long line, int column) {
        return file + ", line " + line + ", column " + (column + 1) + (header ? " (" + names.get(column) + ")" : "");
    }

    private CsvTable table() {
        if (names == null) {
            throw new CsvException(
                    file + " is empty; expected " + (header ? "a header line and " : "") + "rows of numbers");
        }
        if (inputRows.isEmpty()) {
            throw new CsvException(file + " has a header but no rows");
        }
        Map<String, List<String>> categories = fillCategories();
        ClassLabels classes = ClassLabels.of(labels);
        Tensor x = Tensor.of(inputRows.toArray(new double[0][]));
        Tensor y = settings.classLabels()
                ? Tensor.column(classes.indices())
                : Tensor.of(targetRows.toArray(new double[0][]));
        return new CsvTable(new Dataset(x, y), names(inputs), names(targets), classes.names(), categories);
    }

    private Map<String, List<String>> fillCategories() {
        Map<String, List<String>> categories = new LinkedHashMap<>();
        for (int i = 0; i < inputs.length; i++) {
            if (texts.containsKey(inputs[i])) {
                ClassLabels found = ClassLabels.of(texts.get(inputs[i]));
                int next = 0;
                for (double[] row : inputRows) {
                    if (!Double.isNaN(row[i])) {
                        row[i] = found.indices()[next++];
                    }
                }
                categories.put(names.get(inputs[i]), found.names());
            }
        }
        return categories;
    }

    private List<String> names(int[] columns) {
        return Arrays.stream(columns).mapToObj(names::get).toList();
    }
}
