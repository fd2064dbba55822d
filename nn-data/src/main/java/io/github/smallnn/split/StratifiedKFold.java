package io.github.smallnn.split;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.random.RandomSource;
import io.github.smallnn.random.RandomState;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts the rows into folds with about the same share of each class, each of which is the test part once: scikit-learn's
 * {@code StratifiedKFold}, row for row. Immutable, any thread.
 *
 * <p>Differs from scikit-learn in that a class with fewer rows than folds is an error for every class, not for the
 * largest only.
 *
 * @param folds number of folds, at least 2
 * @param shuffle whether the rows of each class are put in random order
 * @param seed seed of the {@link RandomState} that is drawn from, 0 to 2^32 - 1; nothing is drawn without shuffling
 */
public record StratifiedKFold(int folds, boolean shuffle, long seed) implements Splitter {

    /**
     * Checks the number of folds.
     *
     * @param folds number of folds, at least 2
     * @param shuffle whether the rows of each class are put in random order
     * @param seed seed of the generator, 0 to 2^32 - 1
     * @throws IllegalArgumentException if there are fewer than 2 folds
     */
    public StratifiedKFold {
        Folds.check(folds);
    }

    /**
     * The defaults of scikit-learn: 5 folds, not shuffled. The seed, which scikit-learn leaves open, is 0.
     *
     * @return the defaults
     */
    public static StratifiedKFold defaults() {
        return new StratifiedKFold(5, false, 0);
    }

    /**
     * The same with another number of folds.
     *
     * @param n number of folds, at least 2
     * @return a new value
     */
    public StratifiedKFold folds(int n) {
        return new StratifiedKFold(n, shuffle, seed);
    }

    /**
     * The same with or without random order.
     *
     * @param on whether to shuffle
     * @return a new value
     */
    public StratifiedKFold shuffle(boolean on) {
        return new StratifiedKFold(folds, on, seed);
    }

    /**
     * The same with another seed.
     *
     * @param value 0 to 2^32 - 1
     * @return a new value
     */
    public StratifiedKFold seed(long value) {
        return new StratifiedKFold(folds, shuffle, value);
    }

    @Override
    public List<SplitRows> rows(Dataset data) {
        return rows(ClassColumn.labels(data.targets()));
    }

    /**
     * Splits row numbers.
     *
     * @param labels one label per row. Not modified.
     * @return one split for each fold
     * @throws IllegalArgumentException if a label has fewer rows than there are folds, or the seed is out of range
     */
    public List<SplitRows> rows(int[] labels) {
        return rows(labels, new RandomState(seed));
    }

    /**
     * Splits row numbers with a stream of random numbers; the seed of this value is not used.
     *
     * @param labels one label per row. Not modified.
     * @param random where to draw from; advanced if this value shuffles
     * @return one split for each fold
     * @throws IllegalArgumentException if a label has fewer rows than there are folds
     */
    public List<SplitRows> rows(int[] labels, RandomSource random) {
        // Classes are counted in the order in which they appear. Their rows, written one class after the other, go to
        // the
        // folds in turn; that gives the number of rows of each class in each fold.
        int[] classes = Arrays.stream(labels).distinct().toArray();
        int[] foldOfRow = new int[labels.length];
        int before = 0;
        for (int label : classes) {
            int[] foldOfMember = dealt(before, count(labels, label));
            if (foldOfMember.length < folds) {
                throw new IllegalArgumentException("class " + label + " has " + foldOfMember.length
                        + " rows, fewer than the " + folds + " folds; take fewer folds or do not stratify");
            }
            before += foldOfMember.length;
            if (shuffle) {
                random.shuffle(foldOfMember);
            }
            int member = 0;
            for (int r = 0; r < labels.length; r++) {
                if (labels[r] == label) {
                    foldOfRow[r] = foldOfMember[member++];
                }
            }
        }
        return Folds.splits(foldOfRow, folds);
    }

    private static int count(int[] labels, int label) {
        return (int) Arrays.stream(labels).filter(l -> l == label).count();
    }

    /** The folds of a class whose first row is number {@code before} in the row of all classes, in blocks by fold. */
    private int[] dealt(int before, int members) {
        int[] foldOfMember = new int[members];
        for (int i = 0; i < members; i++) {
            foldOfMember[i] = (before + i) % folds;
        }
        Arrays.sort(foldOfMember);
        return foldOfMember;
    }
}
