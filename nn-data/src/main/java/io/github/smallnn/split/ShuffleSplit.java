package io.github.smallnn.split;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.random.RandomSource;
import io.github.smallnn.random.RandomState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Random splits, each drawn from all rows: scikit-learn's {@code ShuffleSplit}, row for row. Immutable, any thread.
 *
 * @param splits how many, at least 1
 * @param test size of the test part; a tenth of the rows if both parts are to take the rest
 * @param train size of the training part
 * @param seed seed of the {@link RandomState} that is drawn from, 0 to 2^32 - 1
 */
public record ShuffleSplit(int splits, Size test, Size train, long seed) implements Splitter {
    static final Size TENTH = new Size.Fraction(0.1);

    /**
     * Checks the number of splits.
     *
     * @param splits how many, at least 1
     * @param test size of the test part
     * @param train size of the training part
     * @param seed seed of the generator, 0 to 2^32 - 1
     * @throws IllegalArgumentException if there is no split
     */
    public ShuffleSplit {
        checkSplits(splits);
    }

    static void checkSplits(int splits) {
        if (splits < 1) {
            throw new IllegalArgumentException("splits must be at least 1, got " + splits);
        }
    }

    /**
     * The defaults of scikit-learn: 10 splits, a tenth of the rows for the test, the others for training. The seed,
     * which scikit-learn leaves open, is 0.
     *
     * @return the defaults
     */
    public static ShuffleSplit defaults() {
        return new ShuffleSplit(10, new Size.Rest(), new Size.Rest(), 0);
    }

    /**
     * The same with another number of splits.
     *
     * @param n how many, at least 1
     * @return a new value
     */
    public ShuffleSplit splits(int n) {
        return new ShuffleSplit(n, test, train, seed);
    }

    /**
     * The same with another test part.
     *
     * @param size its size; shares are rounded up
     * @return a new value
     */
    public ShuffleSplit test(Size size) {
        return new ShuffleSplit(splits, size, train, seed);
    }

    /**
     * The same with another training part.
     *
     * @param size its size; shares are rounded down
     * @return a new value
     */
    public ShuffleSplit train(Size size) {
        return new ShuffleSplit(splits, test, size, seed);
    }

    /**
     * The same with another seed.
     *
     * @param value 0 to 2^32 - 1
     * @return a new value
     */
    public ShuffleSplit seed(long value) {
        return new ShuffleSplit(splits, test, train, value);
    }

    @Override
    public List<SplitRows> rows(Dataset data) {
        return rows(data.rows());
    }

    /**
     * Splits the row numbers 0 to n - 1.
     *
     * @param n number of rows
     * @return the splits
     * @throws IllegalArgumentException if the sizes do not fit the number of rows, or the seed is out of range
     */
    public List<SplitRows> rows(int n) {
        return rows(n, new RandomState(seed));
    }

    /**
     * Splits the row numbers 0 to n - 1 with a stream of random numbers; the seed of this value is not used.
     *
     * @param n number of rows
     * @param random where to draw from; advanced
     * @return the splits
     * @throws IllegalArgumentException if the sizes do not fit the number of rows
     */
    public List<SplitRows> rows(int n, RandomSource random) {
        PartSizes sizes = PartSizes.of(test, train, TENTH, n);
        List<SplitRows> drawn = new ArrayList<>(splits);
        for (int i = 0; i < splits; i++) {
            int[] order = random.permutation(n);
            drawn.add(new SplitRows(
                    Arrays.copyOfRange(order, sizes.test(), sizes.test() + sizes.train()),
                    Arrays.copyOf(order, sizes.test())));
        }
        return drawn;
    }
}
