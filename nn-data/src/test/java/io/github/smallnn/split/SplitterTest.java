package io.github.smallnn.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.random.RandomState;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SplitterTest {
    static Stream<Arguments> splitters() {
        return Stream.of(
                Arguments.of(KFold.defaults(), 5, 5),
                Arguments.of(KFold.defaults().folds(3).shuffle(true).seed(7), 3, 3),
                Arguments.of(StratifiedKFold.defaults().folds(2), 2, 2),
                Arguments.of(StratifiedKFold.defaults().folds(4).shuffle(true).seed(7), 4, 4),
                Arguments.of(RepeatedKFold.defaults().folds(3).repeats(4).seed(1), 12, 3),
                Arguments.of(ShuffleSplit.defaults().splits(6).seed(1), 6, 0),
                Arguments.of(StratifiedShuffleSplit.defaults().test(new Size.Fraction(0.3)), 10, 0));
    }

    /** Parts of a split share no row, and the test parts of the folds make all rows. */
    @ParameterizedTest
    @MethodSource("splitters")
    void everyRowIsTestedOnce(Splitter splitter, int splits, int folds) {
        long seed = 99;
        Random random = new Random(seed);
        for (int trial = 0; trial < 30; trial++) {
            Dataset data = data(random, 20 + random.nextInt(30));
            String as = splitter + " seed " + seed + " trial " + trial;
            List<SplitRows> rows = splitter.rows(data);
            assertThat(rows).as(as).hasSize(splits);
            for (int i = 0; i < splits; i++) {
                Set<Integer> seen = new HashSet<>();
                IntStream.concat(
                                Arrays.stream(rows.get(i).train()),
                                Arrays.stream(rows.get(i).test()))
                        .forEach(r -> assertThat(seen.add(r)).as(as).isTrue());
                if (folds > 0 || !(splitter instanceof StratifiedShuffleSplit)) {
                    assertThat(seen).as(as).hasSize(data.rows());
                }
            }
            for (int i = 0; folds > 0 && i < splits; i += folds) {
                int[] tested = rows.subList(i, i + folds).stream()
                        .flatMapToInt(r -> Arrays.stream(r.test()))
                        .sorted()
                        .toArray();
                assertThat(tested)
                        .as(as)
                        .containsExactly(IntStream.range(0, data.rows()).toArray());
            }
            assertThat(splitter.rows(data).get(0).train())
                    .as(as)
                    .containsExactly(rows.get(0).train());
            SplitData first = splitter.split(data).get(0);
            assertThat(first.test().inputs().toArray())
                    .as(as)
                    .containsExactly(data.select(rows.get(0).test()).inputs().toArray());
        }
    }

    private static Dataset data(Random random, int n) {
        Tensor x = Tensor.zeros(Precision.DOUBLE, n, 1);
        Tensor y = Tensor.zeros(Precision.DOUBLE, n, 1);
        for (int r = 0; r < n; r++) {
            x.set(r, 0, r);
            y.set(r, 0, r < 12 ? r % 3 : random.nextInt(3));
        }
        return new Dataset(x, y);
    }

    @Test
    void stratifiedFoldsDifferByOneRowOfEachClass() {
        long seed = 5;
        Random random = new Random(seed);
        for (int trial = 0; trial < 50; trial++) {
            int folds = 2 + random.nextInt(3);
            int[] labels = IntStream.range(0, 25 + random.nextInt(20))
                    .map(r -> r < 15 ? r % 3 - 1 : random.nextInt(3) - 1)
                    .toArray();
            List<SplitRows> rows = new StratifiedKFold(folds, trial % 2 == 0, trial).rows(labels);
            for (int label = -1; label <= 1; label++) {
                int wanted = label;
                int all = (int) Arrays.stream(labels).filter(l -> l == wanted).count();
                for (SplitRows r : rows) {
                    int tested = (int) Arrays.stream(r.test())
                            .filter(i -> labels[i] == wanted)
                            .count();
                    assertThat(tested).as("seed %d trial %d", seed, trial).isBetween(all / folds, all / folds + 1);
                }
            }
        }
    }

    @Test
    void unshuffledFoldsDrawNothing() {
        RandomState random = new RandomState(3);
        KFold.defaults().rows(10, random);
        StratifiedKFold.defaults().folds(2).rows(new int[] {0, 0, 1, 1}, random);
        assertThat(random.state()).isEqualTo(new RandomState(3).state());
    }

    static Stream<Arguments> refused() {
        Dataset wide = Dataset.of(new double[][] {{1}, {2}}, new double[][] {{1, 0}, {0, 1}});
        Dataset half = Dataset.of(new double[][] {{1}, {2}}, new double[] {0.5, 1});
        return Stream.of(
                bad(() -> KFold.defaults().folds(1), "folds must be at least 2, got 1"),
                bad(() -> RepeatedKFold.defaults().folds(0), "folds must be at least 2, got 0"),
                bad(() -> RepeatedKFold.defaults().repeats(0), "repeats must be at least 1, got 0"),
                bad(() -> StratifiedKFold.defaults().folds(-3), "folds must be at least 2, got -3"),
                bad(() -> ShuffleSplit.defaults().splits(0), "splits must be at least 1, got 0"),
                bad(() -> StratifiedShuffleSplit.defaults().splits(0), "splits must be at least 1, got 0"),
                bad(() -> KFold.defaults().rows(4), "5 folds need at least as many rows, got 4"),
                bad(() -> KFold.defaults().shuffle(true).seed(-1).rows(9), "seed must be in 0..4294967295, got -1"),
                bad(
                        () -> StratifiedKFold.defaults().folds(2).rows(new int[] {7, 7, 8}),
                        "class 8 has 1 rows, fewer than"),
                bad(
                        () -> StratifiedKFold.defaults().rows(wide),
                        "one column of class indices, but the targets are 2 x 2"),
                bad(() -> StratifiedShuffleSplit.defaults().rows(half), "target of row 0 is 0.5"),
                bad(
                        () -> ShuffleSplit.defaults().test(new Size.Count(9)).rows(9),
                        "a test part of 9 rows does not fit 9"),
                bad(
                        () -> ShuffleSplit.defaults()
                                .test(new Size.Count(3))
                                .train(new Size.Count(7))
                                .rows(9),
                        "a training part of 7 rows does not fit 9 rows"),
                bad(() -> StratifiedShuffleSplit.defaults().rows(new int[] {1, 1, 2}), "class 2 has one row only"));
    }

    private static Arguments bad(Runnable call, String message) {
        return Arguments.of(call, message);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void wrongInputIsNamed(Runnable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call::run).withMessageContaining(message);
    }
}
