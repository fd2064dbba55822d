package io.github.smallnn.preprocessing;

import io.github.smallnn.tensor.Tensor;

/** What a {@link OneHotEncoder} learned from data: the categories of each column. Immutable, any thread. */
public final class OneHotEncoding implements InvertibleTransform {
    private final OneHotEncoder settings;
    private final Categories categories;
    private final int[] dropped; // 1 where the first category of a column has no column of its own
    private final int[] start; // first output column of each input column, and one more

    OneHotEncoding(OneHotEncoder settings, Categories categories) {
        this.settings = settings;
        this.categories = categories;
        int n = categories.columns();
        this.dropped = new int[n];
        this.start = new int[n + 1];
        for (int c = 0; c < n; c++) {
            dropped[c] = drops(categories.count(c)) ? 1 : 0;
            start[c + 1] = Math.addExact(start[c], categories.count(c) - dropped[c]);
        }
        if (start[n] == 0) {
            throw new IllegalArgumentException(
                    "every column has one category only, which is dropped: nothing is left; use Drop.NONE");
        }
    }

    private boolean drops(int count) {
        return switch (settings.drop()) {
            case NONE -> false;
            case FIRST -> true;
            case IF_BINARY -> count == 2;
        };
    }

    /**
     * The settings it was fitted with.
     *
     * @return the settings
     */
    public OneHotEncoder settings() {
        return settings;
    }

    /**
     * The categories of each column, in rising order, dropped ones included.
     *
     * @return a new array
     */
    public double[][] categories() {
        return categories.copy();
    }

    @Override
    public int inputColumns() {
        return categories.columns();
    }

    @Override
    public int outputColumns() {
        return start[categories.columns()];
    }

    @Override
    public Tensor transform(Tensor x) {
        Cells.requireColumns(x, inputColumns());
        Tensor z = Tensor.zeros(x.precision(), x.rows(), outputColumns());
        for (int r = 0; r < x.rows(); r++) {
            for (int c = 0; c < x.cols(); c++) {
                int index = categories.find(c, x.get(r, c));
                if (index < 0 && !settings.ignoreUnknown()) {
                    throw categories.unknown(x, r, c, "fit it on data that has it or ignore unknown categories");
                }
                if (index >= dropped[c]) {
                    z.set(r, start[c] + index - dropped[c], 1);
                }
            }
        }
        return z;
    }

    /**
     * The categories of rows of zeros and ones: for each input column the category whose column has the largest entry.
     * Where all entries are 0 it is the dropped category, or NaN if none was dropped and unknown categories are
     * ignored.
     *
     * @param z rows x {@link #outputColumns()}. Not modified.
     * @return a new tensor of rows x {@link #inputColumns()} with the same precision
     * @throws IllegalArgumentException if the number of columns differs, or all entries of a category are 0 though that
     *     means nothing, naming the row
     */
    @Override
    public Tensor inverseTransform(Tensor z) {
        Cells.requireColumns(z, outputColumns());
        Tensor x = Tensor.zeros(z.precision(), z.rows(), inputColumns());
        for (int r = 0; r < z.rows(); r++) {
            for (int c = 0; c < x.cols(); c++) {
                x.set(r, c, category(z, r, c));
            }
        }
        return x;
    }

    private double category(Tensor z, int row, int column) {
        int best = -1;
        double largest = 0;
        for (int k = start[column]; k < start[column + 1]; k++) {
            if (z.get(row, k) > largest) {
                largest = z.get(row, k);
                best = k;
            }
        }
        if (best >= 0) {
            return categories.value(column, best - start[column] + dropped[column]);
        }
        if (dropped[column] == 1) {
            return categories.value(column, 0);
        }
        if (settings.ignoreUnknown()) {
            return Double.NaN;
        }
        throw new IllegalArgumentException("row " + row + " has no positive entry among columns " + start[column]
                + " to " + (start[column + 1] - 1) + ", which hold the categories of input column " + column);
    }
}
