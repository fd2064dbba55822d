package io.github.smallnn.preprocessing;

import static io.github.smallnn.testing.GoldenAssert.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.smallnn.Tensors;
import io.github.smallnn.preprocessing.OneHotEncoder.Drop;
import io.github.smallnn.preprocessing.SimpleImputer.Strategy;
import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Tensor;
import io.github.smallnn.testing.Golden;
import io.github.smallnn.testing.GoldenCase;
import io.github.smallnn.testing.GoldenCount;
import io.github.smallnn.testing.GoldenValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case of golden/preprocessing.json, which {@code preprocessing.py} beside it makes with scikit-learn. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreprocessingGoldenTest {
    private final Golden golden = Golden.read("preprocessing");
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
    void sameNumbers(GoldenCase c) {
        DoubleTensor x = Tensors.of(c.get("inputs").get("X"));
        DoubleTensor z = Tensors.of(c.get("inputs").get("Z"));
        FittedTransform fitted = transform(c).fit(x);
        GoldenValue want = c.get("result");
        check(fitted.transform(x), want.get("transform_X"));
        check(fitted.transform(z), want.get("transform_Z"));
        assertThat(fitted.inputColumns()).isEqualTo(x.cols());
        assertThat(fitted.outputColumns()).isEqualTo(fitted.transform(x).cols());
        if (want.has("inverse_transform_Z")) {
            Tensor back = ((InvertibleTransform) fitted).inverseTransform(fitted.transform(z));
            check(back, want.get("inverse_transform_Z"));
        }
        checkFitted(fitted, want);
        count.ran(c);
    }

    private static Transform transform(GoldenCase c) {
        GoldenValue args = c.get("args");
        return switch (c.get("fn").asText()) {
            case "OneHotEncoder" -> {
                String drop = args.has("drop") ? args.get("drop").asText() : "none";
                yield new OneHotEncoder(Drop.valueOf(drop.toUpperCase(Locale.ROOT)), args.has("handle_unknown"));
            }
            case "OrdinalEncoder" ->
                new OrdinalEncoder(
                        args.has("unknown_value")
                                ? OptionalDouble.of(args.get("unknown_value").asDouble())
                                : OptionalDouble.empty());
            case "SimpleImputer" ->
                new SimpleImputer(
                        Strategy.valueOf(args.get("strategy").asText().toUpperCase(Locale.ROOT)),
                        args.has("missing_values") ? args.get("missing_values").asDouble() : Double.NaN,
                        args.has("fill_value") ? args.get("fill_value").asDouble() : 0);
            case "PolynomialFeatures" ->
                new PolynomialFeatures(
                        args.get("degree").asInt(),
                        args.get("interaction_only").asBoolean(),
                        args.get("include_bias").asBoolean());
            default -> combined(c.id());
        };
    }

    private static Transform combined(String id) {
        return switch (id) {
            case "Pipeline/scalers" ->
                Pipeline.of(new StandardScaler(), new MinMaxScaler(), new RobustScaler(), new MaxAbsScaler());
            case "Pipeline/imputed_powers" ->
                Pipeline.of(new SimpleImputer(Strategy.MEDIAN), new PolynomialFeatures(2), new MinMaxScaler());
            case "ColumnTransformer/one_hot" -> OnColumns.of(new OneHotEncoder(), 1);
            case "ColumnTransformer/two_columns" -> OnColumns.of(new StandardScaler(), 2, 0);
            default -> throw new AssertionError(id + ": no such transform here");
        };
    }

    private static void checkFitted(FittedTransform fitted, GoldenValue want) {
        if (want.has("categories_")) {
            double[][] got =
                    fitted instanceof OneHotEncoding e ? e.categories() : ((OrdinalEncoding) fitted).categories();
            List<GoldenValue> columns = want.get("categories_").items();
            assertThat(got.length).as(want.place()).isEqualTo(columns.size());
            for (int c = 0; c < got.length; c++) {
                assertThat(got[c]).containsExactly(columns.get(c).array().doubles());
            }
        }
        if (want.has("statistics_")) {
            double[] got = ((SimpleImputation) fitted).values();
            GoldenValue figure = want.get("statistics_");
            assertClose(figure.place(), got, figure.array().doubles(), 1e-12, 1e-13);
        }
        if (want.has("powers_")) {
            int[][] powers = ((PolynomialTerms) fitted).powers();
            int[] got = Arrays.stream(powers).flatMapToInt(Arrays::stream).toArray();
            double[] figure = want.get("powers_").array().doubles();
            assertThat(Arrays.stream(got).asDoubleStream().toArray()).containsExactly(figure);
        }
    }

    private static void check(Tensor got, GoldenValue want) {
        assertThat(List.of(got.rows(), got.cols()))
                .as(want.place())
                .isEqualTo(want.array().shape());
        assertClose(want.place(), got.toArray(), want.array().doubles(), 1e-12, 1e-13);
    }
}
