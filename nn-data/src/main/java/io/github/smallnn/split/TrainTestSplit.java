package io.github.smallnn.split;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.random.RandomSource;
import io.github.smallnn.random.RandomState;
import java.util.Arrays;

/**
 * Splits rows into a training and a test part, row for row as scikit-learn's {@code train_test_split} does. With a
 * {@link RandomState} the rows drawn are scikit-learn's exactly.
 *
 * <p>Start from {@link #defaults()}: {@code TrainTestSplit.defaults().testFraction(0.2).seed(42).split(data)}.
 * Immutable, any thread.
 *
 * @param test size of the test part
 * @param train size of the training part
 * @param shuffle whether rows are drawn at random; if not, the first rows train and the next ones test
 * @param seed seed of the {@link RandomState} that is drawn from, 0 to 2^32 - 1
 */
public record TrainTestSplit(Size test, Size train, boolean shuffle, long seed) {

    private static final Size QUARTER = new Size.Fraction(0.25);

    /**
     * A quarter of the rows for the test, the others for training, shuffled. The seed, which scikit-learn leaves
     * open, is 0.
     *
     * @return the defaults
     */
    public static TrainTestSplit defaults() {
        return new TrainTestSplit(new Size.Rest(), new Size.Rest(), true, 0);
    }

    /**
     * The same with a share of the rows, rounded up, for the test.
     *
     * @param share above 0 and below 1
     * @return a new value
     */
    public TrainTestSplit testFraction(double share) {
        return new TrainTestSplit(new Size.Fraction(share), train, shuffle, seed);
    }

    /**
     * The same with a number of rows for the test.
     *
     * @param rows at least 1
     * @return a new value
     */
    public TrainTestSplit testCount(int rows) {
        return new TrainTestSplit(new Size.Count(rows), train, shuffle, seed);
    }

    /**
     * The same with a share of the rows, rounded down, for training. Rows that neither part takes are left out.
     *
     * @param share above 0 and below 1
     * @return a new value
     */
    public TrainTestSplit trainFraction(double share) {
        return new TrainTestSplit(test, new Size.Fraction(share), shuffle, seed);
    }

    /**
     * The same with a number of rows for training. Rows that neither part takes are left out.
     *
     * @param rows at least 1
     * @return a new value
     */
    public TrainTestSplit trainCount(int rows) {
        return new TrainTestSplit(test, new Size.Count(rows), shuffle, seed);
    }

    /**
     * The same with or without random order.
     *
     * @param on whether rows are drawn at random
     * @return a new value
     */
    public TrainTestSplit shuffle(boolean on) {
        return new TrainTestSplit(test, train, on, seed);
    }

    /**
     * The same with another seed.
     *
     * @param value 0 to 2^32 - 1
     * @return a new value
     */
    public TrainTestSplit seed(long value) {
        return new TrainTestSplit(test, train, shuffle, value);
    }

    /**
     * Splits a dataset.
     *
     * @param data what to split. Not modified.
     * @return copies of the two parts
     * @throws IllegalArgumentException if the sizes do not fit the number of rows
     */
    public SplitData split(Dataset data) {
        return parts(data, rows(data.rows()));
    }

    /**
     * Splits a dataset of class indices so that both parts have about the same share of each class.
     *
     * @param data what to split; its targets are one column of class indices. Not modified.
     * @return copies of the two parts
     * @throws IllegalArgumentException if the sizes do not fit the number of rows and classes, or the targets are
     *     not one column of whole numbers
     * @throws IllegalStateException if this value does not shuffle
     */
    public SplitData splitStratified(Dataset data) {
        return parts(data, rowsStratified(ClassColumn.labels(data.targets())));
    }

    /**
     * Splits the row numbers 0 to n - 1.
     *
     * @param n number of rows
     * @return the rows of each part
     * @throws IllegalArgumentException if the sizes do not fit the number of rows, or the seed is out of range
     */
    public SplitRows rows(int n) {
        return rows(n, new RandomState(seed));
    }

    /**
     * Splits the row numbers 0 to n - 1 with a stream of random numbers; the seed of this value is not used.
     *
     * @param n number of rows
     * @param random where to draw from; advanced if this value shuffles
     * @return the rows of each part
     * @throws IllegalArgumentException if the sizes do not fit the number of rows
     */
    public SplitRows rows(int n, RandomSource random) {
        PartSizes sizes = sizes(n);
        int testRows = sizes.test();
        int trainRows = sizes.train();
        if (!shuffle) {
            int[] order = new int[n];
            Arrays.setAll(order, i -> i);
            return new SplitRows(
                    Arrays.copyOf(order, trainRows), Arrays.copyOfRange(order, trainRows, trainRows + testRows));
        }
        int[] order = random.permutation(n);
        return new SplitRows(Arrays.copyOfRange(order, testRows, testRows + trainRows), Arrays.copyOf(order, testRows));
    }

    /**
     * Splits row numbers so that both parts have about the same share of each label.
     *
     * @param labels one label per row. Not modified.
     * @return the rows of each part
     * @throws IllegalArgumentException if the sizes do not fit the number of rows and labels, a label has one row
     *     only, or the seed is out of range
     * @throws IllegalStateException if this value does not shuffle
     */
    public SplitRows rowsStratified(int[] labels) {
        return rowsStratified(labels, new RandomState(seed));
    }

    /**
     * Splits row numbers so that both parts have about the same share of each label, with a stream of random
     * numbers; the seed of this value is not used.
     *
     * @param labels one label per row. Not modified.
     * @param random where to draw from; advanced
     * @return the rows of each part
     * @throws IllegalArgumentException if the sizes do not fit the number of rows and labels, or a label has one
     *     row only
     * @throws IllegalStateException if this value does not shuffle
     */
    public SplitRows rowsStratified(int[] labels, RandomSource random) {
        if (!shuffle) {
            throw new IllegalStateException("a stratified split draws rows at random: use shuffle(true)");
        }
        PartSizes sizes = sizes(labels.length);
        return Stratification.of(labels).split(sizes.train(), sizes.test(), random);
    }

    private PartSizes sizes(int n) {
        return PartSizes.of(test, train, QUARTER, n);
    }

    private static SplitData parts(Dataset data, SplitRows rows) {
        return new SplitData(data.select(rows.train()), data.select(rows.test()));
    }
}
