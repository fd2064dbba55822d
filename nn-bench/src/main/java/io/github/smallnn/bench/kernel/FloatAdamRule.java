// Generated from DoubleAdamRule.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.bench.kernel;

/** Adam with PyTorch's defaults over arrays of parameters. */
// The casts to float do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class FloatAdamRule {
    private static final float BETA1 = (float) 0.9f;
    private static final float BETA2 = (float) 0.999f;
    private static final float EPSILON = (float) 1e-8;

    private final float rate;
    private final float[][] weights;
    private final float[][] gradients;
    private final float[][] means;
    private final float[][] squares;
    private double power1 = 1;
    private double power2 = 1;

    FloatAdamRule(float rate, float[][] weights, float[][] gradients) {
        this.rate = rate;
        this.weights = weights;
        this.gradients = gradients;
        this.means = new float[weights.length][];
        this.squares = new float[weights.length][];
        for (int i = 0; i < weights.length; i++) {
            means[i] = new float[weights[i].length];
            squares[i] = new float[weights[i].length];
        }
    }

    void step() {
        power1 *= 0.9f;
        power2 *= 0.999f;
        float size = (float) (rate / (1 - power1));
        float root = (float) (1 / Math.sqrt(1 - power2));
        for (int p = 0; p < weights.length; p++) {
            update(size, root, weights[p], gradients[p], means[p], squares[p]);
        }
    }

    private static void update(float size, float root, float[] w, float[] g, float[] m, float[] v) {
        for (int i = 0; i < w.length; i++) {
            m[i] = BETA1 * m[i] + (1 - BETA1) * g[i];
            v[i] = BETA2 * v[i] + (1 - BETA2) * g[i] * g[i];
            w[i] -= size * m[i] / (root * (float) Math.sqrt(v[i]) + EPSILON);
        }
    }
}
