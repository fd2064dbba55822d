package io.github.smallnn.random;

/**
 * A stream of random numbers that can be saved and repeated.
 *
 * <p>The same implementation, seed and sequence of calls give the same numbers on every platform. Every method but
 * {@link #state()} may advance the stream; a call that throws leaves it where it was.
 *
 * <p>Not safe for use by several threads: a source is confined to the thread that uses it.
 */
public interface RandomSource {
    /**
     * The place in a stream, as an immutable value: a source that is given it back repeats what followed. Each
     * implementation has its own record.
     */
    interface State {
        /**
         * The name of the algorithm whose state this is.
         *
         * @return the name, such as {@code MT19937}
         */
        String algorithm();
    }

    /**
     * Draws from the uniform distribution on [0, 1).
     *
     * @return a number of at most 53 significant bits
     */
    double uniform();

    /**
     * Draws from the uniform distribution between two bounds: {@code low + (high - low) * uniform()}.
     *
     * @param low the lower bound
     * @param high the upper bound, at least {@code low}; rounding may return it
     * @return the number drawn
     * @throws IllegalArgumentException if the bounds or their difference are not finite, or low is above high
     */
    default double uniform(double low, double high) {
        Arguments.checkBounds(low, high);
        return low + (high - low) * uniform();
    }

    /**
     * Draws from the standard normal distribution.
     *
     * @return the number drawn
     */
    double normal();

    /**
     * Draws from a normal distribution: {@code mean + sd * normal()}.
     *
     * @param mean the mean
     * @param sd the standard deviation, zero or above
     * @return the number drawn
     * @throws IllegalArgumentException if the mean or the deviation is not finite, or the deviation is negative
     */
    default double normal(double mean, double sd) {
        Arguments.checkNormal(mean, sd);
        return mean + sd * normal();
    }

    /**
     * Draws a whole number, all of low, low + 1, ..., high - 1 being equally likely.
     *
     * @param low the smallest number that can be drawn
     * @param high one more than the largest, above {@code low}
     * @return the number drawn
     * @throws IllegalArgumentException if low is not below high
     */
    long integers(long low, long high);

    /**
     * Puts values in random order, all orders being equally likely.
     *
     * @param values the values, modified
     */
    void shuffle(int[] values);

    /**
     * The numbers 0, 1, ..., n - 1 in random order.
     *
     * @param n how many, zero or more
     * @return a new array of n numbers
     * @throws IllegalArgumentException if n is negative
     */
    default int[] permutation(int n) {
        int[] order = new int[Arguments.checkCount("n", n)];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        shuffle(order);
        return order;
    }

    /**
     * Fills an array as {@link #uniform(double, double)} would, in index order. An implementation whose reference
     * library draws arrays by another recipe follows that one.
     *
     * @param target the array, modified
     * @param low the lower bound
     * @param high the upper bound, at least {@code low}
     * @throws IllegalArgumentException if the bounds or their difference are not finite, or low is above high
     */
    default void fillUniform(double[] target, double low, double high) {
        Arguments.checkBounds(low, high);
        for (int i = 0; i < target.length; i++) {
            target[i] = low + (high - low) * uniform();
        }
    }

    /**
     * Fills an array as {@link #normal(double, double)} would, in index order. An implementation whose reference
     * library draws arrays by another recipe follows that one.
     *
     * @param target the array, modified
     * @param mean the mean
     * @param sd the standard deviation, zero or above
     * @throws IllegalArgumentException if the mean or the deviation is not finite, or the deviation is negative
     */
    default void fillNormal(double[] target, double mean, double sd) {
        Arguments.checkNormal(mean, sd);
        for (int i = 0; i < target.length; i++) {
            target[i] = mean + sd * normal();
        }
    }

    /**
     * The present place in the stream.
     *
     * @return an immutable value that {@link #restore(State)} takes
     */
    State state();

    /**
     * Goes to a place in a stream, whatever its seed was.
     *
     * @param state what {@link #state()} of a source of the same kind returned
     * @throws IllegalArgumentException if the state is another kind of generator's
     */
    void restore(State state);
}
