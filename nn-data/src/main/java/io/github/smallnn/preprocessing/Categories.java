package io.github.smallnn.preprocessing;

import io.github.smallnn.tensor.Tensor;
import java.util.Arrays;

/** The different values of each column, sorted. */
final class Categories {
    private final double[][] ofColumn;

    private Categories(double[][] ofColumn) {
        this.ofColumn = ofColumn;
    }

    static Categories of(Tensor x) {
        Cells.requireRows(x);
        Cells.requireFinite(x);
        double[][] ofColumn = new double[x.cols()][];
        for (int c = 0; c < ofColumn.length; c++) {
            // Adding zero makes 0 of -0.
            ofColumn[c] = Arrays.stream(Cells.column(x, c))
                    .map(v -> v + 0.0)
                    .sorted()
                    .distinct()
                    .toArray();
        }
        return new Categories(ofColumn);
    }

    int columns() {
        return ofColumn.length;
    }

    int count(int column) {
        return ofColumn[column].length;
    }

    double value(int column, int index) {
        return ofColumn[column][index];
    }

    double[][] copy() {
        return Arrays.stream(ofColumn).map(double[]::clone).toArray(double[][]::new);
    }

    /** The place of a value among the categories of its column, or -1 if it is none. */
    int find(int column, double value) {
        return Math.max(-1, Arrays.binarySearch(ofColumn[column], value + 0.0));
    }

    IllegalArgumentException unknown(Tensor x, int row, int column, String advice) {
        return new IllegalArgumentException("row " + row + ", column " + column + " is " + x.get(row, column)
                + ", which is none of the " + count(column) + " categories seen when fitting; " + advice);
    }
}
