package io.github.smallnn.split;

import io.github.smallnn.random.RandomSource;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The rows of each class, and random parts that keep the shares of the classes. */
final class Stratification {
    private final int[][] rowsOfClass;

    private Stratification(int[][] rowsOfClass) {
        this.rowsOfClass = rowsOfClass;
    }

    static Stratification of(int[] labels) {
        int[] classes = Arrays.stream(labels).sorted().distinct().toArray();
        int[][] rows = new int[classes.length][];
        for (int k = 0; k < classes.length; k++) {
            int label = classes[k];
            rows[k] = IntStream.range(0, labels.length)
                    .filter(i -> labels[i] == label)
                    .toArray();
            if (rows[k].length < 2) {
                throw new IllegalArgumentException("class " + label
                        + " has one row only, so it cannot be in both parts; leave it out or do not stratify");
            }
        }
        return new Stratification(rows);
    }

    SplitRows split(int trainRows, int testRows, RandomSource random) {
        requireOnePerClass("training", trainRows);
        requireOnePerClass("test", testRows);
        int[] left = Arrays.stream(rowsOfClass).mapToInt(rows -> rows.length).toArray();
        int[] trainCounts = shares(left, trainRows, random);
        for (int k = 0; k < left.length; k++) {
            left[k] -= trainCounts[k];
        }
        int[] testCounts = shares(left, testRows, random);
        int[] train = new int[trainRows];
        int[] test = new int[testRows];
        int trained = 0;
        int tested = 0;
        for (int k = 0; k < rowsOfClass.length; k++) {
            int[] order = random.permutation(rowsOfClass[k].length);
            for (int i = 0; i < trainCounts[k]; i++) {
                train[trained++] = rowsOfClass[k][order[i]];
            }
            for (int i = trainCounts[k]; i < trainCounts[k] + testCounts[k]; i++) {
                test[tested++] = rowsOfClass[k][order[i]];
            }
        }
        random.shuffle(train);
        random.shuffle(test);
        return new SplitRows(train, test);
    }

    private void requireOnePerClass(String part, int rows) {
        if (rows < rowsOfClass.length) {
            throw new IllegalArgumentException("a stratified " + part + " part of " + rows
                    + " rows cannot hold each of " + rowsOfClass.length + " classes; make it larger");
        }
    }

    // Whole parts first; what is missing goes to the classes with the largest remainders, drawn at random among
    // equal ones. This is the mode of the multivariate hypergeometric distribution, up to ties.
    private static int[] shares(int[] available, int wanted, RandomSource random) {
        double total = Arrays.stream(available).sum();
        int[] counts = new int[available.length];
        double[] remainders = new double[available.length];
        int missing = wanted;
        for (int k = 0; k < available.length; k++) {
            double share = available[k] / total * wanted;
            counts[k] = (int) Math.floor(share);
            remainders[k] = share - counts[k];
            missing -= counts[k];
        }
        double[] levels = Arrays.stream(remainders).sorted().distinct().toArray();
        for (int level = levels.length - 1; level >= 0 && missing > 0; level--) {
            double value = levels[level];
            int[] equal = IntStream.range(0, remainders.length)
                    .filter(k -> remainders[k] == value)
                    .toArray();
            int added = Math.min(equal.length, missing);
            int[] order = random.permutation(equal.length);
            for (int i = 0; i < added; i++) {
                counts[equal[order[i]]]++;
            }
            missing -= added;
        }
        return counts;
    }
}
