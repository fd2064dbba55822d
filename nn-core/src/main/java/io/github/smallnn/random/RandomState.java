package io.github.smallnn.random;

import java.util.Objects;

/**
 * NumPy's legacy generator {@code numpy.random.RandomState}, draw for draw: the Mersenne Twister MT19937 and the
 * recipes that NumPy has frozen. The same seed and the same calls give the same integers, orders and uniform numbers,
 * bit for bit, on every platform. Normal and exponential numbers pass through a logarithm, which NumPy takes from the C
 * library: here they are the same on every Java platform, and NumPy's to the bit but for a few in 10,000, which differ
 * by one or two units in the last place.
 *
 * <p>Not to be confused with NumPy's {@code default_rng}, which is {@link Pcg64}.
 *
 * <p>Not safe for use by several threads.
 */
public final class RandomState implements RandomSource {
    /** Exchanges two rows of something that is being shuffled. */
    @FunctionalInterface
    public interface Swap {
        /**
         * Exchanges two different rows.
         *
         * @param i the one row
         * @param j the other row
         */
        void swap(int i, int j);
    }

    private static final long MAX_WORD = 0xffffffffL;

    private final Mt19937 words = new Mt19937();
    private boolean hasGauss;
    private double cachedGaussian;

    /**
     * A generator seeded by one number.
     *
     * @param seed the seed, from 0 to 2^32 - 1
     * @throws IllegalArgumentException if the seed is outside that range
     */
    public RandomState(long seed) {
        seed(seed);
    }

    /**
     * A generator seeded by several numbers. A seed of one number in an array gives another stream than the number
     * alone.
     *
     * @param seed one or more numbers from 0 to 2^32 - 1, not modified
     * @throws IllegalArgumentException if there are none or one is outside that range
     */
    public RandomState(long[] seed) {
        seed(seed);
    }

    /**
     * Starts anew, as if just made with that seed; a kept normal number is dropped.
     *
     * @param seed the seed, from 0 to 2^32 - 1
     * @throws IllegalArgumentException if the seed is outside that range
     */
    public void seed(long seed) {
        if (seed < 0 || seed > MAX_WORD) {
            throw new IllegalArgumentException("seed must be in 0.." + MAX_WORD + ", got " + seed);
        }
        words.seed((int) seed);
        dropGaussian();
    }

    /**
     * Starts anew, as if just made with that seed; a kept normal number is dropped.
     *
     * @param seed one or more numbers from 0 to 2^32 - 1, not modified
     * @throws IllegalArgumentException if there are none or one is outside that range
     */
    public void seed(long[] seed) {
        if (seed.length == 0) {
            throw new IllegalArgumentException("a seed array must have at least one number, got none");
        }
        int[] parts = new int[seed.length];
        for (int i = 0; i < seed.length; i++) {
            if (seed[i] < 0 || seed[i] > MAX_WORD) {
                throw new IllegalArgumentException("seed[" + i + "] must be in 0.." + MAX_WORD + ", got " + seed[i]);
            }
            parts[i] = (int) seed[i];
        }
        words.seed(parts);
        dropGaussian();
    }

    /**
     * The generator's next word, without any distribution: NumPy's {@code random_raw}.
     *
     * @return 32 random bits
     */
    public int word() {
        return words.next32();
    }

    /**
     * Draws from the uniform distribution on [0, 1): NumPy's {@code random_sample}, {@code random} and {@code rand}.
     * Takes two words, a and b: {@code (floor(a / 2^5) * 2^26 + floor(b / 2^6)) / 2^53}.
     *
     * @return a multiple of 2^-53
     */
    @Override
    public double uniform() {
        long high = words.next32() >>> 5;
        long low = words.next32() >>> 6;
        return ((high << 26) | low) * 0x1p-53;
    }

    /**
     * Several uniform numbers on [0, 1): NumPy's {@code rand(n)}. NumPy's matrices are filled row by row.
     *
     * @param n how many, zero or more
     * @return a new array
     * @throws IllegalArgumentException if n is negative
     */
    public double[] rand(int n) {
        double[] values = new double[Arguments.checkCount("n", n)];
        fillUniform(values, 0, 1);
        return values;
    }

    /**
     * Draws from the standard normal distribution: NumPy's {@code standard_normal} and {@code randn}, by the polar
     * method. Every second call returns a number kept by the one before, whatever was drawn in between.
     *
     * @return the number drawn
     */
    @Override
    public double normal() {
        // G. Marsaglia and T. A. Bray, "A convenient method for generating normal variables", SIAM Review 6 (1964).
        // NumPy's choice: the second number of a pair is returned first.
        if (hasGauss) {
            double kept = cachedGaussian;
            dropGaussian();
            return kept;
        }
        double x1;
        double x2;
        double r2;
        do {
            x1 = 2 * uniform() - 1;
            x2 = 2 * uniform() - 1;
            r2 = x1 * x1 + x2 * x2;
        } while (r2 >= 1 || r2 == 0);
        double f = Math.sqrt(-2 * CarefulLog.log(r2) / r2);
        cachedGaussian = f * x1;
        hasGauss = true;
        return f * x2;
    }

    /**
     * Several standard normal numbers: NumPy's {@code randn(n)}. NumPy's matrices are filled row by row.
     *
     * @param n how many, zero or more
     * @return a new array
     * @throws IllegalArgumentException if n is negative
     */
    public double[] randn(int n) {
        double[] values = new double[Arguments.checkCount("n", n)];
        fillNormal(values, 0, 1);
        return values;
    }

    /**
     * Draws from an exponential distribution: {@code scale * -log(1 - uniform())}, NumPy's {@code exponential}.
     *
     * @param scale the mean, zero or above
     * @return the number drawn
     * @throws IllegalArgumentException if the scale is negative or not finite
     */
    public double exponential(double scale) {
        Arguments.checkScale(scale);
        return scale * -CarefulLog.log(1 - uniform());
    }

    /**
     * Draws a whole number from {@code low} to {@code high - 1}: NumPy's {@code randint} with its default type.
     *
     * @param low the smallest number that can be drawn
     * @param high one more than the largest, above {@code low}
     * @return the number drawn
     * @throws IllegalArgumentException if low is not below high
     */
    @Override
    public long integers(long low, long high) {
        Arguments.checkRange(low, high);
        return low + MaskedIntegers.draw(words, high - 1 - low);
    }

    /**
     * Draws a whole number from {@code low} to {@code high}, both included: NumPy's {@code random_integers}.
     *
     * @param low the smallest number that can be drawn
     * @param high the largest, at least {@code low}
     * @return the number drawn
     * @throws IllegalArgumentException if low is above high
     */
    public long integersInclusive(long low, long high) {
        Arguments.checkInclusiveRange(low, high);
        return low + MaskedIntegers.draw(words, high - low);
    }

    /**
     * Draws whole numbers from {@code low} to {@code high - 1}: NumPy's {@code randint(low, high, n, dtype)}. Types of
     * 8 and 16 bits and bool share words among the numbers of one call, so one call for n numbers differs from n calls.
     *
     * @param low the smallest number that can be drawn
     * @param high one more than the largest, above {@code low}
     * @param n how many, zero or more
     * @param type NumPy's type, which must hold the range
     * @return a new array
     * @throws IllegalArgumentException if low is not below high, the type does not hold the range, or n is negative
     */
    public long[] integers(long low, long high, int n, IntegerType type) {
        type.check(low, high);
        long[] values = new long[Arguments.checkCount("n", n)];
        if (type.bits() < Integer.SIZE) {
            MaskedIntegers.fillFromPieces(words, type.bits(), low, (int) (high - 1 - low), values);
            return values;
        }
        for (int i = 0; i < n; i++) {
            values[i] = low + MaskedIntegers.draw(words, high - 1 - low);
        }
        return values;
    }

    /**
     * Puts values in random order: NumPy's {@code shuffle}. For i from the last index down to 1 exchanges the values at
     * i and at an index drawn from 0 to i.
     *
     * @param values the values, modified
     */
    @Override
    public void shuffle(int[] values) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = (int) MaskedIntegers.draw(words, i);
            int moved = values[i];
            values[i] = values[j];
            values[j] = moved;
        }
    }

    /**
     * Puts the rows of anything in random order, with the draws of {@link #shuffle(int[])}. If the callback throws, the
     * rows exchanged so far stay so and the stream has advanced.
     *
     * @param n the number of rows, zero or more
     * @param rows exchanges two rows; not called when a row stays in its place
     * @throws IllegalArgumentException if n is negative
     */
    public void shuffle(int n, Swap rows) {
        Arguments.checkCount("n", n);
        Objects.requireNonNull(rows, "rows");
        for (int i = n - 1; i > 0; i--) {
            int j = (int) MaskedIntegers.draw(words, i);
            if (i != j) {
                rows.swap(i, j);
            }
        }
    }

    /**
     * Draws indices from 0 to n - 1, all equally likely: NumPy's {@code choice(n, size, replace)}.
     *
     * @param n how many indices there are, above 0 unless size is 0
     * @param size how many to draw, zero or more
     * @param replace whether an index can be drawn again
     * @return a new array of indices in the order drawn
     * @throws IllegalArgumentException if a count is out of range, or size is above n without replacement
     */
    public int[] choice(int n, int size, boolean replace) {
        Arguments.checkChoice(n, size, replace);
        int[] chosen = new int[size];
        if (replace) {
            for (int i = 0; i < size; i++) {
                chosen[i] = (int) MaskedIntegers.draw(words, n - 1);
            }
        } else {
            System.arraycopy(permutation(n), 0, chosen, 0, size);
        }
        return chosen;
    }

    /**
     * Draws indices from 0 to n - 1 with given probabilities: NumPy's {@code choice(n, size, replace, p)}.
     *
     * @param n how many indices there are, above 0 unless size is 0
     * @param size how many to draw, zero or more
     * @param replace whether an index can be drawn again
     * @param p the n probabilities, not modified; their sum may be off 1 by 1.5e-8
     * @return a new array of indices in the order drawn
     * @throws IllegalArgumentException if a count is out of range, if the probabilities are not n, are negative, not
     *     finite or do not sum to 1, or if, without replacement, size is above n or above the number of probabilities
     *     above 0
     */
    public int[] choice(int n, int size, boolean replace, double[] p) {
        Arguments.checkChoice(n, size, replace);
        WeightedChoice.check(n, size, replace, p);
        return replace
                ? WeightedChoice.withReplacement(this, size, p)
                : WeightedChoice.withoutReplacement(this, size, p);
    }

    /**
     * The present place in the stream: NumPy's {@code get_state}.
     *
     * @return an immutable value
     */
    @Override
    public MersenneState state() {
        return new MersenneState(words.key(), words.pos(), hasGauss, cachedGaussian);
    }

    /**
     * Goes to a place in a stream: NumPy's {@code set_state}.
     *
     * @param state a {@link MersenneState}
     * @throws IllegalArgumentException if it is another generator's
     */
    @Override
    public void restore(State state) {
        if (!(Objects.requireNonNull(state, "state") instanceof MersenneState s)) {
            throw new IllegalArgumentException(
                    "RandomState restores a MersenneState of MT19937, got a state of " + state.algorithm());
        }
        words.restore(s.key(), s.pos());
        hasGauss = s.hasGauss();
        cachedGaussian = s.cachedGaussian();
    }

    private void dropGaussian() {
        hasGauss = false;
        cachedGaussian = 0;
    }
}
