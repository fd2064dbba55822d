package io.github.smallnn.split;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.random.RandomSource;
import io.github.smallnn.random.RandomState;
import java.util.ArrayList;
import java.util.List;

/**
 * Random splits, each drawn from all rows, whose parts have about the same share of each class: scikit-learn's {@code
 * StratifiedShuffleSplit}, row for row. Immutable, any thread.
 *
 * @param splits how many, at least 1
 * @param test size of the test part; a tenth of the rows if both parts are to take the rest
 * @param train size of the training part
 * @param seed seed of the {@link RandomState} that is drawn from, 0 to 2^32 - 1
 */
public record StratifiedShuffleSplit(int splits, Size test, Size train, long seed) implements Splitter {
    /**
     * Checks the number of splits.
     *
     * @param splits how many, at least 1
     * @param test size of the test part
     * @param train size of the training part
     * @param seed seed of the generator, 0 to 2^32 - 1
     * @throws IllegalArgumentException if there is no split
     */
    public StratifiedShuffleSplit {
        ShuffleSplit.checkSplits(splits);
    }

    /**
     * The defaults of scikit-learn: 10 splits, a tenth of the rows for the test, the others for training. The seed,
     * which scikit-learn leaves open, is 0.
     *
     * @return the defaults
     */
    public static StratifiedShuffleSplit defaults() {
        return new StratifiedShuffleSplit(10, new Size.Rest(), new Size.Rest(), 0);
    }

    /**
     * The same with another number of splits.
     *
     * @param n how many, at least 1
     * @return a new value
     */
    public StratifiedShuffleSplit splits(int n) {
        return new StratifiedShuffleSplit(n, test, train, seed);
    }

    /**
     * The same with another test part.
     *
     * @param size its size; shares are rounded up
     * @return a new value
     */
    public StratifiedShuffleSplit test(Size size) {
        return new StratifiedShuffleSplit(splits, size, train, seed);
    }

    /**
     * The same with another training part.
     *
     * @param size its size; shares are rounded down
     * @return a new value
     */
    public StratifiedShuffleSplit train(Size size) {
        return new StratifiedShuffleSplit(splits, test, size, seed);
    }

    /**
     * The same with another seed.
     *
     * @param value 0 to 2^32 - 1
     * @return a new value
     */
    public StratifiedShuffleSplit seed(long value) {
        return new StratifiedShuffleSplit(splits, test, train, value);
    }

    @Override
    public List<SplitRows> rows(Dataset data) {
        return rows(ClassColumn.labels(data.targets()));
    }

    /**
     * Splits row numbers.
     *
     * @param labels one label per row. Not modified.
     * @return the splits
     * @throws IllegalArgumentException if the sizes do not fit the number of rows and labels, a label has one row only,
     *     or the seed is out of range
     */
    public List<SplitRows> rows(int[] labels) {
        return rows(labels, new RandomState(seed));
    }

    /**
     * Splits row numbers with a stream of random numbers; the seed of this value is not used.
     *
     * @param labels one label per row. Not modified.
     * @param random where to draw from; advanced
     * @return the splits
     * @throws IllegalArgumentException if the sizes do not fit the number of rows and labels, or a label has one row
     *     only
     */
    public List<SplitRows> rows(int[] labels, RandomSource random) {
        PartSizes sizes = PartSizes.of(test, train, ShuffleSplit.TENTH, labels.length);
        Stratification classes = Stratification.of(labels);
        List<SplitRows> drawn = new ArrayList<>(splits);
        for (int i = 0; i < splits; i++) {
            drawn.add(classes.split(sizes.train(), sizes.test(), random));
        }
        return drawn;
    }
}
