package io.github.smallnn.preprocessing;

import io.github.smallnn.tensor.Tensor;

/** Checks and loops over the cells of inputs. */
final class Cells {
    private Cells() {}

    /** A number made from a cell. */
    @FunctionalInterface
    interface Change {
        double of(double value, int column);
    }

    static Tensor map(Tensor x, int columns, Change change) {
        requireColumns(x, columns);
        Tensor z = Tensor.zeros(x.precision(), x.rows(), columns);
        for (int r = 0; r < x.rows(); r++) {
            for (int c = 0; c < columns; c++) {
                z.set(r, c, change.of(x.get(r, c), c));
            }
        }
        return z;
    }

    static void requireColumns(Tensor x, int columns) {
        if (x.cols() != columns) {
            throw new IllegalArgumentException("this was fitted on " + columns + " columns, but was given "
                    + x.describe() + "; give the columns it was fitted on");
        }
    }

    static void requireRows(Tensor x) {
        if (x.rows() == 0) {
            throw new IllegalArgumentException("fitting needs at least one row");
        }
    }

    static void requireFinite(Tensor x) {
        for (int r = 0; r < x.rows(); r++) {
            for (int c = 0; c < x.cols(); c++) {
                if (!Double.isFinite(x.get(r, c))) {
                    throw new IllegalArgumentException(
                            "row " + r + ", column " + c + " is " + x.get(r, c) + "; remove or impute it before");
                }
            }
        }
    }

    /** One column of finite numbers from a tensor with at least one row. */
    static double[] column(Tensor x, int c) {
        double[] values = new double[x.rows()];
        for (int r = 0; r < values.length; r++) {
            values[r] = x.get(r, c);
        }
        return values;
    }

    /** The divisor of a column, or 1 if it is zero within rounding: scikit-learn's bound. */
    static double divisor(double scale) {
        return scale < 10 * Math.ulp(1.0) ? 1 : scale;
    }
}
