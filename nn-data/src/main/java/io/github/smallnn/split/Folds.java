package io.github.smallnn.split;

import java.util.ArrayList;
import java.util.List;

/** Splits in which each fold in turn is the test part. */
final class Folds {
    private Folds() {}

    static void check(int folds) {
        if (folds < 2) {
            throw new IllegalArgumentException("folds must be at least 2, got " + folds);
        }
    }

    /** One split for each fold; rows stay in their order. */
    static List<SplitRows> splits(int[] foldOfRow, int folds) {
        int[] sizes = new int[folds];
        for (int fold : foldOfRow) {
            sizes[fold]++;
        }
        List<SplitRows> splits = new ArrayList<>(folds);
        for (int f = 0; f < folds; f++) {
            int[] train = new int[foldOfRow.length - sizes[f]];
            int[] test = new int[sizes[f]];
            int trained = 0;
            int tested = 0;
            for (int r = 0; r < foldOfRow.length; r++) {
                if (foldOfRow[r] == f) {
                    test[tested++] = r;
                } else {
                    train[trained++] = r;
                }
            }
            splits.add(new SplitRows(train, test));
        }
        return splits;
    }
}
