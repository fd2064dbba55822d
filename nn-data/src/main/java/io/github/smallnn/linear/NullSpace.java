package io.github.smallnn.linear;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;

/** Reads from a matrix short of rank which of its columns are made of which others. */
final class NullSpace {
    // The vectors v with X v = 0 are brought to echelon form from the last column backwards: each then expresses one
    // column by columns that no other expresses, and of several columns that could be named it is the last. All entries
    // are counted in lengths of the columns, so that units do not decide what is small.
    private static final double SMALL = 1e-7;

    private NullSpace() {}

    static List<Dependence> dependences(Solution solution, boolean plusConstant, List<String> names) {
        int features = names.size();
        int missing = features - solution.rank();
        List<Dependence> found = new ArrayList<>();
        if (missing == 0) {
            return found;
        }
        DMatrixRMaj square = padded(solution.factor());
        double[] length = lengths(square, noise(solution));
        DMatrixRMaj rows = nullVectors(square, missing, length);
        int[] pivots = echelon(rows);
        for (int i = missing - 1; i >= 0; i--) {
            List<Dependence.Term> terms = new ArrayList<>();
            for (int j = 0; j < features; j++) {
                if (j != pivots[i] && Math.abs(rows.get(i, j)) > SMALL) {
                    double factor = -rows.get(i, j) * length[pivots[i]] / length[j];
                    terms.add(new Dependence.Term(names.get(j), factor));
                }
            }
            found.add(new Dependence(names.get(pivots[i]), terms, plusConstant));
        }
        return found;
    }

    /** With rows of zeros to as many rows as columns. */
    private static DMatrixRMaj padded(DMatrixRMaj factor) {
        int p = factor.numCols;
        DMatrixRMaj square = new DMatrixRMaj(p, p);
        System.arraycopy(factor.data, 0, square.data, 0, factor.numRows * p);
        return square;
    }

    /** The length up to which a column is nothing but rounding errors. */
    private static double noise(Solution solution) {
        double[] s = solution.singularValues();
        double dropped = solution.rank() < s.length ? 2 * s[solution.rank()] : 0;
        return Math.max(dropped, 4 * s.length * Math.ulp(1.0) * s[0]);
    }

    /** Lengths of the columns; those of noise are cleared and count as 1. */
    private static double[] lengths(DMatrixRMaj square, double noise) {
        double[] length = new double[square.numCols];
        for (int j = 0; j < length.length; j++) {
            for (int i = 0; i < square.numRows; i++) {
                length[j] = Math.hypot(length[j], square.get(i, j));
            }
            if (length[j] <= noise) {
                length[j] = 1;
                for (int i = 0; i < square.numRows; i++) {
                    square.set(i, j, 0);
                }
            }
        }
        return length;
    }

    private static DMatrixRMaj nullVectors(DMatrixRMaj square, int missing, double[] length) {
        int p = square.numCols;
        DMatrixRMaj v = ThinSvd.of(square).v();
        DMatrixRMaj rows = new DMatrixRMaj(missing, p);
        for (int i = 0; i < missing; i++) {
            double largest = 0;
            for (int j = 0; j < p; j++) {
                double entry = v.get(j, p - missing + i) * length[j];
                rows.set(i, j, entry);
                largest = Math.max(largest, Math.abs(entry));
            }
            for (int j = 0; j < p; j++) {
                rows.set(i, j, rows.get(i, j) / largest);
            }
        }
        return rows;
    }

    /** Makes the last independent columns unit vectors; returns the column of each row. */
    private static int[] echelon(DMatrixRMaj rows) {
        int[] pivots = new int[rows.numRows];
        int done = 0;
        for (int j = rows.numCols - 1; j >= 0 && done < pivots.length; j--) {
            int best = done;
            for (int i = done + 1; i < pivots.length; i++) {
                if (Math.abs(rows.get(i, j)) > Math.abs(rows.get(best, j))) {
                    best = i;
                }
            }
            // The columns that are left must be enough for the rows that are left.
            if (Math.abs(rows.get(best, j)) > SMALL || j < pivots.length - done) {
                swap(rows, best, done);
                eliminate(rows, done, j);
                pivots[done++] = j;
            }
        }
        return pivots;
    }

    private static void swap(DMatrixRMaj rows, int a, int b) {
        for (int j = 0; j < rows.numCols; j++) {
            double v = rows.get(a, j);
            rows.set(a, j, rows.get(b, j));
            rows.set(b, j, v);
        }
    }

    private static void eliminate(DMatrixRMaj rows, int pivot, int column) {
        double divisor = rows.get(pivot, column);
        for (int j = 0; j < rows.numCols; j++) {
            rows.set(pivot, j, rows.get(pivot, j) / divisor);
        }
        for (int i = 0; i < rows.numRows; i++) {
            double factor = rows.get(i, column);
            for (int j = 0; j < rows.numCols && i != pivot && factor != 0; j++) {
                rows.add(i, j, -factor * rows.get(pivot, j));
            }
        }
    }
}
