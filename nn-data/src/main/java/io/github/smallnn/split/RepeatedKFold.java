package io.github.smallnn.split;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.random.RandomSource;
import io.github.smallnn.random.RandomState;
import java.util.ArrayList;
import java.util.List;

/**
 * A shuffled {@link KFold} several times, from one stream of random numbers: scikit-learn's {@code RepeatedKFold}, row
 * for row. Immutable, any thread.
 *
 * @param folds number of folds, at least 2
 * @param repeats how often, at least 1
 * @param seed seed of the {@link RandomState} that is drawn from, 0 to 2^32 - 1
 */
public record RepeatedKFold(int folds, int repeats, long seed) implements Splitter {

    /**
     * Checks the numbers.
     *
     * @param folds number of folds, at least 2
     * @param repeats how often, at least 1
     * @param seed seed of the generator, 0 to 2^32 - 1
     * @throws IllegalArgumentException if one is out of its range, naming it
     */
    public RepeatedKFold {
        Folds.check(folds);
        if (repeats < 1) {
            throw new IllegalArgumentException("repeats must be at least 1, got " + repeats);
        }
    }

    /**
     * The defaults of scikit-learn: 5 folds, 10 times. The seed, which scikit-learn leaves open, is 0.
     *
     * @return the defaults
     */
    public static RepeatedKFold defaults() {
        return new RepeatedKFold(5, 10, 0);
    }

    /**
     * The same with another number of folds.
     *
     * @param n number of folds, at least 2
     * @return a new value
     */
    public RepeatedKFold folds(int n) {
        return new RepeatedKFold(n, repeats, seed);
    }

    /**
     * The same with another number of repeats.
     *
     * @param n how often, at least 1
     * @return a new value
     */
    public RepeatedKFold repeats(int n) {
        return new RepeatedKFold(folds, n, seed);
    }

    /**
     * The same with another seed.
     *
     * @param value 0 to 2^32 - 1
     * @return a new value
     */
    public RepeatedKFold seed(long value) {
        return new RepeatedKFold(folds, repeats, value);
    }

    @Override
    public List<SplitRows> rows(Dataset data) {
        return rows(data.rows());
    }

    /**
     * Splits the row numbers 0 to n - 1.
     *
     * @param n number of rows, at least as many as folds
     * @return one split for each fold of each repeat
     * @throws IllegalArgumentException if there are fewer rows than folds, or the seed is out of range
     */
    public List<SplitRows> rows(int n) {
        return rows(n, new RandomState(seed));
    }

    /**
     * Splits the row numbers 0 to n - 1 with a stream of random numbers; the seed of this value is not used.
     *
     * @param n number of rows, at least as many as folds
     * @param random where to draw from; advanced
     * @return one split for each fold of each repeat
     * @throws IllegalArgumentException if there are fewer rows than folds
     */
    public List<SplitRows> rows(int n, RandomSource random) {
        KFold once = new KFold(folds, true, seed);
        List<SplitRows> splits = new ArrayList<>();
        for (int i = 0; i < repeats; i++) {
            splits.addAll(once.rows(n, random));
        }
        return splits;
    }
}
