package io.github.smallnn.examples;

/**
 * Root mean squared error in NumPy's order of summation: the same errors give the same digits as in a document that
 * used NumPy. (Where an error is nothing but rounding, one input that is off by its last bit still shows.)
 *
 * <p>NumPy sums up to 128 numbers in eight interleaved chains and splits longer runs in halves of whole eights.
 */
final class NumpyRmse {
    private static final int CHAINS = 8;
    private static final int BLOCK = 128;

    private NumpyRmse() {}

    static double of(double[] y, double[] predictions) {
        double[] squares = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            double error = y[i] - predictions[i];
            squares[i] = error * error;
        }
        return Math.sqrt(sum(squares, 0, squares.length) / squares.length);
    }

    private static double sum(double[] v, int from, int n) {
        if (n < CHAINS) {
            return inOrder(v, from, n, 0);
        }
        if (n <= BLOCK) {
            return inChains(v, from, n);
        }
        int half = n / 2;
        half -= half % CHAINS;
        return sum(v, from, half) + sum(v, from + half, n - half);
    }

    private static double inChains(double[] v, int from, int n) {
        double[] r = new double[CHAINS];
        int whole = n - n % CHAINS;
        for (int i = 0; i < whole; i++) {
            r[i % CHAINS] += v[from + i];
        }
        double sum = ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]));
        return inOrder(v, from + whole, n - whole, sum);
    }

    private static double inOrder(double[] v, int from, int n, double start) {
        double sum = start;
        for (int i = from; i < from + n; i++) {
            sum += v[i];
        }
        return sum;
    }
}
