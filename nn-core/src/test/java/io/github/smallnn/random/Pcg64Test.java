package io.github.smallnn.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smallnn.testing.GoldenDigest;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the golden streams do not show: long streams, large choices, state in mid-stream, ranges and bad arguments. */
class Pcg64Test {
    // Digests of numpy.random.default_rng(3): standard_normal(1000000), then standard_exponential(1000000).
    @Test
    void aMillionNumbersThroughEveryLayerAndTail() {
        Pcg64 random = new Pcg64(3);
        double[] normals = draw(random::normal);
        assertThat(GoldenDigest.sha256(normals))
                .isEqualTo("ead26aba93f0b3423ee0a1e016c72735663231d3983c073d4874efd19b96bdb3");
        assertThat(Arrays.stream(normals).min().orElseThrow()).isEqualTo(-5.615073074851655);
        double[] exponentials = draw(() -> random.exponential(1));
        assertThat(Arrays.stream(exponentials).max().orElseThrow()).isEqualTo(13.978836141887907);
        double[] body = Arrays.stream(exponentials).filter(v -> v < 7.69).toArray(); // the tail is a logarithm
        assertThat(body).hasSize(999528);
        assertThat(GoldenDigest.sha256(body))
                .isEqualTo("36d7ba80719522db66eb1a21bdbe117184454ff9790d7568539f4e7734846e37");
        assertThat(random.uniform()).isEqualTo(0.9231983722472084);
    }

    private static double[] draw(DoubleSupplier next) {
        return DoubleStream.generate(next).limit(1_000_000).toArray();
    }

    // Figures of numpy.random.default_rng(7) with the same calls in this order.
    @Test
    void largeChoicesWithoutReplacement() {
        Pcg64 random = new Pcg64(7);
        assertThat(random.choice(20000, 1000, false)).startsWith(3762, 1432, 9397, 10263, 5947, 4314);
        int[] second = random.choice(20000, 1000, false);
        assertThat(Arrays.stream(second).sum()).isEqualTo(10029748);
        assertThat(Arrays.stream(second).distinct().count()).isEqualTo(1000);
        assertThat(random.choice(20000, 300, false)).startsWith(19664, 10543, 11332, 12817, 7259, 13805);
        assertThat(random.choice(5, 5, false)).containsExactly(4, 2, 0, 1, 3);
        assertThat(random.uniform()).isEqualTo(0.6814904623377965);
        assertThat(random.choice(0, 0, false)).isEmpty();
    }

    @Test
    void weightedChoiceWithoutReplacement() {
        Pcg64 random = new Pcg64(7);
        double[] p = {0.1, 0.2, 0.3, 0.1, 0.3, 0};
        assertThat(random.choice(6, 4, false, p)).containsExactly(3, 4, 1, 2);
        assertThat(random.uniform()).isEqualTo(0.8735534453962619);
    }

    @Test
    void seedsOfMoreThanOneWord() {
        assertThat(new Pcg64(1L << 40).uniform()).isEqualTo(0.3608095734199638);
        assertThat(new Pcg64(new long[] {1L << 40, 5}).uniform()).isEqualTo(0.8712102331514241);
        assertThat(new Pcg64(new long[] {9}).state()).isEqualTo(new Pcg64(9).state());
    }

    @Test
    void stateWithKeptHalfRepeatsWhatFollowed() {
        Pcg64 random = new Pcg64(42);
        random.integers(0, 10);
        Pcg64State saved = random.state();
        assertThat(saved.hasUint32()).isTrue();
        double[] first = mixture(random);
        Pcg64 other = new Pcg64(9);
        other.restore(saved);
        assertThat(other.state()).isEqualTo(saved).hasSameHashCodeAs(saved);
        assertThat(mixture(other)).containsExactly(first);
        assertThat(other.state()).isEqualTo(random.state()).isNotEqualTo(saved);
    }

    private static double[] mixture(RandomSource random) {
        double[] values = new double[3000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 3 == 0 ? random.normal() : i % 3 == 1 ? random.uniform() : random.integers(-7, 1L << 40);
        }
        return values;
    }

    @Test
    void integersStayInRandomRanges() {
        Random ranges = new Random(17);
        for (int trial = 0; trial < 2000; trial++) {
            long a = ranges.nextLong() >> ranges.nextInt(64);
            long b = ranges.nextLong() >> ranges.nextInt(64);
            if (a != b) {
                long low = Math.min(a, b);
                long high = Math.max(a, b);
                long drawn = new Pcg64(trial).integers(low, high);
                assertThat(drawn)
                        .as("seed %d, low %d, high %d", trial, low, high)
                        .isBetween(low, high - 1);
                assertThat(new Pcg64(trial).integersInclusive(low, high - 1)).isEqualTo(drawn);
            }
        }
    }

    @Test
    void rowsAreShuffledAsIndicesAre() {
        for (int seed = 0; seed < 50; seed++) {
            int n = 3 * seed;
            int[] rows = IntStream.range(0, n).toArray();
            Pcg64 random = new Pcg64(seed);
            random.shuffle(n, (i, j) -> {
                int moved = rows[i];
                rows[i] = rows[j];
                rows[j] = moved;
            });
            Pcg64 indices = new Pcg64(seed);
            assertThat(rows).as("seed %d", seed).isEqualTo(indices.permutation(n));
            assertThat(random.state()).isEqualTo(indices.state());
        }
    }

    private record Bad(String name, Consumer<Pcg64> call, String... message) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Bad> badCalls() {
        BigInteger one = BigInteger.ONE;
        return List.of(
                new Bad("seed", r -> new Pcg64(-1), "seed[0]", "-1"),
                new Bad("seeds", r -> new Pcg64(new long[] {1, -2}), "seed[1]", "-2"),
                new Bad("no seed", r -> new Pcg64(new long[0]), "seed array", "at least one"),
                new Bad("exponential", r -> r.exponential(-0.5), "scale", "-0.5"),
                new Bad("integers", r -> r.integers(3, 3), "low < high", "3"),
                new Bad("inclusive", r -> r.integersInclusive(4, 3), "low <= high", "4", "3"),
                new Bad("permutation", r -> r.permutation(-3), "n must be", "-3"),
                new Bad("rows", r -> r.shuffle(-1, (i, j) -> {}), "n must be", "-1"),
                new Bad("choice of none", r -> r.choice(0, 2, true), "size = 2", "n = 0"),
                new Bad("choice too many", r -> r.choice(3, 4, false), "size = 4", "n = 3"),
                new Bad("p length", r -> r.choice(3, 1, true, new double[] {0.5, 0.5}), "n = 3", "got 2"),
                new Bad("other state", r -> r.restore(new RandomState(1).state()), "Pcg64", "MT19937"),
                new Bad("state", r -> new Pcg64State(one.shiftLeft(128), one, false, 0), "state", "2^128"),
                new Bad("inc", r -> new Pcg64State(one, one.negate(), false, 0), "inc", "-1"),
                new Bad("even inc", r -> new Pcg64State(one, BigInteger.TWO, false, 0), "inc must be odd", "2"),
                new Bad("half", r -> new Pcg64State(one, one, true, 1L << 32), "uinteger", "4294967296"));
    }

    @ParameterizedTest
    @MethodSource("badCalls")
    void badArgumentsAreNamedAndLeaveTheStream(Bad bad) {
        Pcg64 random = new Pcg64(12);
        Pcg64State before = random.state();
        assertThatThrownBy(() -> bad.call().accept(random))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(bad.message());
        assertThat(random.state()).isEqualTo(before);
    }
}
