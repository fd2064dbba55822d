package io.github.smallnn.solve;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.graph.Model;
import io.github.smallnn.layer.Layers;
import io.github.smallnn.random.RandomState;

/** Friedman's first problem as scikit-learn makes it, and a small network for it. */
final class Friedman {
    private static final int FEATURES = 10;

    private Friedman() {}

    /** 10 sin(pi x0 x1) + 20 (x2 - 0.5)^2 + 10 x3 + 5 x4 plus noise, of ten uniform features. */
    static Dataset data(int rows, double noise, long seed) {
        RandomState random = new RandomState(seed);
        double[][] x = new double[rows][FEATURES];
        double[] y = new double[rows];
        for (double[] row : x) {
            random.fillUniform(row, 0, 1);
        }
        for (int r = 0; r < rows; r++) {
            y[r] = 10 * Math.sin(Math.PI * x[r][0] * x[r][1])
                    + 20 * Math.pow(x[r][2] - 0.5, 2)
                    + 10 * x[r][3]
                    + 5 * x[r][4]
                    + noise * random.normal();
        }
        return Dataset.of(x, y);
    }

    static Model network(int hidden, long seed) {
        return Model.of(FEATURES, Layers.dense(hidden).then(Layers.tanh()).then(Layers.dense(1)), seed);
    }
}
