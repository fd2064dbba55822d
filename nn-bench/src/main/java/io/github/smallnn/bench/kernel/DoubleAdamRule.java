package io.github.smallnn.bench.kernel;

/** Adam with PyTorch's defaults over arrays of parameters. */
// The casts to double do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class DoubleAdamRule {
    private static final double BETA1 = (double) 0.9;
    private static final double BETA2 = (double) 0.999;
    private static final double EPSILON = (double) 1e-8;

    private final double rate;
    private final double[][] weights;
    private final double[][] gradients;
    private final double[][] means;
    private final double[][] squares;
    private double power1 = 1;
    private double power2 = 1;

    DoubleAdamRule(double rate, double[][] weights, double[][] gradients) {
        this.rate = rate;
        this.weights = weights;
        this.gradients = gradients;
        this.means = new double[weights.length][];
        this.squares = new double[weights.length][];
        for (int i = 0; i < weights.length; i++) {
            means[i] = new double[weights[i].length];
            squares[i] = new double[weights[i].length];
        }
    }

    void step() {
        power1 *= 0.9;
        power2 *= 0.999;
        double size = (double) (rate / (1 - power1));
        double root = (double) (1 / Math.sqrt(1 - power2));
        for (int p = 0; p < weights.length; p++) {
            update(size, root, weights[p], gradients[p], means[p], squares[p]);
        }
    }

    private static void update(double size, double root, double[] w, double[] g, double[] m, double[] v) {
        for (int i = 0; i < w.length; i++) {
            m[i] = BETA1 * m[i] + (1 - BETA1) * g[i];
            v[i] = BETA2 * v[i] + (1 - BETA2) * g[i] * g[i];
            w[i] -= size * m[i] / (root * (double) Math.sqrt(v[i]) + EPSILON);
        }
    }
}
