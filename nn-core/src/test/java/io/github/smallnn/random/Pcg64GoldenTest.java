package io.github.smallnn.random;

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
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every stream of golden/rng_pcg64.json, bit for bit: integers, uniform, normal and exponential numbers alike. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Pcg64GoldenTest {
    private final Golden golden = Golden.read("rng_pcg64");
    private final GoldenCount count = new GoldenCount(golden, Set.of());

    List<GoldenCase> cases() {
        return golden.cases();
    }

    @AfterAll
    void everyCaseRan() {
        count.finish();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void drawForDraw(GoldenCase c) {
        GoldenValue seed = c.get("seed");
        Pcg64 random = seed.isList() ? new Pcg64(seed.array().longs()) : new Pcg64(seed.asLong());
        List<GoldenValue> calls = c.get("calls").items();
        assertThat(calls).as(c.id()).isNotEmpty();
        for (GoldenValue call : calls) {
            check(random, call.get("op").asText(), call.get("args"), call.get("result"));
        }
        count.ran(c);
    }

    private static void check(Pcg64 random, String op, GoldenValue args, GoldenValue want) {
        switch (op) {
            case "get_state" -> checkState(random.state(), want);
            case "random_raw" -> checkRaw(random, want);
            case "random", "uniform", "standard_normal", "normal", "standard_exponential", "exponential" ->
                checkDoubles(doubles(random, op, args), want);
            default -> checkLongs(integers(random, op, args), want);
        }
    }

    private static double[] doubles(Pcg64 random, String op, GoldenValue args) {
        DoubleSupplier next = switch (op) {
            case "random" -> random::uniform;
            case "uniform" -> {
                double low = args.get("low").asDouble();
                double high = args.get("high").asDouble();
                yield () -> random.uniform(low, high);
            }
            case "standard_normal" -> random::normal;
            case "normal" -> {
                double mean = args.get("loc").asDouble();
                double sd = args.get("scale").asDouble();
                yield () -> random.normal(mean, sd);
            }
            default -> {
                double scale = args.has("scale") ? args.get("scale").asDouble() : 1;
                yield () -> random.exponential(scale);
            }
        };
        return DoubleStream.generate(next).limit(size(args)).toArray();
    }

    private static long[] integers(Pcg64 random, String op, GoldenValue args) {
        return switch (op) {
            case "seed_sequence" -> {
                int[] words = new SeedSequence(args.get("entropy").array().longs())
                        .draw32(args.get("n_words").asInt());
                yield Arrays.stream(words).mapToLong(Integer::toUnsignedLong).toArray();
            }
            case "integers" -> {
                long low = args.get("low").asLong();
                long high = args.get("high").asLong();
                LongSupplier next = args.has("endpoint")
                        ? () -> random.integersInclusive(low, high)
                        : () -> random.integers(low, high);
                yield LongStream.generate(next).limit(size(args)).toArray();
            }
            case "permutation" -> permutation(random, args.get("x").array());
            case "shuffle" -> {
                int[] values = args.get("x").array().ints();
                random.shuffle(values);
                yield widen(values);
            }
            case "choice" -> {
                int n = args.get("a").asInt();
                boolean replace = !args.has("replace") || args.get("replace").asBoolean();
                yield widen(
                        args.has("p")
                                ? random.choice(
                                        n,
                                        size(args),
                                        replace,
                                        args.get("p").array().doubles())
                                : random.choice(n, size(args), replace));
            }
            default -> throw new AssertionError(args.place() + ": no such call here: " + op);
        };
    }

    private static long[] permutation(Pcg64 random, GoldenArray x) {
        if (x.shape().isEmpty()) {
            return widen(random.permutation(x.ints()[0]));
        }
        long[] values = x.longs();
        assertThat(x.columns()).as("columns of " + x.place()).isEqualTo(1);
        return Arrays.stream(random.permutation(x.rows()))
                .mapToLong(i -> values[i])
                .toArray();
    }

    private static void checkRaw(Pcg64 random, GoldenValue want) {
        for (GoldenValue word : want.array().values()) {
            assertThat(Long.toUnsignedString(random.word()))
                    .as(word.place())
                    .isEqualTo(word.asBigInteger().toString());
        }
    }

    private static void checkDoubles(double[] got, GoldenValue want) {
        if (want.isDigest()) {
            GoldenDigest digest = want.digest();
            int n = digest.head().size();
            assertUlps(
                    want.place() + " head", Arrays.copyOf(got, n), digest.head().doubles(), 0);
            assertThat(GoldenDigest.sha256(got)).as(want.place()).isEqualTo(digest.sha256());
        } else {
            assertUlps(want.place(), got, want.array().doubles(), 0);
        }
    }

    private static void checkLongs(long[] got, GoldenValue want) {
        if (want.isDigest()) {
            GoldenDigest digest = want.digest();
            int n = digest.head().size();
            assertEqual(
                    want.place() + " head", Arrays.copyOf(got, n), digest.head().longs());
            assertThat(GoldenDigest.sha256(got)).as(want.place()).isEqualTo(digest.sha256());
        } else {
            assertEqual(want.place(), got, want.array().longs());
        }
    }

    private static void checkState(Pcg64State got, GoldenValue want) {
        assertThat(got.algorithm())
                .as(want.place())
                .isEqualTo(want.get("algorithm").asText());
        assertThat(got.state()).as(want.place()).isEqualTo(want.get("state").asBigInteger());
        assertThat(got.inc()).as(want.place()).isEqualTo(want.get("inc").asBigInteger());
        assertThat(got.hasUint32())
                .as(want.place())
                .isEqualTo(want.get("has_uint32").asInt() == 1);
        assertThat(got.uinteger())
                .as(want.place())
                .isEqualTo(want.get("uinteger").asLong());
    }

    private static long[] widen(int[] values) {
        return Arrays.stream(values).asLongStream().toArray();
    }

    private static int size(GoldenValue args) {
        return args.has("size") ? Arrays.stream(args.get("size").array().ints()).reduce(1, Math::multiplyExact) : 1;
    }
}
