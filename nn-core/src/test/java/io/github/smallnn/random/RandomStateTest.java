package io.github.smallnn.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the golden streams do not show: state in mid-stream, the shared forms, ranges, and bad arguments. */
class RandomStateTest {
    @Test
    void stateWithKeptGaussianRepeatsWhatFollowed() {
        RandomState random = new RandomState(42);
        random.rand(1001); // into the second and third block of words
        random.normal();
        MersenneState saved = random.state();
        assertThat(saved.hasGauss()).isTrue();
        double[] first = mixture(random);
        RandomState other = new RandomState(new long[] {9, 9});
        other.restore(saved);
        assertThat(other.state()).isEqualTo(saved).hasSameHashCodeAs(saved);
        assertThat(mixture(other)).containsExactly(first);
        random.restore(saved);
        assertThat(mixture(random)).containsExactly(first);
        assertThat(random.state()).isNotEqualTo(saved).isEqualTo(other.state());
    }

    private static double[] mixture(RandomSource random) {
        double[] values = new double[3000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 3 == 0 ? random.normal() : i % 3 == 1 ? random.uniform() : random.integers(-7, 1L << 40);
        }
        return values;
    }

    @Test
    void stateIsAValue() {
        RandomState random = new RandomState(1);
        MersenneState saved = random.state();
        int[] key = saved.key();
        Arrays.fill(key, 7);
        random.word();
        assertThat(saved.key()).isEqualTo(new RandomState(1).state().key());
        MersenneState made = new MersenneState(key, 3, false, 0);
        key[5] = 0;
        assertThat(made.key()[5]).isEqualTo(7);
        assertThat(made.toString()).contains("pos=3", "no cachedGaussian");
        assertThat(made).isNotEqualTo(new MersenneState(key, 3, false, 0));
        assertThat(made).isNotEqualTo(new MersenneState(made.key(), 4, false, 0));
        assertThat(made).isNotEqualTo(new MersenneState(made.key(), 3, true, 0));
        assertThat(new MersenneState(key, 3, true, 1.5)).isNotEqualTo(new MersenneState(key, 3, true, 1.25));
    }

    @Test
    void seedingAgainDropsTheKeptGaussian() {
        RandomState random = new RandomState(5);
        random.normal();
        random.seed(5);
        assertThat(random.state()).isEqualTo(new RandomState(5).state());
        random.normal();
        random.seed(new long[] {5});
        assertThat(random.state()).isEqualTo(new RandomState(new long[] {5}).state());
        assertThat(random.state()).isNotEqualTo(new RandomState(5).state());
    }

    @Test
    void longSeedArraysUseEveryNumber() {
        long[] seed = new Random(3).longs(700, 0, 1L << 32).toArray(); // more numbers than words of state
        MersenneState state = new RandomState(seed).state();
        for (int i : new int[] {0, 623, 624, 699}) {
            long[] changed = seed.clone();
            changed[i] ^= 1;
            assertThat(new RandomState(changed).state())
                    .as("number %d changed", i)
                    .isNotEqualTo(state);
        }
    }

    @Test
    void fillsAreTheSameAsSingleDraws() {
        double[] filled = new double[777];
        RandomState random = new RandomState(8);
        RandomState single = new RandomState(8);
        random.fillUniform(filled, -3, 5);
        for (double v : filled) {
            assertThat(v).isEqualTo(single.uniform(-3, 5)).isBetween(-3.0, 5.0);
        }
        random.fillNormal(filled, 10, 0.5);
        for (double v : filled) {
            assertThat(v).isEqualTo(single.normal(10, 0.5));
        }
        assertThat(random.state()).isEqualTo(single.state());
    }

    @Test
    void rowsAreShuffledAsIndicesAre() {
        Random sizes = new Random(11);
        for (int trial = 0; trial < 50; trial++) {
            int n = sizes.nextInt(200);
            int[] rows = new int[n];
            Arrays.setAll(rows, i -> i);
            RandomState random = new RandomState(trial);
            random.shuffle(n, (i, j) -> {
                assertThat(i).isNotEqualTo(j);
                int moved = rows[i];
                rows[i] = rows[j];
                rows[j] = moved;
            });
            RandomState indices = new RandomState(trial);
            assertThat(rows).as("seed %d, n %d", trial, n).isEqualTo(indices.permutation(n));
            assertThat(random.state()).isEqualTo(indices.state());
            Arrays.sort(rows);
            assertThat(rows)
                    .as("seed %d, n %d", trial, n)
                    .isEqualTo(IntStream.range(0, n).toArray());
        }
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
                RandomState random = new RandomState(trial);
                assertThat(random.integers(low, high))
                        .as("seed %d, low %d, high %d", trial, low, high)
                        .isBetween(low, high - 1);
                random.seed(trial);
                long exclusive = random.integers(low, high);
                random.seed(trial);
                assertThat(random.integersInclusive(low, high - 1)).isEqualTo(exclusive);
            }
        }
    }

    @Test
    void widestRangesTakeTheWordsAsTheyAre() {
        RandomState random = new RandomState(4);
        RandomState words = new RandomState(4);
        long high = Integer.toUnsignedLong(words.word());
        long low = Integer.toUnsignedLong(words.word());
        assertThat(random.integersInclusive(Long.MIN_VALUE, Long.MAX_VALUE))
                .isEqualTo(Long.MIN_VALUE + ((high << 32) | low));
        long[] unsigned = random.integers(0, 1L << 32, 3, IntegerType.UINT32);
        for (long v : unsigned) {
            assertThat(v).isEqualTo(Integer.toUnsignedLong(words.word()));
        }
        assertThat(random.state()).isEqualTo(words.state());
    }

    @ParameterizedTest
    @EnumSource(IntegerType.class)
    void typesDrawTheirWholeRangeAndNothingForOneValue(IntegerType type) {
        RandomState random = new RandomState(6);
        MersenneState start = random.state();
        assertThat(random.integers(type.max() - 1, type.max(), 3, type)).containsOnly(type.max() - 1);
        assertThat(random.integers(type.min(), type.max(), 0, type)).isEmpty();
        assertThat(random.state()).as("no draw").isEqualTo(start);
        long[] values =
                random.integers(type.max() - 1, type.max() == Long.MAX_VALUE ? type.max() : type.max() + 1, 500, type);
        assertThat(values).contains(type.max() - 1);
        if (type != IntegerType.INT64) {
            assertThat(values).contains(type.max());
            long[] whole = random.integers(type.min(), type.max() + 1, 20_000, type);
            long spread = type.max() / 100;
            assertThat(Arrays.stream(whole).min().orElseThrow()).isBetween(type.min(), type.min() + spread);
            assertThat(Arrays.stream(whole).max().orElseThrow()).isBetween(type.max() - spread, type.max());
        }
        assertThatThrownBy(() -> random.integers(type.min(), type.min(), 1, type))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void weightedChoiceTakesNoItemOfProbabilityZeroAndNoneTwice() {
        double[] p = {0, 0.5, 0, 1e-9, 0.25, 0.25 - 1e-9, 0};
        for (int seed = 0; seed < 200; seed++) {
            RandomState random = new RandomState(seed);
            assertThat(random.choice(7, 50, true, p)).as("seed %d", seed).doesNotContain(0, 2, 6);
            assertThat(random.choice(7, 4, false, p)).as("seed %d", seed).containsExactlyInAnyOrder(1, 3, 4, 5);
        }
        assertThat(p).containsExactly(0, 0.5, 0, 1e-9, 0.25, 0.25 - 1e-9, 0);
        assertThat(new RandomState(0).choice(0, 0, false)).isEmpty();
    }

    private record Bad(String name, Consumer<RandomState> call, String... message) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Bad> badCalls() {
        return List.of(
                new Bad("seed -1", r -> r.seed(-1), "seed", "0..4294967295", "-1"),
                new Bad("seed 2^32", r -> r.seed(1L << 32), "seed", "4294967296"),
                new Bad("new seed", r -> new RandomState(-5), "seed", "-5"),
                new Bad("no seed", r -> r.seed(new long[0]), "seed array", "at least one"),
                new Bad("seed array", r -> r.seed(new long[] {1, -2}), "seed[1]", "-2"),
                new Bad("rand", r -> r.rand(-1), "n must be", "-1"),
                new Bad("randn", r -> r.randn(-2), "n must be", "-2"),
                new Bad("uniform order", r -> r.uniform(2, 1), "low <= high", "2.0", "1.0"),
                new Bad("uniform NaN", r -> r.uniform(Double.NaN, 1), "finite", "NaN"),
                new Bad("uniform width", r -> r.uniform(-Double.MAX_VALUE, Double.MAX_VALUE), "high - low"),
                new Bad("uniform fill", r -> r.fillUniform(new double[1], 0, Double.POSITIVE_INFINITY), "Infinity"),
                new Bad("normal sd", r -> r.normal(0, -1), "sd", "-1.0"),
                new Bad("normal mean", r -> r.normal(Double.NaN, 1), "mean", "NaN"),
                new Bad("normal fill", r -> r.fillNormal(new double[1], 0, Double.NaN), "sd", "NaN"),
                new Bad("exponential", r -> r.exponential(-0.5), "scale", "-0.5"),
                new Bad("exponential NaN", r -> r.exponential(Double.NaN), "scale", "NaN"),
                new Bad("integers", r -> r.integers(3, 3), "low < high", "3"),
                new Bad("inclusive", r -> r.integersInclusive(4, 3), "low <= high", "4", "3"),
                new Bad("uint8", r -> r.integers(0, 257, 1, IntegerType.UINT8), "UINT8", "0..255", "257"),
                new Bad("int16", r -> r.integers(-32769, 0, 1, IntegerType.INT16), "INT16", "-32769"),
                new Bad("bool", r -> r.integers(0, 3, 1, IntegerType.BOOL), "BOOL", "0..1"),
                new Bad("typed order", r -> r.integers(5, 5, 1, IntegerType.INT32), "low < high"),
                new Bad("typed n", r -> r.integers(0, 5, -1, IntegerType.INT64), "n must be", "-1"),
                new Bad("permutation", r -> r.permutation(-3), "n must be", "-3"),
                new Bad("rows", r -> r.shuffle(-1, (i, j) -> {}), "n must be", "-1"),
                new Bad("choice n", r -> r.choice(-1, 1, true), "n must be", "-1"),
                new Bad("choice size", r -> r.choice(1, -1, true), "size must be", "-1"),
                new Bad("choice of none", r -> r.choice(0, 2, true), "size = 2", "n = 0"),
                new Bad("choice too many", r -> r.choice(3, 4, false), "without replacement", "size = 4", "n = 3"),
                new Bad("p length", r -> r.choice(3, 1, true, new double[] {0.5, 0.5}), "n = 3", "got 2"),
                new Bad("p negative", r -> r.choice(2, 1, true, new double[] {1.5, -0.5}), "p[1] = -0.5"),
                new Bad("p NaN", r -> r.choice(2, 1, true, new double[] {Double.NaN, 1}), "p[0] = NaN"),
                new Bad(
                        "p sum",
                        r -> r.choice(2, 1, true, new double[] {0.5, 0.5 + 1e-7}),
                        "sum to 1",
                        "the sum 1.0000000"),
                new Bad("p zeros", r -> r.choice(3, 2, false, new double[] {0, 1, 0}), "size = 2", "only 1 of the 3"),
                new Bad("other state", r -> r.restore(() -> "PCG64"), "MT19937", "PCG64"),
                new Bad("key length", r -> new MersenneState(new int[3], 0, false, 0), "624", "got 3"),
                new Bad("key zero", r -> new MersenneState(new int[624], 0, false, 0), "zero"),
                new Bad("pos", r -> new MersenneState(r.state().key(), 625, false, 0), "pos", "625"),
                new Bad("kept NaN", r -> new MersenneState(r.state().key(), 0, true, Double.NaN), "cachedGaussian"),
                new Bad("kept none", r -> new MersenneState(r.state().key(), 0, false, 1), "cachedGaussian", "false"));
    }

    @ParameterizedTest
    @MethodSource("badCalls")
    void badArgumentsAreNamedAndLeaveTheStream(Bad bad) {
        RandomState random = new RandomState(12);
        random.normal();
        MersenneState before = random.state();
        assertThatThrownBy(() -> bad.call().accept(random))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(bad.message());
        assertThat(random.state()).isEqualTo(before);
    }
}
