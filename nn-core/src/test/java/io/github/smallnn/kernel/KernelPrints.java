package io.github.smallnn.kernel;

import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;
import io.github.smallnn.testing.Bits;
import java.util.Random;
import java.util.Set;

/** Fingerprints of what single kernels give, each over some thousand numbers drawn in the same way everywhere. */
final class KernelPrints {
    private static final int ROWS = 77;
    private static final int COLS = 53;
    private static final boolean[] BOTH = {false, true};
    private static final double[] BETAS = {0, 1, 0.5};
    /** What takes probabilities or rates, not any number, as prediction. */
    private static final Set<Pairwise> POSITIVE =
            Set.of(Pairwise.BINARY_CROSS_ENTROPY, Pairwise.POISSON_RATE, Pairwise.GAUSSIAN);

    private static final double P = 0.75;
    private static final double Q = 2;

    private final Precision precision;
    private final Kernels kernels;

    KernelPrints(Precision precision) {
        this.precision = precision;
        this.kernels = Kernels.of(precision);
    }

    /** Products of all transpositions and betas, with the sums of a narrow, a single and a wide column. */
    String gemm(int m, int n, int k) {
        Bits bits = new Bits();
        for (boolean ta : BOTH) {
            for (boolean tb : BOTH) {
                for (double beta : BETAS) {
                    Tensor a = ordinary(1, ta ? k : m, ta ? m : k);
                    Tensor b = ordinary(2, tb ? n : k, tb ? k : n);
                    Tensor c = ordinary(3, m, n);
                    kernels.gemm(ta, tb, -0.75, a, b, beta, c);
                    bits.add(c);
                }
            }
        }
        return bits.hex();
    }

    /** A function of one number and its derivative, for numbers of all sizes and of ordinary ones. */
    String unary(Unary f) {
        Bits bits = new Bits();
        for (Tensor x : new Tensor[] {ordinary(4, ROWS, COLS), anySize(5)}) {
            Tensor y = zeros(ROWS, COLS);
            kernels.unary(f, P, Q, x, y);
            bits.add(y);
            for (double beta : BETAS) {
                Tensor dx = ordinary(6, ROWS, COLS);
                kernels.unaryBackward(f, P, Q, x, y, ordinary(7, ROWS, COLS), beta, dx);
                bits.add(dx);
            }
        }
        return bits.hex();
    }

    /** A loss of pairs of numbers and its derivatives. */
    String pairwise(Pairwise f) {
        Tensor x = zeros(ROWS, COLS);
        Tensor t = zeros(ROWS, COLS);
        kernels.unary(POSITIVE.contains(f) ? Unary.SIGMOID : Unary.IDENTITY, 0, 0, ordinary(8, ROWS, COLS), x);
        kernels.unary(Unary.SIGMOID, 0, 0, ordinary(9, ROWS, COLS), t);
        Tensor values = zeros(ROWS, COLS);
        kernels.pairwise(f, P, x, t, values);
        Bits bits = new Bits().add(values);
        for (boolean byTarget : BOTH) {
            Tensor d = zeros(ROWS, COLS);
            kernels.pairwiseBackward(f, byTarget, P, x, t, ordinary(10, ROWS, COLS), 0, d);
            bits.add(d);
        }
        return bits.hex();
    }

    /** A dense layer in one call. */
    String dense() {
        Bits bits = new Bits();
        for (Unary f : Unary.values()) {
            Tensor z = zeros(ROWS, COLS);
            Tensor y = zeros(ROWS, COLS);
            Tensor bias = ordinary(13, 1, COLS);
            kernels.dense(ordinary(11, ROWS, 21), ordinary(12, 21, COLS), bias, f, P, Q, f.needsInput() ? z : y, y);
            bits.add(y);
        }
        return bits.hex();
    }

    /** Sums over everything, over rows and over columns. */
    String sums() {
        Bits bits = new Bits();
        for (int rows = 1; rows <= ROWS; rows++) {
            Tensor x = ordinary(14, rows, COLS);
            Tensor down = zeros(1, COLS);
            Tensor across = zeros(rows, 1);
            kernels.sumRows(x, 0, down);
            kernels.sumColumns(x, 0, across);
            bits.add(down).add(across).add(kernels.sum(x, null), kernels.sum(x, ordinary(15, rows, 1)));
        }
        return bits.hex();
    }

    /** Softmax, its logarithm and their derivatives, for rows of 1 to {@link #COLS} columns. */
    String softmax() {
        Bits bits = new Bits();
        for (int cols = 1; cols <= COLS; cols++) {
            Tensor x = ordinary(16, ROWS, cols);
            Tensor g = ordinary(17, ROWS, cols);
            Tensor y = zeros(ROWS, cols);
            Tensor dx = zeros(ROWS, cols);
            kernels.softmax(x, y);
            kernels.softmaxBackward(y, g, 0, dx);
            bits.add(y).add(dx);
            kernels.logSoftmax(x, y);
            kernels.logSoftmaxBackward(y, g, 0, dx);
            bits.add(y).add(dx);
        }
        return bits.hex();
    }

    /** Cross-entropy of given distributions and of given classes. */
    String crossEntropy() {
        Tensor x = ordinary(18, ROWS, COLS);
        Tensor t = zeros(ROWS, COLS);
        kernels.softmax(ordinary(19, ROWS, COLS), t);
        Tensor g = ordinary(20, ROWS, 1);
        Tensor values = zeros(ROWS, 1);
        Tensor logp = zeros(ROWS, COLS);
        Tensor dx = zeros(ROWS, COLS);
        kernels.crossEntropy(x, t, values, logp);
        kernels.crossEntropyBackward(logp, t, g, 0, dx);
        Bits bits = new Bits().add(values).add(logp).add(dx);
        Tensor classes = zeros(ROWS, 1);
        for (int r = 0; r < ROWS; r++) {
            classes.set(r, 0, r % COLS);
        }
        kernels.indexCrossEntropy(x, classes, values, logp);
        kernels.indexCrossEntropyBackward(logp, classes, g, 0, dx);
        return bits.add(values).add(logp).add(dx).hex();
    }

    /** Normalised rows and channels and their derivatives. */
    String norms() {
        NormKernels norm = kernels.norm();
        Tensor x = ordinary(21, ROWS, COLS);
        Tensor y = zeros(ROWS, COLS);
        Tensor rstd = zeros(ROWS, 1);
        Tensor dx = zeros(ROWS, COLS);
        norm.rowNorm(1e-5, x, y, rstd);
        norm.rowNormBackward(y, rstd, ordinary(22, ROWS, COLS), 0, dx);
        Bits bits = new Bits().add(y).add(rstd).add(dx);
        Tensor mean = zeros(1, COLS);
        Tensor variance = zeros(1, COLS);
        Tensor root = zeros(1, COLS);
        norm.channelMoments(x, mean, variance);
        norm.inverseRoot(1e-5, variance, root);
        norm.channelNorm(x, mean, root, ordinary(23, 1, COLS), ordinary(24, 1, COLS), y);
        return bits.add(mean).add(variance).add(root).add(y).hex();
    }

    private Tensor zeros(int rows, int cols) {
        return Tensor.zeros(precision, rows, cols);
    }

    /** Numbers between -4 and 4. */
    private Tensor ordinary(long seed, int rows, int cols) {
        Random random = new Random(seed);
        return Tensor.of(rows, cols, random.doubles((long) rows * cols, -4, 4).toArray())
                .to(precision);
    }

    /** Numbers whose bits are random, so of every exponent, and the special ones. */
    private Tensor anySize(long seed) {
        Random random = new Random(seed);
        double[] values = new double[ROWS * COLS];
        for (int i = 0; i < values.length; i++) {
            values[i] = precision == Precision.DOUBLE
                    ? Double.longBitsToDouble(random.nextLong())
                    : Float.intBitsToFloat(random.nextInt());
        }
        double[] special = {0.0, -0.0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1, -1};
        System.arraycopy(special, 0, values, 0, special.length);
        return Tensor.of(ROWS, COLS, values).to(precision);
    }
}
