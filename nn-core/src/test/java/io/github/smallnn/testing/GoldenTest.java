package io.github.smallnn.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The golden reader and its comparisons must be able to fail. */
class GoldenTest {
    private static GoldenValue json(String text) throws JsonProcessingException {
        return new GoldenValue("file case", new ObjectMapper().readTree(text.replace('\'', '"')));
    }

    @Test
    void readsEveryForm() throws JsonProcessingException {
        GoldenValue v =
                json("{'a': {'shape': [2, 2], 'data': [1, 'NaN', '-Infinity', 0.1]}, 'l': [[1, 2, 3]], 'n': null,"
                        + " 'big': '340282366920938463463374607431768211455', 'max': 9223372036854775807}");
        assertThat(v.get("a").array().doubles()).containsExactly(1, Double.NaN, Double.NEGATIVE_INFINITY, 0.1);
        assertThat(v.get("a").array().doubleRows()[1]).containsExactly(Double.NEGATIVE_INFINITY, 0.1);
        assertThat(v.get("l").array().shape()).containsExactly(1, 3);
        assertThat(v.get("l").array().ints()).containsExactly(1, 2, 3);
        assertThat(v.get("max").asLong()).isEqualTo(Long.MAX_VALUE);
        assertThat(v.get("max").array().dims()).isEmpty();
        assertThat(v.get("big").asBigInteger().bitLength()).isEqualTo(128);
        assertThat(v.has("n")).isFalse();
        assertThat(v.get("n").isNull()).isTrue();
        assertThatThrownBy(() -> v.get("b")).hasMessage("file case has no field b; it has [a, l, n, big, max]");
        assertThatThrownBy(() -> v.get("a").asDouble()).hasMessageContaining("file case.a: expected a number");
        assertThatThrownBy(() -> v.get("max").asInt()).hasMessageContaining("32 bits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[[1, 2], [3]]", "{'shape': [3], 'data': [1, 2]}", "{'a': 1}", "[1, [2]]"})
    void refusesWhatIsNoArray(String text) throws JsonProcessingException {
        GoldenValue v = json(text);
        assertThatThrownBy(() -> v.array().doubles())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("file case");
    }

    @Test
    void namesTheFileThatIsMissing() {
        assertThatThrownBy(() -> Golden.read("nothing")).hasMessageContaining("/golden/nothing.json");
        assertThatThrownBy(() -> Golden.read("rng").find("nothing"))
                .hasMessageContaining("rng.json has no case nothing");
    }

    @Test
    void closeMeansClose() {
        double[] want = {1, Double.NaN, Double.POSITIVE_INFINITY, -0.0};
        assertThatCode(() -> GoldenAssert.assertClose("p", want.clone(), want, 0, 0))
                .doesNotThrowAnyException();
        assertThatCode(() -> GoldenAssert.assertUlps("p", want.clone(), want, 0))
                .doesNotThrowAnyException();
        assertThatCode(() -> GoldenAssert.assertClose("p", 1.001, 1, 0, 0.0011)).doesNotThrowAnyException();
        assertThatThrownBy(() -> GoldenAssert.assertClose("p", new double[1], want, 0, 0))
                .hasMessageContaining("1 values");
        assertThatThrownBy(() -> GoldenAssert.assertEqual("p", new long[] {4, 5}, new long[] {4, 6}))
                .hasMessageContaining("p at index 1 of 2: got 5, want 6");
    }

    @ParameterizedTest
    @CsvSource({"1.01, 1", "NaN, 1", "1, NaN", "Infinity, 1", "1, Infinity", "-Infinity, Infinity", "NaN, Infinity"})
    void farOffFailsWithPlaceAndIndex(double got, double want) {
        assertThatThrownBy(
                        () -> GoldenAssert.assertClose("p", new double[] {1, got}, new double[] {1, want}, 1e-3, 1e-3))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("p at index 1 of 2: got " + got + ", want " + want);
        assertThatThrownBy(() -> GoldenAssert.assertUlps("p", new double[] {got}, new double[] {want}, 4))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void ulpsAreCounted() {
        double five = 1 + 5 * Math.ulp(1.0);
        assertThatCode(() -> GoldenAssert.assertUlps("p", new double[] {five}, new double[] {1}, 5))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> GoldenAssert.assertUlps("p", new double[] {five}, new double[] {1}, 4))
                .hasMessageContaining("5.0 ulp");
    }

    @Test
    void noCaseIsLeftOutInSilence() {
        Golden whole = Golden.read("rng");
        Golden two = new Golden("two.json", whole.tolerance(), whole.cases().subList(0, 2));
        GoldenCase first = two.cases().get(0);
        GoldenCase second = two.cases().get(1);
        GoldenCount count = new GoldenCount(two, Set.of(second.id()));
        assertThat(count.wanted(second)).isFalse();
        assertThatThrownBy(count::requireComplete).hasMessageContaining(first.id());
        assertThatThrownBy(() -> count.ran(second)).hasMessageContaining("take it off the list");
        count.ran(first);
        assertThatCode(count::requireComplete).doesNotThrowAnyException();
        assertThat(count.line()).isEqualTo("golden two.json: 1 of 2 cases run; left for later: [" + second.id() + "]");
        assertThatThrownBy(() -> new GoldenCount(two, Set.of("other"))).hasMessageContaining("no case other");
    }
}
