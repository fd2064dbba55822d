package io.github.smallnn.metrics;

import io.github.smallnn.tensor.Tensor;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Medians of absolute errors. */
final class Median {
    private Median() {}

    /*
     * Without weights the middle error or the mean of the two in the middle. With weights the smallest error at which
     * the weights from below reach half of all: scikit-learn's rule, which does not average.
     */
    static double absoluteError(Tensor p, Tensor y, Tensor s, int c) {
        int n = y.rows();
        double[] errors = IntStream.range(0, n)
                .mapToDouble(r -> Math.abs(p.get(r, c) - y.get(r, c)))
                .toArray();
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(r -> errors[r]))
                .mapToInt(r -> r)
                .toArray();
        if (s == null) {
            return (errors[order[(n - 1) / 2]] + errors[order[n / 2]]) / 2;
        }
        double half = 0.5 * IntStream.of(order).mapToDouble(r -> s.get(r, 0)).reduce(0, Double::sum);
        double below = 0;
        for (int r : order) {
            below += s.get(r, 0);
            if (below >= half) {
                return errors[r];
            }
        }
        return errors[order[n - 1]];
    }
}
