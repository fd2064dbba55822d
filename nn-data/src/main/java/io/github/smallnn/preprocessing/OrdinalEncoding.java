package io.github.smallnn.preprocessing;

import io.github.smallnn.tensor.Tensor;

/** What an {@link OrdinalEncoder} learned from data: the categories of each column. Immutable, any thread. */
public final class OrdinalEncoding implements InvertibleTransform {
    private final OrdinalEncoder settings;
    private final Categories categories;

    OrdinalEncoding(OrdinalEncoder settings, Categories categories) {
        this.settings = settings;
        this.categories = categories;
        double unknown = settings.unknown().orElse(Double.NaN);
        for (int c = 0; c < categories.columns(); c++) {
            if (isPlace(unknown, c)) {
                throw new IllegalArgumentException("the value " + unknown
                        + " for unknown categories is also the place of" + " a category of column " + c + ", which has "
                        + categories.count(c) + "; use -1 or NaN");
            }
        }
    }

    private boolean isPlace(double value, int column) {
        return value >= 0 && value < categories.count(column) && value == Math.rint(value);
    }

    /**
     * The settings it was fitted with.
     *
     * @return the settings
     */
    public OrdinalEncoder settings() {
        return settings;
    }

    /**
     * The categories of each column, in rising order.
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
        return categories.columns();
    }

    @Override
    public Tensor transform(Tensor x) {
        Cells.requireColumns(x, inputColumns());
        Tensor z = Tensor.zeros(x.precision(), x.rows(), x.cols());
        for (int r = 0; r < x.rows(); r++) {
            for (int c = 0; c < x.cols(); c++) {
                int index = categories.find(c, x.get(r, c));
                if (index < 0 && settings.unknown().isEmpty()) {
                    throw categories.unknown(x, r, c, "fit it on data that has it or give a value for unknown ones");
                }
                z.set(r, c, index < 0 ? settings.unknown().getAsDouble() : index);
            }
        }
        return z;
    }

    /**
     * The categories at the given places; the value for unknown ones becomes NaN.
     *
     * @param z rows x columns. Not modified.
     * @return a new tensor of the same size and precision
     * @throws IllegalArgumentException if the number of columns differs or a value is no place, naming it
     */
    @Override
    public Tensor inverseTransform(Tensor z) {
        Cells.requireColumns(z, inputColumns());
        Tensor x = Tensor.zeros(z.precision(), z.rows(), z.cols());
        for (int r = 0; r < z.rows(); r++) {
            for (int c = 0; c < z.cols(); c++) {
                x.set(r, c, category(z, r, c));
            }
        }
        return x;
    }

    private double category(Tensor z, int row, int column) {
        double place = z.get(row, column);
        if (isPlace(place, column)) {
            return categories.value(column, (int) place);
        }
        // Compared as bits: the value for unknown categories may be NaN.
        if (settings.unknown().isPresent()
                && Double.compare(place, settings.unknown().getAsDouble()) == 0) {
            return Double.NaN;
        }
        throw new IllegalArgumentException("row " + row + ", column " + column + " is " + place
                + "; the places of its categories are the whole numbers 0 to " + (categories.count(column) - 1));
    }
}
