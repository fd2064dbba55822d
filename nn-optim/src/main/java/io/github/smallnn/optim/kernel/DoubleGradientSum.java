package io.github.smallnn.optim.kernel;

import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Tensor;

/** The sum of gradients, for doubles. */
// The casts to double do nothing here and round in the float twin.
@SuppressWarnings("cast")
final class DoubleGradientSum implements GradientSum {
    static final DoubleGradientSum LOOPS = new DoubleGradientSum();

    // So many sums stay in the first-level cache while one share after the other is added.
    private static final int BLOCK = 1024;

    @Override
    public void reduce(double factor, Tensor[] shares, int count, int from, int to) {
        double f = (double) factor;
        double[] sum = data(shares[0]);
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

    private static void add(double[] sum, double[] x, int from, int to) {
        for (int i = from; i < to; i++) {
            sum[i] += x[i];
        }
    }

    private static void scale(double f, double[] sum, int from, int to) {
        for (int i = from; i < to; i++) {
            sum[i] *= f;
        }
    }

    private static void addAndScale(double f, double[] sum, double[] x, int from, int to) {
        for (int i = from; i < to; i++) {
            sum[i] = (sum[i] + x[i]) * f;
        }
    }

    private static double[] data(Tensor t) {
        return ((DoubleTensor) t).matrix().data;
    }
}
