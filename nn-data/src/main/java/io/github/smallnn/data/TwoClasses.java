package io.github.smallnn.data;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.random.RandomSource;

/** Points of the plane in two classes: put in random order first, moved by noise afterwards. */
final class TwoClasses {
    private TwoClasses() {}

    static Dataset of(double[] points, int class0, int class1, boolean shuffle, double noise, RandomSource random) {
        double[] x = points;
        double[] y = Drawing.classes(class0, class1);
        if (shuffle) {
            int[] order = random.permutation(y.length);
            x = Reorder.rows(x, 2, order);
            y = Reorder.rows(y, 1, order);
        }
        if (noise > 0) {
            Drawing.addNoise(random, noise, x);
        }
        return Drawing.dataset(x, 2, y);
    }
}
