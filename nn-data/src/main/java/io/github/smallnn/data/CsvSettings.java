package io.github.smallnn.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How a table is to be read.
 *
 * @param targets the target columns, at least one
 * @param classLabels whether the one target is a class label
 * @param separator what stands between cells
 * @param header whether the first line names the columns
 * @param missing cells of inputs that stand for a missing value
 * @param categories input columns of text
 * @param ignored columns that are left out
 * @param maxCells the most numbers to read
 */
record CsvSettings(
        List<Column> targets,
        boolean classLabels,
        char separator,
        boolean header,
        Set<String> missing,
        List<Column> categories,
        List<Column> ignored,
        long maxCells) {

    /** A column as the caller names it. */
    sealed interface Column {
        /** By its name in the header. */
        record Named(String name) implements Column {
            @Override
            public String toString() {
                return "'" + name + "'";
            }
        }

        /** By its place, counted from 0. */
        record At(int index) implements Column {
            @Override
            public String toString() {
                return "number " + index;
            }
        }
    }

    CsvSettings {
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("name at least one target column");
        }
        if (separator == '"' || separator == '\n' || separator == '\r') {
            throw new IllegalArgumentException(
                    "a quote or line end cannot separate cells; use a comma, semicolon or tab");
        }
        ArrayLimit.check(maxCells);
    }

    static CsvSettings of(List<Column> targets, boolean classLabels) {
        return new CsvSettings(targets, classLabels, ',', true, Set.of(), List.of(), List.of(), ArrayLimit.DEFAULT);
    }

    CsvSettings separatedBy(char character) {
        return new CsvSettings(targets, classLabels, character, header, missing, categories, ignored, maxCells);
    }

    CsvSettings withoutHeader() {
        return new CsvSettings(targets, classLabels, separator, false, missing, categories, ignored, maxCells);
    }

    CsvSettings withMissing(Set<String> texts) {
        return new CsvSettings(targets, classLabels, separator, header, texts, categories, ignored, maxCells);
    }

    CsvSettings withCategories(List<Column> columns) {
        return new CsvSettings(
                targets, classLabels, separator, header, missing, joined(categories, columns), ignored, maxCells);
    }

    CsvSettings ignoring(List<Column> columns) {
        return new CsvSettings(
                targets, classLabels, separator, header, missing, categories, joined(ignored, columns), maxCells);
    }

    CsvSettings limitedTo(long cells) {
        return new CsvSettings(targets, classLabels, separator, header, missing, categories, ignored, cells);
    }

    private static List<Column> joined(List<Column> some, List<Column> more) {
        List<Column> all = new ArrayList<>(some);
        all.addAll(more);
        return List.copyOf(all);
    }
}
