package io.github.smallnn.preprocessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.github.smallnn.Tensors;
import io.github.smallnn.graph.Dataset;
import io.github.smallnn.preprocessing.OneHotEncoder.Drop;
import io.github.smallnn.preprocessing.SimpleImputer.Strategy;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the golden figures do not show: going back, keeping the precision, and what is refused. */
class PreprocessingTest {
    private static final Tensor CODES = Tensor.of(new double[][] {{0, 5}, {1, 5}, {-0.0, 7}, {2, 5}});

    static Stream<Transform> invertible() {
        return Stream.of(
                new StandardScaler(),
                new MinMaxScaler(-2, 5, false),
                new RobustScaler(),
                new MaxAbsScaler(),
                Pipeline.of(new RobustScaler(), Pipeline.of(new StandardScaler()), new MinMaxScaler()),
                OnColumns.of(new StandardScaler(), 2, 0),
                Pipeline.of(OnColumns.of(new MinMaxScaler(), 1), new MaxAbsScaler()));
    }

    @ParameterizedTest
    @MethodSource("invertible")
    void thereAndBack(Transform transform) {
        long seed = 31;
        Random random = new Random(seed);
        for (int trial = 0; trial < 30; trial++) {
            Tensor x = Tensors.random(random, 2 + random.nextInt(9), 3 + random.nextInt(4));
            InvertibleTransform fitted = (InvertibleTransform) transform.fit(x);
            String as = transform + " seed " + seed + " trial " + trial;
            assertThat(fitted.inverseTransform(fitted.transform(x)).toArray())
                    .as(as)
                    .containsExactly(x.toArray(), within(1e-12));
            Tensor single = fitted.transform(x.to(Precision.FLOAT));
            assertThat(single.precision()).as(as).isEqualTo(Precision.FLOAT);
            assertThat(single.toArray())
                    .as(as)
                    .containsExactly(fitted.transform(x).toArray(), within(1e-4));
        }
    }

    @Test
    void categoriesThereAndBack() {
        for (Drop drop : Drop.values()) {
            OneHotEncoding fitted = new OneHotEncoder(drop, false).fit(CODES);
            assertThat(fitted.inverseTransform(fitted.transform(CODES)).toArray())
                    .as(drop.name())
                    .containsExactly(0, 5, 1, 5, 0, 7, 2, 5);
        }
        assertThat(new OneHotEncoder().fit(CODES).categories()[0]).containsExactly(0, 1, 2);
        OrdinalEncoding places = new OrdinalEncoder(OptionalDouble.of(Double.NaN)).fit(CODES);
        Tensor unknown = places.transform(Tensor.row(9, 7));
        assertThat(unknown.toArray()).containsExactly(Double.NaN, 1);
        assertThat(places.inverseTransform(unknown).toArray()).containsExactly(Double.NaN, 7);
    }

    @Test
    void labels() {
        LabelEncoder encoder = LabelEncoder.fit(List.of("rose", "aster", "rose", "Lily"));
        assertThat(encoder.classes()).containsExactly("Lily", "aster", "rose");
        Tensor indices = encoder.transform(List.of("aster", "rose", "Lily"));
        assertThat(indices.toArray()).containsExactly(1, 2, 0);
        assertThat(encoder.inverseTransform(indices)).containsExactly("aster", "rose", "Lily");
    }

    @Test
    void datasetsKeepTargetsAndWeights() {
        Dataset data = new Dataset(CODES, Tensor.column(1, 2, 3, 4), Tensor.column(1, 1, 2, 2));
        Dataset made = new OneHotEncoder().fit(data.inputs()).transformInputs(data);
        assertThat(made.inputs().describe()).isEqualTo("4 x 5");
        assertThat(made.targets()).isSameAs(data.targets());
        assertThat(made.weights()).isSameAs(data.weights());
    }

    @Test
    void aPipelineGoesBackOnlyAsFarAsItsSteps() {
        FittedPipeline fitted =
                Pipeline.of(new StandardScaler(), new PolynomialFeatures(2)).fit(CODES);
        assertThat(fitted.steps()).hasSize(2);
        assertThat(fitted.inputColumns()).isEqualTo(2);
        assertThat(fitted.outputColumns()).isEqualTo(6);
        Tensor z = fitted.transform(CODES);
        assertThatIllegalStateException()
                .isThrownBy(() -> fitted.inverseTransform(z))
                .withMessage("step 1 (PolynomialTerms) cannot be undone");
        FittedOnColumns part = OnColumns.of(new SimpleImputer(), 1).fit(CODES);
        assertThat(part.changed()).isInstanceOf(SimpleImputation.class);
        assertThatIllegalStateException()
                .isThrownBy(() -> part.inverseTransform(CODES))
                .withMessage("SimpleImputation cannot be undone");
    }

    static Stream<Arguments> refused() {
        Tensor none = Tensor.zeros(Precision.DOUBLE, 0, 2);
        Tensor nan = Tensor.of(new double[][] {{1, 2}, {3, Double.NaN}});
        Tensor infinite = Tensor.of(new double[][] {{1, Double.POSITIVE_INFINITY}});
        Tensor empty = Tensor.of(new double[][] {{1, Double.NaN}, {2, Double.NaN}});
        Tensor odd = Tensor.row(9, 5);
        Tensor three = Tensor.row(1, 2, 3);
        return Stream.of(
                bad(() -> new MinMaxScaler(1, 1, false), "finite low < high, got low 1.0 and high 1.0"),
                bad(() -> new MinMaxScaler(0, Double.NaN, false), "high NaN"),
                bad(() -> new RobustScaler(true, true, 80, 20), "0 <= low <= high <= 100, got low 80.0 and high 20.0"),
                bad(() -> new RobustScaler(true, true, -1, 20), "got low -1.0"),
                bad(() -> new PolynomialFeatures(-1), "degree must be 0 or more"),
                bad(() -> new PolynomialFeatures(0, false, false), "got 0 with bias false"),
                bad(
                        () -> new PolynomialFeatures(40).fit(Tensors.random(new Random(1), 1, 40)),
                        "more than 1048576 prod"),
                bad(() -> new SimpleImputer(Strategy.CONSTANT, 0, Double.NaN), "constant of an imputer must be finite"),
                bad(() -> new SimpleImputer().fit(empty), "column 1 has no value at all among 2 rows"),
                bad(() -> new SimpleImputer().fit(infinite), "row 0, column 1 is Infinity"),
                bad(() -> new SimpleImputer().fit(nan).transform(infinite), "row 0, column 1 is Infinity"),
                bad(() -> new SimpleImputer().fit(none), "at least one row"),
                bad(() -> new MinMaxScaler().fit(none), "at least one row"),
                bad(() -> new RobustScaler().fit(nan), "row 1, column 1 is NaN"),
                bad(() -> new MaxAbsScaler().fit(infinite), "row 0, column 1 is Infinity"),
                bad(() -> new OneHotEncoder().fit(nan), "row 1, column 1 is NaN"),
                bad(
                        () -> new OneHotEncoder().fit(CODES).transform(odd),
                        "row 0, column 0 is 9.0, which is none of the 3"),
                bad(() -> new OneHotEncoder().fit(CODES).transform(three), "fitted on 2 columns, but was given 1 x 3"),
                bad(
                        () -> new OneHotEncoder().fit(CODES).inverseTransform(Tensor.row(0, 0, 1, 0, 0)),
                        "row 0 has no positive entry among columns 3 to 4, which hold the categories of"),
                bad(() -> new OneHotEncoder(Drop.FIRST, false).fit(Tensor.column(4, 4)), "nothing is left"),
                bad(() -> new OrdinalEncoder().fit(CODES).transform(odd), "row 0, column 0 is 9.0"),
                bad(() -> new OrdinalEncoder(OptionalDouble.of(2)).fit(CODES), "2.0 for unknown categories is also"),
                bad(() -> new OrdinalEncoder().fit(CODES).inverseTransform(Tensor.row(0.5, 0)), "whole numbers 0 to 2"),
                bad(() -> LabelEncoder.fit(List.of()), "at least one label"),
                bad(() -> new LabelEncoder(List.of("b", "a")), "'b' stands before 'a'"),
                bad(() -> LabelEncoder.fit(List.of("a")).transform(List.of("a", "z")), "row 1 has the label 'z'"),
                bad(() -> LabelEncoder.fit(List.of("a")).inverseTransform(Tensor.column(0, 1)), "row 1 is 1.0"),
                bad(() -> Pipeline.of(), "at least one step"),
                bad(
                        () -> Pipeline.of(new MaxAbsScaler(), new MinMaxScaler())
                                .fit(nan),
                        "step 0 (MaxAbsScaler[]): row 1"),
                bad(() -> Pipeline.of(new MaxAbsScaler()).fit(CODES).transform(three), "step 0: this was fitted on 2"),
                bad(
                        () -> Pipeline.of(new MaxAbsScaler()).fit(CODES).inverseTransform(three),
                        "step 0: this was fitted"),
                bad(() -> OnColumns.of(new MaxAbsScaler()), "at least one column"),
                bad(() -> OnColumns.of(new MaxAbsScaler(), 1, 1), "none twice, got [1, 1]"),
                bad(() -> OnColumns.of(new MaxAbsScaler(), 2).fit(CODES), "there is no column 2 in 4 x 2"),
                bad(() -> OnColumns.of(new MaxAbsScaler(), 1).fit(CODES).transform(three), "fitted on 2 columns"));
    }

    private static Arguments bad(Runnable call, String message) {
        return Arguments.of(call, message);
    }

    @ParameterizedTest
    @MethodSource("refused")
    void wrongInputIsNamed(Runnable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call::run).withMessageContaining(message);
    }

    @Test
    void settingsAreNotNull() {
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> new OneHotEncoder(null, true))
                .withMessage("drop");
        assertThatExceptionOfType(NullPointerException.class)
                .isThrownBy(() -> new SimpleImputer(null))
                .withMessage("strategy");
    }
}
