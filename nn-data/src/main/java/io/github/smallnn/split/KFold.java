package io.github.smallnn.split;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.random.RandomSource;
import io.github.smallnn.random.RandomState;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts the rows into folds of equal size (the first ones get a row more where they do not divide evenly), each of which
 * is the test part once: scikit-learn's {@code KFold}, row for row. Immutable, any thread.
 *
 * @param folds number of folds, at least 2
 * @param shuffle whether rows are put in random order before they are cut; within a part they stand in their own order
 *     in any case
 * @param seed seed of the {@link RandomState} that is drawn from, 0 to 2^32 - 1; nothing is drawn without shuffling
 */
public record KFold(int folds, boolean shuffle, long seed) implements Splitter {

    /**
     * Checks the number of folds.
     *
     * @param folds number of folds, at least 2
     * @param shuffle whether rows are put in random order before they are cut
     * @param seed seed of the generator, 0 to 2^32 - 1
     * @throws IllegalArgumentException if there are fewer than 2 folds
     */
    public KFold {
        Folds.check(folds);
    }

    /**
     * The defaults of scikit-learn: 5 folds, not shuffled. The seed, which scikit-learn leaves open, is 0.
     *
     * @return the defaults
     */
    public static KFold defaults() {
        return new KFold(5, false, 0);
    }

    /**
     * The same with another number of folds.
     *
     * @param n number of folds, at least 2
     * @return a new value
     */
    public KFold folds(int n) {
        return new KFold(n, shuffle, seed);
    }

    /**
     * The same with or without random order.
     *
     * @param on whether to shuffle
     * @return a new value
     */
    public KFold shuffle(boolean on) {
        return new KFold(folds, on, seed);
    }

    /**
     * The same with another seed.
     *
     * @param value 0 to 2^32 - 1
     * @return a new value
     */
    public KFold seed(long value) {
        return new KFold(folds, shuffle, value);
    }

    @Override
    public List<SplitRows> rows(Dataset data) {
        return rows(data.rows());
    }

    /**
     * Splits the row numbers 0 to n - 1.
     *
     * @param n number of rows, at least as many as folds
     * @return one split for each fold
     * @throws IllegalArgumentException if there are fewer rows than folds, or the seed is out of range
     */
    public List<SplitRows> rows(int n) {
        return rows(n, new RandomState(seed));
    }

    /**
     * Splits the row numbers 0 to n - 1 with a stream of random numbers; the seed of this value is not used.
     *
     * @param n number of rows, at least as many as folds
     * @param random where to draw from; advanced if this value shuffles
     * @return one split for each fold
     * @throws IllegalArgumentException if there are fewer rows than folds
     */
    public List<SplitRows> rows(int n, RandomSource random) {
        if (n < folds) {
            throw new IllegalArgumentException(folds + " folds need at least as many rows, got " + n);
        }
        int[] order = new int[n];
        Arrays.setAll(order, i -> i);
        if (shuffle) {
            random.shuffle(order);
        }
        int[] foldOfRow = new int[n];
        int longer = n % folds;
        int i = 0;
        for (int f = 0; f < folds; f++) {
            int end = i + n / folds + (f < longer ? 1 : 0);
            while (i < end) {
                foldOfRow[order[i++]] = f;
            }
        }
        return Folds.splits(foldOfRow, folds);
    }
}
