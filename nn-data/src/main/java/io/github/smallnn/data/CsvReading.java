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
import java.util.List;
import java.util.stream.IntStream;

/** One table being read. Lines are counted from 1 as editors do, columns from 1 too where a message shows them. */
final class CsvReading {
    private final String file;
    private final List<Csv.Column> wanted;
    private final boolean classLabels;
    private final boolean header;
    private final List<double[]> inputRows = new ArrayList<>();
    private final List<double[]> targetRows = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private List<String> names;
    private long firstLine;
    private int[] inputs;
    private int[] targets;

    CsvReading(String file, List<Csv.Column> wanted, boolean classLabels, boolean header) {
        this.file = file;
        this.wanted = wanted;
        this.classLabels = classLabels;
        this.header = header;
    }

    CsvTable read(Reader in, char separator) {
        // Ragged rows are let through here and reported by row(), which knows the place.
        CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
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
        targets = wanted.stream().mapToInt(this::find).toArray();
        if (Arrays.stream(targets).distinct().count() < targets.length) {
            throw new CsvException(file + ": the target columns " + wanted + " name one column twice");
        }
        inputs = IntStream.range(0, names.size())
                .filter(c -> Arrays.stream(targets).noneMatch(t -> t == c))
                .toArray();
        if (inputs.length == 0) {
            throw new CsvException(file + ", line " + firstLine + ": all " + names.size()
                    + " columns are targets, so no input is left; check the separator");
        }
        if (!header) {
            row(record, cells);
        }
    }

    private int find(Csv.Column column) {
        if (column instanceof Csv.Column.At at) {
            if (at.index() < 0 || at.index() >= names.size()) {
                throw new CsvException(file + ", line " + firstLine + ": there is no target column number " + at.index()
                        + ", counted from 0, in a table of " + names.size() + " columns; check the separator");
            }
            return at.index();
        }
        String name = ((Csv.Column.Named) column).name();
        int index = names.indexOf(name);
        if (index < 0) {
            throw new CsvException(file + ", line " + firstLine + ": there is no target column '" + name
                    + "'; the columns are " + names);
        }
        if (names.lastIndexOf(name) != index) {
            throw new CsvException(
                    file + ", line " + firstLine + ": columns " + (index + 1) + " and " + (names.lastIndexOf(name) + 1)
                            + " are both named '" + name + "'; give the target's place instead");
        }
        return index;
    }

    private void row(CsvRecord record, List<String> cells) {
        long line = record.getStartingLineNumber();
        if (cells.size() != names.size()) {
            throw new CsvException(file + ", line " + line + ": found " + cells.size() + " columns, expected "
                    + names.size() + " as in line " + firstLine);
        }
        inputRows.add(numbers(cells, inputs, line));
        if (classLabels) {
            String label = cells.get(targets[0]).strip();
            if (label.isEmpty()) {
                throw new CsvException(place(line, targets[0]) + ": expected a class label, found an empty cell");
            }
            labels.add(label);
        } else {
            targetRows.add(numbers(cells, targets, line));
        }
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
        ClassLabels classes = ClassLabels.of(labels);
        Tensor x = Tensor.of(inputRows.toArray(new double[0][]));
        Tensor y = classLabels ? Tensor.column(classes.indices()) : Tensor.of(targetRows.toArray(new double[0][]));
        return new CsvTable(new Dataset(x, y), names(inputs), names(targets), classes.names());
    }

    private List<String> names(int[] columns) {
        return Arrays.stream(columns).mapToObj(names::get).toList();
    }
}
