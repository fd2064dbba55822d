// Generated from DoubleGradientSum.java, which is the file to change; TwinTest writes this one.
package io.github.smallnn.optim.kernel;

import io.github.smallnn.tensor.FloatTensor;
import io.github.smallnn.tensor.Tensor;

/** The sum of gradients, for floats. */
// The casts to float do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class FloatGradientSum implements GradientSum {
    static final FloatGradientSum LOOPS = new FloatGradientSum();

    // So many sums stay in the first-level cache while one share after the other is added.
    private static final int BLOCK = 1024;

    @Override
    public void reduce(double factor, Tensor[] shares, int count, int from, int to) {
        float f = (float) factor;
        float[] sum = data(shares[0]);
        for (int begin = from; begin < to; begin += BLOCK) {
            int end = Math.min(begin + BLOCK, to);
            for (int k = 1; k < count - 1; k++) {
                add(sum, data(shares[k]), begin, end);
            }
            if (count == 1) {
                scale(f, sum, begin, end);
            } else {
                addAndScale(f, sum, data(shares[count - 1]), begin, end);
            }
        }
    }

    private static void add(float[] sum, float[] x, int from, int to) {
        for (int i = from; i < to; i++) {
            sum[i] += x[i];
        }
    }

    private static void scale(float f, float[] sum, int from, int to) {
        for (int i = from; i < to; i++) {
            sum[i] *= f;
        }
    }

    private static void addAndScale(float f, float[] sum, float[] x, int from, int to) {
        for (int i = from; i < to; i++) {
            sum[i] = (sum[i] + x[i]) * f;
        }
    }

    private static float[] data(Tensor t) {
        return ((FloatTensor) t).matrix().data;
    }
}
