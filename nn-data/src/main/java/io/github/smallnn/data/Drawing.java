package io.github.smallnn.data;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.random.RandomSource;
import io.github.smallnn.tensor.DoubleTensor;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/** What several generators do with their points. */
final class Drawing {
    private Drawing() {}

    /** n uniform numbers on [0, 1). */
    static double[] uniform(RandomSource random, int n) {
        double[] values = new double[n];
        random.fillUniform(values, 0, 1);
        return values;
    }

    /** Adds normal noise to every value, drawn in index order. */
    static void addNoise(RandomSource random, double sd, double[] values) {
        double[] noise = new double[values.length];
        random.fillNormal(noise, 0, sd);
        for (int i = 0; i < values.length; i++) {
            values[i] += noise[i];
        }
    }

    /** Rows of a given width with one target each; the arrays are used, not copied. */
    static Dataset dataset(double[] x, int width, double[] y) {
        return new Dataset(
                DoubleTensor.wrap(DMatrixRMaj.wrap(y.length, width, x)),
                DoubleTensor.wrap(DMatrixRMaj.wrap(y.length, 1, y)));
    }

    /** Class 0 for the first rows, class 1 for the next, and so on. */
    static double[] classes(int... counts) {
        double[] y = new double[Arrays.stream(counts).sum()];
        int row = 0;
        for (int k = 0; k < counts.length; k++) {
            Arrays.fill(y, row, row + counts[k], k);
            row += counts[k];
        }
        return y;
    }
}
