package io.github.smallnn.solve;

/**
 * The inverse of the second derivatives as the last pairs s = step, y = change of the gradient tell of it, in a ring of
 * fixed size. Confined.
 */
final class InverseHessian {
    // A pair that curves less than this would spoil the estimate.
    private static final double LEAST_CURVATURE = 1e-10;

    private final int capacity;
    private final double[][] s;
    private final double[][] y;
    private final double[] inverseCurvature;
    private final double[] weights;
    private double diagonal = 1;
    private int first;
    private int pairs;

    InverseHessian(int capacity) {
        this.capacity = capacity;
        this.s = new double[capacity][];
        this.y = new double[capacity][];
        this.inverseCurvature = new double[capacity];
        this.weights = new double[capacity];
    }

    /** Takes in the pair of a step along a direction; the oldest pair gives way. */
    void learn(double[] gradient, double[] before, double step, double[] direction) {
        int n = gradient.length;
        double[] change = new double[n];
        double[] moved = new double[n];
        for (int i = 0; i < n; i++) {
            change[i] = gradient[i] - before[i];
            moved[i] = direction[i] * step;
        }
        double curvature = Vectors.dot(change, moved);
        if (!(curvature > LEAST_CURVATURE)) {
            return;
        }
        int at = (first + pairs) % capacity;
        if (pairs == capacity) {
            first = (first + 1) % capacity;
        } else {
            pairs++;
        }
        y[at] = change;
        s[at] = moved;
        inverseCurvature[at] = 1 / curvature;
        diagonal = curvature / Vectors.dot(change, change);
    }

    /** direction = -H gradient, by the two loops over the pairs. */
    void descend(double[] gradient, double[] direction) {
        Vectors.scaled(-1, gradient, direction);
        for (int k = pairs - 1; k >= 0; k--) {
            int i = (first + k) % capacity;
            weights[i] = Vectors.dot(s[i], direction) * inverseCurvature[i];
            Vectors.add(-weights[i], y[i], direction);
        }
        Vectors.scaled(diagonal, direction, direction);
        for (int k = 0; k < pairs; k++) {
            int i = (first + k) % capacity;
            double b = Vectors.dot(y[i], direction) * inverseCurvature[i];
            Vectors.add(weights[i] - b, s[i], direction);
        }
    }
}
