package io.github.smallnn.preprocessing;

import io.github.smallnn.tensor.Tensor;

/** What a {@link SimpleImputer} learned from data: one value for each column. Immutable, any thread. */
public final class SimpleImputation implements FittedTransform {
    private final SimpleImputer settings;
    private final double[] values;

    SimpleImputation(SimpleImputer settings, double[] values) {
        this.settings = settings;
        this.values = values;
    }

    /**
     * The settings it was fitted with.
     *
     * @return the settings
     */
    public SimpleImputer settings() {
        return settings;
    }

    /**
     * What takes the place of missing values in each column: scikit-learn's {@code statistics_}.
     *
     * @return a new array
     */
    public double[] values() {
        return values.clone();
    }

    @Override
    public int inputColumns() {
        return values.length;
    }

    @Override
    public int outputColumns() {
        return values.length;
    }

    @Override
    public Tensor transform(Tensor x) {
        Cells.requireColumns(x, values.length);
        Tensor z = Tensor.zeros(x.precision(), x.rows(), x.cols());
        for (int r = 0; r < x.rows(); r++) {
            for (int c = 0; c < x.cols(); c++) {
                double v = x.get(r, c);
                z.set(r, c, settings.isMissing(v) ? values[c] : settings.requireFinite(v, r, c));
            }
        }
        return z;
    }
}
