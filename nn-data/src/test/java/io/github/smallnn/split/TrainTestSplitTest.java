package io.github.smallnn.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.random.RandomState;
import io.github.smallnn.tensor.Tensor;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TrainTestSplitTest {

    @Test
    void everyRowIsInOnePart() {
        long testSeed = 77;
        Random sizes = new Random(testSeed);
        for (int i = 0; i < 200; i++) {
            int n = 2 + sizes.nextInt(50);
            int test = 1 + sizes.nextInt(n - 1);
            SplitRows rows = TrainTestSplit.defaults().testCount(test).seed(i).rows(n);
            assertThat(rows.test()).as("case %d of seed %d", i, testSeed).hasSize(test);
            int[] all = IntStream.concat(Arrays.stream(rows.train()), Arrays.stream(rows.test()))
                    .toArray();
            assertThat(all)
                    .as("case %d of seed %d", i, testSeed)
                    .containsExactlyInAnyOrder(IntStream.range(0, n).toArray());
        }
    }

    @Test
    void stratifiedPartsKeepTheShares() {
        long testSeed = 78;
        Random sizes = new Random(testSeed);
        for (int i = 0; i < 100; i++) {
            int n = 40 + sizes.nextInt(60);
            int[] labels = IntStream.range(0, n)
                    .map(r -> r < 10 ? r % 5 - 2 : sizes.nextInt(5) - 2)
                    .toArray();
            SplitRows rows = TrainTestSplit.defaults().testFraction(0.3).seed(i).rowsStratified(labels);
            String as = "case " + i + " of seed " + testSeed;
            int[] all = IntStream.concat(Arrays.stream(rows.train()), Arrays.stream(rows.test()))
                    .toArray();
            assertThat(all)
                    .as(as)
                    .containsExactlyInAnyOrder(IntStream.range(0, n).toArray());
            for (int k = -2; k <= 2; k++) {
                int label = k;
                double share = Arrays.stream(labels).filter(v -> v == label).count() / (double) n;
                double got = Arrays.stream(rows.train())
                        .filter(r -> labels[r] == label)
                        .count();
                assertThat(Math.abs(got - share * rows.train().length)).as(as).isLessThan(1);
            }
        }
    }

    @Test
    void datasetsAreSplitRowByRow() {
        Tensor x = Tensor.of(5, 1, 0, 1, 2, 3, 4);
        Tensor w = Tensor.column(10, 11, 12, 13, 14);
        SplitData parts = TrainTestSplit.defaults().testCount(2).shuffle(false).split(new Dataset(x, x, w));
        assertThat(parts.train().inputs().toArray()).containsExactly(0, 1, 2);
        assertThat(parts.test().targets().toArray()).containsExactly(3, 4);
        assertThat(parts.test().weights().toArray()).containsExactly(13, 14);
    }

    @Test
    void datasetsAreSplitByClass() {
        Tensor x = Tensor.of(8, 1, 0, 1, 2, 3, 4, 5, 6, 7);
        Tensor y = Tensor.column(0, 0, 0, 0, 1, 1, 1, 1);
        SplitData parts = TrainTestSplit.defaults().testFraction(0.5).splitStratified(new Dataset(x, y));
        assertThat(parts.test().targets().toArray()).containsExactlyInAnyOrder(0, 0, 1, 1);
        assertThat(parts.train().targets().toArray()).containsExactlyInAnyOrder(0, 0, 1, 1);
    }

    @Test
    void rowsOfNeitherPartAreLeftOut() {
        SplitRows rows = TrainTestSplit.defaults()
                .testCount(2)
                .trainCount(3)
                .shuffle(false)
                .rows(10);
        assertThat(rows.train()).containsExactly(0, 1, 2);
        assertThat(rows.test()).containsExactly(3, 4);
    }

    @Test
    void theSeedAndASharedStreamAgree() {
        TrainTestSplit split = TrainTestSplit.defaults();
        RandomState random = new RandomState(4);
        assertThat(split.rows(20, random).test())
                .isEqualTo(split.seed(4).rows(20).test());
        assertThat(split.rows(20, random).test())
                .isNotEqualTo(split.seed(4).rows(20).test());
    }

    static Stream<Arguments> wrong() {
        TrainTestSplit s = TrainTestSplit.defaults();
        Dataset wide = new Dataset(Tensor.of(4, 1, 1, 2, 3, 4), Tensor.of(4, 2, 1, 2, 3, 4, 5, 6, 7, 8));
        Dataset real = new Dataset(Tensor.of(4, 1, 1, 2, 3, 4), Tensor.column(0, 1, 0.5, 1));
        return Stream.of(
                wrong(() -> s.testFraction(0), "above 0 and below 1, got 0.0"),
                wrong(() -> s.testFraction(1), "above 0 and below 1, got 1.0"),
                wrong(() -> s.trainFraction(Double.NaN), "above 0 and below 1, got NaN"),
                wrong(() -> s.testCount(0), "at least 1 row, got 0"),
                wrong(() -> s.testCount(5).rows(5), "a test part of 5 rows does not fit 5 rows"),
                wrong(() -> s.rows(1), "a test part of 1 rows does not fit 1 rows"),
                wrong(() -> s.rows(0), "does not fit 0 rows"),
                wrong(() -> s.trainCount(6).rows(5), "a training part of 6 rows does not fit 5 rows"),
                wrong(() -> s.testCount(3).trainCount(3).rows(5), "beside a test part of 3 rows"),
                wrong(() -> s.trainFraction(0.1).rows(5), "a training part of 0 rows does not fit 5 rows"),
                wrong(() -> s.rowsStratified(new int[] {0, 0, 0, 1}), "class 1 has one row only"),
                wrong(
                        () -> s.testCount(1).rowsStratified(new int[] {0, 0, 1, 1}),
                        "test part of 1 rows cannot hold each of 2"),
                wrong(() -> s.splitStratified(wide), "one column of class indices, but the targets are 4 x 2"),
                wrong(() -> s.splitStratified(real), "target of row 2 is 0.5"),
                wrong(() -> s.seed(-1).rows(5), "seed"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void wrongSizesAreNamed(Supplier<?> call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call::get).withMessageContaining(message);
    }

    @Test
    void stratifiedSplitsAreShuffled() {
        assertThatIllegalStateException()
                .isThrownBy(() -> TrainTestSplit.defaults().shuffle(false).rowsStratified(new int[] {0, 0, 1, 1}))
                .withMessageContaining("shuffle(true)");
    }

    private static Arguments wrong(Supplier<?> call, String message) {
        return Arguments.of(call, message);
    }
}
