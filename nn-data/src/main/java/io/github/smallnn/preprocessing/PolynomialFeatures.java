package io.github.smallnn.preprocessing;

import io.github.smallnn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes all products of up to {@code degree} columns, as scikit-learn's {@code PolynomialFeatures} does: of columns a
 * and b with degree 2 the columns 1, a, b, a^2, a b, b^2. Immutable, any thread.
 *
 * @param degree the highest number of factors, 0 or more
 * @param interactionOnly whether a column is a factor once at most: 1, a, b, a b
 * @param bias whether the column of ones is among them
 */
public record PolynomialFeatures(int degree, boolean interactionOnly, boolean bias) implements Transform {
    private static final int MAX_TERMS = 1 << 20;

    /**
     * Checks the settings.
     *
     * @param degree the highest number of factors, 0 or more
     * @param interactionOnly whether a column is a factor once at most
     * @param bias whether the column of ones is among them
     * @throws IllegalArgumentException if the degree is negative, or nothing is asked for
     */
    public PolynomialFeatures {
        if (degree < 0 || degree == 0 && !bias) {
            throw new IllegalArgumentException(
                    "degree must be 0 or more, and 1 or more without bias, got " + degree + " with bias " + bias);
        }
    }

    /**
     * All products of up to so many factors, and the column of ones.
     *
     * @param degree the highest number of factors, 0 or more; scikit-learn's default is 2
     */
    public PolynomialFeatures(int degree) {
        this(degree, false, true);
    }

    /**
     * Lists the products for a number of columns.
     *
     * @param x rows x columns; only the number of columns counts. Not modified.
     * @return the fitted products
     * @throws IllegalArgumentException if there are more than 2^20 of them
     */
    @Override
    public PolynomialTerms fit(Tensor x) {
        List<int[]> terms = new ArrayList<>();
        for (int factors = bias ? 0 : 1; factors <= degree; factors++) {
            if (!interactionOnly || factors <= x.cols()) {
                addTerms(terms, new int[factors], 0, x.cols());
            }
        }
        return new PolynomialTerms(this, x.cols(), terms);
    }

    /** All ways of choosing the factors from place {@code at} on, in the order of their columns. */
    private void addTerms(List<int[]> terms, int[] chosen, int at, int columns) {
        if (at == chosen.length) {
            if (terms.size() == MAX_TERMS) {
                throw new IllegalArgumentException("degree " + degree + " of " + columns + " columns makes more than "
                        + MAX_TERMS + " products; choose a lower degree or fewer columns");
            }
            terms.add(chosen.clone());
            return;
        }
        int first = at == 0 ? 0 : interactionOnly ? chosen[at - 1] + 1 : chosen[at - 1];
        for (int c = first; c < columns; c++) {
            chosen[at] = c;
            addTerms(terms, chosen, at + 1, columns);
        }
    }
}
