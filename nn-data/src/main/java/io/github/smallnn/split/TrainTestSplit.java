package io.github.smallnn.split;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.random.RandomSource;
import io.github.smallnn.random.RandomState;
import io.github.smallnn.tensor.Tensor;
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
        return parts(data, rowsStratified(labels(data.targets())));
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
        int testRows = testRows(n);
        int trainRows = trainRows(n, testRows);
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
        int testRows = testRows(labels.length);
        return Stratification.of(labels).split(trainRows(labels.length, testRows), testRows, random);
    }

    private int testRows(int n) {
        boolean open = test instanceof Size.Rest && train instanceof Size.Rest;
        Size size = open ? QUARTER : test;
        int rows;
        if (size instanceof Size.Fraction f) {
            rows = (int) Math.ceil(f.share() * n);
        } else if (size instanceof Size.Count c) {
            rows = c.rows();
        } else {
            rows = n - trainRows(n, 0);
        }
        if (rows < 1 || rows >= n) {
            throw new IllegalArgumentException(doesNotFit("test", rows, n));
        }
        return rows;
    }

    private int trainRows(int n, int testRows) {
        int rows = n - testRows;
        if (train instanceof Size.Fraction f) {
            rows = (int) Math.floor(f.share() * n);
        } else if (train instanceof Size.Count c) {
            rows = c.rows();
        }
        if (rows < 1 || rows > n - testRows) {
            throw new IllegalArgumentException(doesNotFit("training", rows, n)
                    + (testRows == 0 ? "" : " beside a test part of " + testRows + " rows"));
        }
        return rows;
    }

    private static String doesNotFit(String part, int rows, int n) {
        return "a " + part + " part of " + rows + " rows does not fit " + n
                + " rows; both parts need at least one row and together at most all rows";
    }

    private static SplitData parts(Dataset data, SplitRows rows) {
        return new SplitData(data.select(rows.train()), data.select(rows.test()));
    }

    private static int[] labels(Tensor targets) {
        if (targets.cols() != 1) {
            throw new IllegalArgumentException(
                    "a stratified split needs one column of class indices, but the targets are " + targets.describe());
        }
        int[] labels = new int[targets.rows()];
        for (int r = 0; r < labels.length; r++) {
            double value = targets.get(r, 0);
            if (value != (int) value) {
                throw new IllegalArgumentException("target of row " + r + " is " + value
                        + "; a stratified split needs class indices, which are whole numbers");
            }
            labels[r] = (int) value;
        }
        return labels;
    }
}
