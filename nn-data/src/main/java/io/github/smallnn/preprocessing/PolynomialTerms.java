package io.github.smallnn.preprocessing;

import io.github.smallnn.tensor.Tensor;
import java.util.List;

/** The products that {@link PolynomialFeatures} makes of a number of columns. Immutable, any thread. */
public final class PolynomialTerms implements FittedTransform {
    private final PolynomialFeatures settings;
    private final int columns;
    private final int[][] factors;

    PolynomialTerms(PolynomialFeatures settings, int columns, List<int[]> factors) {
        this.settings = settings;
        this.columns = columns;
        this.factors = factors.toArray(new int[0][]);
    }

    /**
     * The settings it was fitted with.
     *
     * @return the settings
     */
    public PolynomialFeatures settings() {
        return settings;
    }

    /**
     * How often each column is a factor of each product: scikit-learn's {@code powers_}.
     *
     * @return a new array, products x columns
     */
    public int[][] powers() {
        int[][] powers = new int[factors.length][columns];
        for (int t = 0; t < factors.length; t++) {
            for (int c : factors[t]) {
                powers[t][c]++;
            }
        }
        return powers;
    }

    @Override
    public int inputColumns() {
        return columns;
    }

    @Override
    public int outputColumns() {
        return factors.length;
    }

    @Override
    public Tensor transform(Tensor x) {
        Cells.requireColumns(x, columns);
        Tensor z = Tensor.zeros(x.precision(), x.rows(), factors.length);
        for (int r = 0; r < x.rows(); r++) {
            for (int t = 0; t < factors.length; t++) {
                double product = 1;
                for (int c : factors[t]) {
                    product *= x.get(r, c);
                }
                z.set(r, t, product);
            }
        }
        return z;
    }
}
