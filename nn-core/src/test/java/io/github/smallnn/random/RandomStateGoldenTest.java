package io.github.smallnn.random;

import static io.github.smallnn.testing.GoldenAssert.assertClose;
import static io.github.smallnn.testing.GoldenAssert.assertEqual;
import static io.github.smallnn.testing.GoldenAssert.assertUlps;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smallnn.testing.Golden;
import io.github.smallnn.testing.GoldenArray;
import io.github.smallnn.testing.GoldenCase;
import io.github.smallnn.testing.GoldenCount;
import io.github.smallnn.testing.GoldenDigest;
import io.github.smallnn.testing.GoldenValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every stream of golden/rng.json: integers and uniform numbers exactly, what passes through a logarithm within 4 ulp. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RandomStateGoldenTest {
    private static final int LOG_ULPS = 4;

    private final Golden golden = Golden.read("rng");
    private final GoldenCount count = new GoldenCount(golden, Set.of());
    private int digests;
    private int equalDigests;
    private int logValues;
    private int equalLogValues;

    List<GoldenCase> cases() {
        return golden.cases();
    }

    @AfterAll
    void everyCaseRan() {
        count.finish();
        System.out.printf(
                Locale.ROOT,
                "golden rng.json: %d of %d normals and exponentials stored in full equal to the bit, the others within %d ulp;"
                        + " %d of %d digests equal%n",
                equalLogValues,
                logValues,
                LOG_ULPS,
                equalDigests,
                digests);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void drawForDraw(GoldenCase c) {
        RandomState random = seeded(c.get("seed"));
        List<GoldenValue> calls = c.get("calls").items();
        assertThat(calls).as(c.id()).isNotEmpty();
        for (GoldenValue call : calls) {
            check(random, call.get("op").asText(), call.get("args"), call.get("result"));
        }
        count.ran(c);
    }

    private static RandomState seeded(GoldenValue seed) {
        return seed.isList() ? new RandomState(seed.array().longs()) : new RandomState(seed.asLong());
    }

    private void check(RandomState random, String op, GoldenValue args, GoldenValue want) {
        switch (op) {
            case "get_state" -> checkState(random.state(), want);
            case "seed" -> {
                random.seed(args.get("seed").asLong());
                assertThat(want.isNull()).as(want.place()).isTrue();
            }
            case "random_sample", "rand", "uniform" -> checkDoubles(uniforms(random, op, args), want, 0);
            case "standard_normal", "randn", "normal" -> checkDoubles(normals(random, op, args), want, LOG_ULPS);
            case "exponential", "standard_exponential" -> {
                double scale = args.has("scale") ? args.get("scale").asDouble() : 1;
                checkDoubles(draw(count(args), () -> random.exponential(scale)), want, LOG_ULPS);
            }
            default -> checkLongs(integers(random, op, args), want);
        }
    }

    private static double[] uniforms(RandomState random, String op, GoldenValue args) {
        int n = count(args);
        switch (op) {
            case "rand":
                return random.rand(n);
            case "uniform":
                double[] values = new double[n];
                random.fillUniform(
                        values, args.get("low").asDouble(), args.get("high").asDouble());
                return values;
            default:
                return draw(n, random::uniform);
        }
    }

    private static double[] normals(RandomState random, String op, GoldenValue args) {
        int n = count(args);
        switch (op) {
            case "randn":
                return random.randn(n);
            case "normal":
                double mean = args.get("loc").asDouble();
                double sd = args.get("scale").asDouble();
                return draw(n, () -> random.normal(mean, sd));
            default:
                return draw(n, random::normal);
        }
    }

    private static long[] integers(RandomState random, String op, GoldenValue args) {
        int n = count(args);
        return switch (op) {
            case "random_raw" ->
                IntStream.range(0, n)
                        .mapToLong(i -> Integer.toUnsignedLong(random.word()))
                        .toArray();
            case "randint" -> randint(random, args, n);
            case "random_integers" -> {
                long low = args.get("low").asLong();
                long high = args.get("high").asLong();
                yield IntStream.range(0, n)
                        .mapToLong(i -> random.integersInclusive(low, high))
                        .toArray();
            }
            case "permutation" -> permutation(random, args.get("x").array());
            case "shuffle" -> shuffled(random, args.get("x").array());
            case "choice" -> choice(random, args, n);
            default -> throw new AssertionError(args.place() + ": no such call here: " + op);
        };
    }

    private static long[] randint(RandomState random, GoldenValue args, int n) {
        long low = args.has("high") ? args.get("low").asLong() : 0;
        long high = args.get(args.has("high") ? "high" : "low").asLong();
        if (args.has("dtype")) {
            String type = args.get("dtype").asText().toUpperCase(Locale.ROOT);
            return random.integers(low, high, n, IntegerType.valueOf(type));
        }
        return IntStream.range(0, n).mapToLong(i -> random.integers(low, high)).toArray();
    }

    private static long[] permutation(RandomState random, GoldenArray x) {
        if (x.shape().isEmpty()) {
            return widen(random.permutation(x.ints()[0]));
        }
        long[] values = x.longs();
        int width = x.columns();
        int[] order = random.permutation(x.rows());
        return IntStream.range(0, values.length)
                .mapToLong(i -> values[order[i / width] * width + i % width])
                .toArray();
    }

    private static long[] shuffled(RandomState random, GoldenArray x) {
        if (x.shape().size() == 1) {
            int[] values = x.ints();
            random.shuffle(values);
            return widen(values);
        }
        long[] values = x.longs();
        int width = x.columns();
        random.shuffle(x.rows(), (i, j) -> {
            for (int k = 0; k < width; k++) {
                long moved = values[i * width + k];
                values[i * width + k] = values[j * width + k];
                values[j * width + k] = moved;
            }
        });
        return values;
    }

    private static long[] choice(RandomState random, GoldenValue args, int n) {
        GoldenArray a = args.get("a").array();
        boolean list = !a.shape().isEmpty();
        int population = list ? a.size() : a.ints()[0];
        boolean replace = args.get("replace").asBoolean();
        int[] chosen = args.has("p")
                ? random.choice(population, n, replace, args.get("p").array().doubles())
                : random.choice(population, n, replace);
        return list ? Arrays.stream(chosen).mapToLong(i -> a.longs()[i]).toArray() : widen(chosen);
    }

    private void checkDoubles(double[] got, GoldenValue want, int ulps) {
        if (want.isDigest()) {
            checkDigest(got, want.digest(), ulps);
            return;
        }
        double[] values = want.array().doubles();
        assertUlps(want.place(), got, values, ulps);
        if (ulps > 0) {
            logValues += got.length;
            equalLogValues += (int) IntStream.range(0, got.length)
                    .filter(i -> got[i] == values[i])
                    .count();
        }
    }

    private void checkDigest(double[] got, GoldenDigest want, int ulps) {
        boolean equal = countDigest(GoldenDigest.sha256(got), want);
        assertThat(got).as(want.place()).hasSize(want.size());
        if (ulps == 0) {
            assertThat(equal).as(want.place() + " sha256").isTrue();
        }
        double allowed = Arrays.stream(got).map(v -> ulps * Math.ulp(v)).sum();
        double sum = Arrays.stream(got).sum(); // compensated, within an ulp or two of the exactly rounded one
        assertClose(want.place() + " sum", sum, want.sum(), 1e-15, allowed);
        int n = want.head().size();
        assertUlps(want.place() + " head", Arrays.copyOf(got, n), want.head().doubles(), ulps);
        assertUlps(
                want.place() + " tail",
                Arrays.copyOfRange(got, got.length - n, got.length),
                want.tail().doubles(),
                ulps);
    }

    private void checkLongs(long[] got, GoldenValue want) {
        if (want.isDigest()) {
            GoldenDigest digest = want.digest();
            boolean equal = countDigest(GoldenDigest.sha256(got), digest);
            int n = digest.head().size();
            assertEqual(
                    want.place() + " head", Arrays.copyOf(got, n), digest.head().longs());
            assertThat(equal).as(want.place() + " sha256").isTrue();
        } else {
            assertEqual(want.place(), got, want.array().longs());
        }
    }

    private boolean countDigest(String got, GoldenDigest want) {
        boolean equal = got.equals(want.sha256());
        digests++;
        equalDigests += equal ? 1 : 0;
        return equal;
    }

    private static void checkState(MersenneState got, GoldenValue want) {
        int[] key = got.key();
        String place = want.place();
        assertThat(got.algorithm()).as(place).isEqualTo(want.get("algorithm").asText());
        assertEqual(
                place + " first words",
                unsigned(key, 0, 5),
                want.get("key_first5").array().longs());
        assertEqual(
                place + " last words",
                unsigned(key, 619, 624),
                want.get("key_last5").array().longs());
        assertThat(GoldenDigest.sha256(key))
                .as(place)
                .isEqualTo(want.get("key_sha256").asText());
        assertThat(got.pos()).as(place).isEqualTo(want.get("pos").asInt());
        assertThat(got.hasGauss()).as(place).isEqualTo(want.get("has_gauss").asInt() == 1);
        assertUlps(
                place + " cached",
                new double[] {got.cachedGaussian()},
                want.get("cached_gaussian").array().doubles(),
                LOG_ULPS);
    }

    private static long[] unsigned(int[] key, int from, int to) {
        return Arrays.stream(key, from, to).mapToLong(Integer::toUnsignedLong).toArray();
    }

    private static long[] widen(int[] values) {
        return Arrays.stream(values).asLongStream().toArray();
    }

    private static double[] draw(int n, DoubleSupplier next) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = next.getAsDouble();
        }
        return values;
    }

    private static int count(GoldenValue args) {
        String name = args.has("shape") ? "shape" : "size";
        return args.has(name) ? Arrays.stream(args.get(name).array().ints()).reduce(1, Math::multiplyExact) : 1;
    }
}
