package io.github.smallnn.linear;

import org.ejml.data.DMatrixRMaj;

/**
 * Products of the centred columns of X and y, all side by side.
 *
 * @param products (features + targets) squared
 * @param means of the columns
 * @param weight sum of the sample weights
 * @param loss how many times larger the products were before the means were taken off: what the subtraction cost
 */
record Moments(DMatrixRMaj products, double[] means, double weight, double loss) {
    // Beyond this loss of digits the pass is made again with the means that it gave.
    private static final double TOLERATED_LOSS = 100;

    static Moments of(Chunks chunks, boolean intercept) {
        int columns = chunks.features() + chunks.targets();
        Gram gram = new Gram(chunks.width());
        if (!intercept) {
            chunks.read(gram::add);
            return uncentred(gram, columns);
        }
        chunks.readShiftedByTheFirstRow(gram::add);
        Moments first = centred(gram, chunks.shift());
        if (!(first.loss > TOLERATED_LOSS)) {
            return first;
        }
        Gram again = new Gram(chunks.width());
        chunks.shiftBy(first.means);
        chunks.read(again::add);
        return centred(again, chunks.shift());
    }

    private static Moments uncentred(Gram gram, int columns) {
        double weight = gram.get(columns, columns);
        Centre.requireWeight(weight);
        DMatrixRMaj products = new DMatrixRMaj(columns, columns);
        double[] sums = new double[columns];
        for (int i = 0; i < columns; i++) {
            sums[i] = gram.get(columns, i);
            for (int j = 0; j < columns; j++) {
                products.set(i, j, gram.get(i, j));
            }
        }
        return new Moments(products, sums, weight, 1);
    }

    private static Moments centred(Gram gram, double[] shift) {
        int columns = shift.length;
        double weight = gram.get(columns, columns);
        Centre.requireWeight(weight);
        DMatrixRMaj products = new DMatrixRMaj(columns, columns);
        double[] means = new double[columns];
        double loss = 1;
        for (int i = 0; i < columns; i++) {
            means[i] = shift[i] + gram.get(columns, i) / weight;
            for (int j = 0; j < columns; j++) {
                double correction = gram.get(columns, i) / weight * gram.get(columns, j);
                products.set(i, j, gram.get(i, j) - correction);
            }
            if (gram.get(i, i) > 0) {
                loss = Math.max(loss, gram.get(i, i) / Math.max(products.get(i, i), 0));
            }
        }
        return new Moments(products, means, weight, loss);
    }

    /** Whether a NaN or infinity (or a sum beyond the range of numbers) was met. */
    boolean isFinite() {
        for (double mean : means) {
            if (!Double.isFinite(mean)) {
                return false;
            }
        }
        return true;
    }
}
