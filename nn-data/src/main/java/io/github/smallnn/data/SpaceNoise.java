package io.github.smallnn.data;

import io.github.smallnn.random.RandomSource;

/** Noise on points in three dimensions, drawn for all points in the first dimension, then in the second and third. */
final class SpaceNoise {
    private SpaceNoise() {}

    static void add(RandomSource random, double sd, double[] points) {
        int n = points.length / 3;
        double[] noise = new double[points.length];
        random.fillNormal(noise, 0, 1);
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < 3; c++) {
                points[3 * i + c] += sd * noise[c * n + i];
            }
        }
    }
}
