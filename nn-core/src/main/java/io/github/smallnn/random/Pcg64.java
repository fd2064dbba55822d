package io.github.smallnn.random;

import java.util.BitSet;
import java.util.Objects;

/**
 * NumPy's {@code numpy.random.default_rng(seed)}, draw for draw: {@code SeedSequence}, the generator PCG64 and the
 * recipes of NumPy's {@code Generator}. The same seed and the same calls give the same integers, orders, uniform and
 * normal numbers, bit for bit, on every platform; numbers from the far tail of a normal or exponential distribution
 * pass through a logarithm and may differ by a unit in the last place from those of NumPy.
 *
 * <p>Not to be confused with {@link RandomState}, which scikit-learn draws from.
 *
 * <p>Not safe for use by several threads.
 */
public final class Pcg64 implements RandomSource {
    private static final int LARGE_POPULATION = 10000;
    private static final int LARGE_SHARE = 50;

    private final PcgWords words = new PcgWords();

    /**
     * A generator seeded by one number.
     *
     * @param seed the seed, zero or above
     * @throws IllegalArgumentException if the seed is negative
     */
    public Pcg64(long seed) {
        this(new long[] {seed});
    }

    /**
     * A generator seeded by several numbers. A seed of one number in an array gives the stream of the number alone.
     *
     * @param seed one or more numbers of zero or above, not modified
     * @throws IllegalArgumentException if there are none or one is negative
     */
    public Pcg64(long[] seed) {
        if (seed.length == 0) {
            throw new IllegalArgumentException("a seed array must have at least one number, got none");
        }
        for (int i = 0; i < seed.length; i++) {
            if (seed[i] < 0) {
                throw new IllegalArgumentException("seed[" + i + "] must be zero or more, got " + seed[i]);
            }
        }
        words.seed(new SeedSequence(seed).draw64(4));
    }

    /**
     * The generator's next word, without any distribution: NumPy's {@code bit_generator.random_raw}.
     *
     * @return 64 random bits
     */
    public long word() {
        return words.next64();
    }

    /**
     * Draws from the uniform distribution on [0, 1): NumPy's {@code random}. Takes one word w: {@code floor(w / 2^11) /
     * 2^53}.
     *
     * @return a multiple of 2^-53
     */
    @Override
    public double uniform() {
        return ZigguratDraws.uniform(words);
    }

    /**
     * Draws from the standard normal distribution: NumPy's {@code standard_normal}, by the ziggurat method.
     *
     * @return the number drawn
     */
    @Override
    public double normal() {
        return ZigguratDraws.normal(words);
    }

    /**
     * Draws from an exponential distribution: NumPy's {@code exponential}, by the ziggurat method.
     *
     * @param scale the mean, zero or above
     * @return the number drawn
     * @throws IllegalArgumentException if the scale is negative or not finite
     */
    public double exponential(double scale) {
        Arguments.checkScale(scale);
        return scale * ZigguratDraws.exponential(words);
    }

    /**
     * Draws a whole number from {@code low} to {@code high - 1}: NumPy's {@code integers} with its default type, by
     * Lemire's multiplication.
     *
     * @param low the smallest number that can be drawn
     * @param high one more than the largest, above {@code low}
     * @return the number drawn
     * @throws IllegalArgumentException if low is not below high
     */
    @Override
    public long integers(long low, long high) {
        Arguments.checkRange(low, high);
        return low + LemireIntegers.draw(words, high - 1 - low);
    }

    /**
     * Draws a whole number from {@code low} to {@code high}, both included: NumPy's {@code integers(...,
     * endpoint=True)}.
     *
     * @param low the smallest number that can be drawn
     * @param high the largest, at least {@code low}
     * @return the number drawn
     * @throws IllegalArgumentException if low is above high
     */
    public long integersInclusive(long low, long high) {
        Arguments.checkInclusiveRange(low, high);
        return low + LemireIntegers.draw(words, high - low);
    }

    /**
     * Puts values in random order: NumPy's {@code shuffle}. For i from the last index down to 1 exchanges the values at
     * i and at an index drawn from 0 to i by masked rejection.
     *
     * @param values the values, modified
     */
    @Override
    public void shuffle(int[] values) {
        for (int i = values.length - 1; i > 0; i--) {
            swap(values, i, (int) MaskedIntegers.draw(words, i));
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
    public void shuffle(int n, RandomState.Swap rows) {
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
        if (replace) {
            int[] chosen = new int[size];
            for (int i = 0; i < size; i++) {
                chosen[i] = (int) LemireIntegers.draw(words, n - 1);
            }
            return chosen;
        }
        return n > LARGE_POPULATION && size > n / LARGE_SHARE ? endOfShuffle(n, size) : floyd(n, size);
    }

    /* The last indices of all, of which only these are shuffled. */
    private int[] endOfShuffle(int n, int size) {
        int[] all = new int[n];
        for (int i = 0; i < n; i++) {
            all[i] = i;
        }
        shuffleFrom(Math.max(n - size, 1), all);
        int[] chosen = new int[size];
        System.arraycopy(all, n - size, chosen, 0, size);
        return chosen;
    }

    /* R. Floyd's sampling, in J. Bentley, "Programming Pearls", CACM 30 (1987), and a shuffle of what it found. */
    private int[] floyd(int n, int size) {
        int[] chosen = new int[size];
        BitSet taken = new BitSet();
        for (int j = n - size; j < n; j++) {
            int drawn = (int) LemireIntegers.draw(words, j);
            int index = taken.get(drawn) ? j : drawn;
            taken.set(index);
            chosen[j - n + size] = index;
        }
        shuffleFrom(1, chosen);
        return chosen;
    }

    private void shuffleFrom(int first, int[] values) {
        for (int i = values.length - 1; i >= first; i--) {
            swap(values, i, (int) LemireIntegers.draw(words, i));
        }
    }

    private static void swap(int[] values, int i, int j) {
        int moved = values[i];
        values[i] = values[j];
        values[j] = moved;
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
     * The present place in the stream: NumPy's {@code bit_generator.state}.
     *
     * @return an immutable value
     */
    @Override
    public Pcg64State state() {
        return words.state();
    }

    /**
     * Goes to a place in a stream.
     *
     * @param state a {@link Pcg64State}
     * @throws IllegalArgumentException if it is another generator's
     */
    @Override
    public void restore(State state) {
        if (!(Objects.requireNonNull(state, "state") instanceof Pcg64State s)) {
            throw new IllegalArgumentException("Pcg64 restores a Pcg64State, got a state of " + state.algorithm());
        }
        words.restore(s);
    }
}
