package io.github.smallnn.bench.work;

import io.github.smallnn.random.RandomState;
import java.util.Locale;

/**
 * Loops over elements that a network needs besides products. Every one runs over {@link #SETS} inputs in turn, since a
 * branch on the same numbers again and again is learnt by the processor.
 */
public enum ElementJob {
    /** y = exp(x). */
    EXP(1, 4096),
    /** y = log(x), x above 0. */
    LOG(1, 4096),
    /** y = tanh(x). */
    TANH(1, 4096),
    /** y = 1 / (1 + exp(-x)). */
    SIGMOID(1, 4096),
    /** y = x Phi(x). */
    GELU(1, 4096),
    /** y = max(x, 0). */
    RELU(1, 4096),
    /** y = g where x is above 0, else 0. */
    RELU_BACKWARD(1, 4096),
    /** Softmax of every row. */
    SOFTMAX(128, 10),
    /** One step of gradient descent with momentum. */
    MOMENTUM(784, 128),
    /** One step of Adam. */
    ADAM(784, 128);

    /** Inputs that are used in turn. */
    public static final int SETS = 16;
    /** Learning rate of the updates. */
    public static final double RATE = 0.0009765625;
    /** What momentum keeps. */
    public static final double MOMENTUM_KEPT = 0.875;

    private static final long SEED = 20_013;
    private static final int CHECKED_SETS = 3;
    private static final double DOUBLE_TOLERANCE = 1e-14;
    private static final double FLOAT_TOLERANCE = 1e-6;

    private final int rows;
    private final int columns;

    ElementJob(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /**
     * Rows of an input.
     *
     * @return rows
     */
    public int rows() {
        return rows;
    }

    /**
     * Columns of an input.
     *
     * @return columns
     */
    public int columns() {
        return columns;
    }

    /**
     * Size of an input.
     *
     * @return rows times columns
     */
    public int elements() {
        return rows * columns;
    }

    /**
     * Whether each run moves parameters that start at zero; otherwise a result depends on its inputs alone.
     *
     * @return true for the optimizers
     */
    public boolean updates() {
        return this == MOMENTUM || this == ADAM;
    }

    /**
     * Inputs of all sets, representable in float; the gradients are {@link #gradients()}.
     *
     * @return SETS x elements
     */
    public double[][] inputs() {
        return this == LOG ? uniform(SEED, 0.001, 8) : uniform(SEED, -4, 4);
    }

    /**
     * Gradients of all sets, representable in float.
     *
     * @return SETS x elements
     */
    public double[][] gradients() {
        return uniform(SEED + 1, -1, 1);
    }

    private double[][] uniform(long seed, double low, double high) {
        RandomState random = new RandomState(seed);
        double[][] all = new double[SETS][elements()];
        for (double[] set : all) {
            for (int i = 0; i < set.length; i++) {
                set[i] = (float) random.uniform(low, high);
            }
        }
        return all;
    }

    /**
     * Runs a new contestant on the first sets and holds every element against {@link StrictMath} in double.
     *
     * @param loop contestant, not yet run. Run three times.
     * @param wide whether its elements are doubles
     * @return the checksum: the sum of the elements of the last result
     * @throws IllegalStateException if an element is wrong
     */
    public double check(ElementLoop loop, boolean wide) {
        ElementReference reference = new ElementReference(this);
        double tolerance = wide ? DOUBLE_TOLERANCE : FLOAT_TOLERANCE;
        double sum = 0;
        for (int set = 0; set < CHECKED_SETS; set++) {
            loop.run(set);
            double[] expected = reference.run(set);
            sum = 0;
            for (int i = 0; i < expected.length; i++) {
                double v = loop.get(i);
                if (!(Math.abs(v - expected[i]) <= tolerance * Math.max(1, Math.abs(expected[i])))) {
                    throw new IllegalStateException(String.format(
                            Locale.ROOT,
                            "%s: element %d of set %d is %s, but should be %s; this loop is wrong and must not be timed",
                            this,
                            i,
                            set,
                            v,
                            expected[i]));
                }
                sum += v;
            }
        }
        return sum;
    }
}
