package io.github.smallnn.random;

import static io.github.smallnn.testing.GoldenAssert.assertClose;
import static io.github.smallnn.testing.GoldenAssert.assertEqual;
import static io.github.smallnn.testing.GoldenAssert.assertUlps;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smallnn.testing.Golden;
import io.github.smallnn.testing.GoldenCase;
import io.github.smallnn.testing.GoldenCount;
import io.github.smallnn.testing.GoldenValue;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every stream of golden/rng_torch.json, which {@code rng_torch.py} beside it makes: integers and orders exactly,
 * uniform numbers within 1 ulp, normal numbers within 4e-16 of their scale (near a multiple of a half turn the sine's
 * last bits depend on the C library).
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TorchRandomGoldenTest {
    private final Golden golden = Golden.read("rng_torch");
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
        TorchRandom random = new TorchRandom(c.get("seed").asLong());
        List<GoldenValue> calls = c.get("calls").items();
        assertThat(calls).as(c.id()).isNotEmpty();
        for (GoldenValue call : calls) {
            check(random, call.get("op").asText(), call.get("args"), call.get("result"));
        }
        count.ran(c);
    }

    private static void check(TorchRandom random, String op, GoldenValue args, GoldenValue want) {
        switch (op) {
            case "rand", "uniform", "rand_float32" -> {
                double[] got = uniforms(random, op, args);
                assertUlps(want.place(), got, want.array().doubles(), op.equals("uniform") ? 1 : 0);
            }
            case "randn" -> checkNormals(random, 0, 1, want);
            case "normal" ->
                checkNormals(random, args.get("mean").asDouble(), args.get("sd").asDouble(), want);
            default ->
                assertEqual(
                        want.place(), integers(random, op, args), want.array().longs());
        }
    }

    private static double[] uniforms(TorchRandom random, String op, GoldenValue args) {
        double[] values = new double[args.get("size").asInt()];
        switch (op) {
            case "rand" -> random.fillUniform(values, 0, 1);
            case "uniform" ->
                random.fillUniform(
                        values, args.get("low").asDouble(), args.get("high").asDouble());
            default -> Arrays.setAll(values, i -> random.uniformFloat());
        }
        return values;
    }

    private static void checkNormals(TorchRandom random, double mean, double sd, GoldenValue want) {
        double[] got = new double[want.array().size()];
        random.fillNormal(got, mean, sd);
        assertClose(want.place(), got, want.array().doubles(), 4e-16, 4e-16 * (sd + Math.abs(mean)));
    }

    private static long[] integers(TorchRandom random, String op, GoldenValue args) {
        return switch (op) {
            case "randint" -> {
                long low = args.get("low").asLong();
                long high = args.get("high").asLong();
                yield LongStream.generate(() -> random.integers(low, high))
                        .limit(args.get("size").asInt())
                        .toArray();
            }
            case "randperm" -> widen(random.permutation(args.get("n").asInt()));
            case "data_loader" -> widen(random.dataLoaderOrder(args.get("n").asInt()));
            default -> throw new AssertionError(args.place() + ": no such call here: " + op);
        };
    }

    private static long[] widen(int[] values) {
        return Arrays.stream(values).asLongStream().toArray();
    }
}
