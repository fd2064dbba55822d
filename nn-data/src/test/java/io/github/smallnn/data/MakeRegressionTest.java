package io.github.smallnn.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.smallnn.random.RandomState;
import io.github.smallnn.tensor.Tensor;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MakeRegressionTest {

    @Test
    void defaultsAreThoseOfScikitLearn() {
        assertThat(MakeRegression.defaults())
                .isEqualTo(new MakeRegression(100, 100, 10, 1, 0, OptionalInt.empty(), 0.5, 0, true, 0));
        Regression made = MakeRegression.defaults().generate();
        assertThat(made.x().describe()).isEqualTo("100 x 100");
        assertThat(made.y().describe()).isEqualTo("100 x 1");
        assertThat(made.coef().describe()).isEqualTo("100 x 1");
        assertThat(nonZero(made.coef())).isEqualTo(10);
    }

    @Test
    void randomShapesHoldTheirEquation() {
        long testSeed = 20240611;
        Random shapes = new Random(testSeed);
        for (int i = 0; i < 60; i++) {
            MakeRegression m = MakeRegression.defaults()
                    .samples(1 + shapes.nextInt(12))
                    .features(1 + shapes.nextInt(12))
                    .informative(shapes.nextInt(15))
                    .targets(1 + shapes.nextInt(3))
                    .bias(shapes.nextInt(3) - 1)
                    .shuffle(shapes.nextBoolean())
                    .seed(i);
            m = shapes.nextBoolean() ? m.effectiveRank(1 + shapes.nextInt(14)).tailStrength(shapes.nextDouble()) : m;
            Regression made = m.generate();
            String as = "case " + i + " of seed " + testSeed + ": " + m;
            assertThat(nonZero(made.coef())).as(as).isEqualTo(Math.min(m.informative(), m.features()) * m.targets());
            double[] want = products(made.x(), made.coef(), m.bias());
            assertThat(made.y().toArray()).as(as).containsExactly(want, within(1e-11));
            assertThat(made.dataset().inputs()).as(as).isSameAs(made.x());
        }
    }

    @Test
    void targetsAreLeftToRightSumsOfRoundedProducts() {
        MakeRegression m = MakeRegression.defaults()
                .samples(50)
                .features(7)
                .informative(7)
                .targets(2)
                .bias(0.1);
        Regression made = m.shuffle(false).generate();
        assertThat(made.y().toArray()).isEqualTo(products(made.x(), made.coef(), 0.1));
    }

    @Test
    void withoutShuffleTheInformativeColumnsComeFirst() {
        Regression made = MakeRegression.defaults()
                .features(6)
                .informative(2)
                .shuffle(false)
                .generate();
        assertThat(Arrays.copyOf(made.coef().toArray(), 2)).doesNotContain(0.0);
        assertThat(Arrays.copyOfRange(made.coef().toArray(), 2, 6)).containsOnly(0.0);
    }

    @Test
    void noInformativeColumnLeavesTheBias() {
        Regression made =
                MakeRegression.defaults().features(3).informative(0).bias(2.5).generate();
        assertThat(made.y().toArray()).containsOnly(2.5);
        assertThat(made.coef().toArray()).containsOnly(0.0);
    }

    @Test
    void moreInformativeThanFeaturesMeansAll() {
        MakeRegression m = MakeRegression.defaults().features(3).seed(5);
        assertThat(m.informative(8).generate().y().toArray())
                .isEqualTo(m.informative(3).generate().y().toArray());
    }

    @Test
    void noiseIsTheOnlyDifference() {
        MakeRegression m = MakeRegression.defaults()
                .samples(4000)
                .features(2)
                .shuffle(false)
                .seed(1);
        Regression clean = m.generate();
        Regression noisy = m.noise(3).generate();
        assertThat(noisy.x().toArray()).isEqualTo(clean.x().toArray());
        double squares = 0;
        for (int r = 0; r < 4000; r++) {
            squares += Math.pow(noisy.y().get(r, 0) - clean.y().get(r, 0), 2);
        }
        assertThat(Math.sqrt(squares / 4000)).isCloseTo(3, within(0.15));
    }

    @Test
    void aSharedStreamGoesOn() {
        MakeRegression m = MakeRegression.defaults().samples(5).features(2);
        RandomState random = new RandomState(9);
        double[] first = m.generate(random).x().toArray();
        double[] second = m.generate(random).x().toArray();
        assertThat(first).isEqualTo(m.seed(9).generate().x().toArray());
        assertThat(second).isNotEqualTo(first);
    }

    static Stream<Arguments> wrong() {
        MakeRegression m = MakeRegression.defaults();
        return Stream.of(
                wrong(() -> m.samples(0), "samples must be at least 1, got 0"),
                wrong(() -> m.features(0), "features must be at least 1, got 0"),
                wrong(() -> m.informative(-1), "informative must be at least 0, got -1"),
                wrong(() -> m.targets(0), "targets must be at least 1, got 0"),
                wrong(() -> m.bias(Double.NaN), "bias must be finite, got NaN"),
                wrong(() -> m.effectiveRank(0), "effectiveRank must be at least 1, got 0"),
                wrong(() -> m.tailStrength(1.5), "tailStrength must be between 0 and 1, got 1.5"),
                wrong(() -> m.tailStrength(Double.NaN), "tailStrength must be between 0 and 1, got NaN"),
                wrong(() -> m.noise(-1), "noise must be 0 or more, got -1.0"),
                wrong(() -> m.noise(Double.POSITIVE_INFINITY), "noise must be finite"),
                wrong(() -> m.samples(1 << 20).features(1 << 20), "samples 1048576 times features 1048576"),
                wrong(() -> m.seed(-1).generate(), "seed"),
                wrong(() -> MakeLowRankMatrix.defaults().size(0, 1), "samples must be at least 1, got 0"),
                wrong(() -> MakeLowRankMatrix.defaults().effectiveRank(0), "effectiveRank must be at least 1"),
                wrong(() -> MakeLowRankMatrix.defaults().tailStrength(-0.1), "tailStrength must be between 0 and 1"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void wrongParametersAreNamed(Supplier<?> call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call::get).withMessageContaining(message);
    }

    private static Arguments wrong(Supplier<?> call, String message) {
        return Arguments.of(call, message);
    }

    private static long nonZero(Tensor t) {
        return Arrays.stream(t.toArray()).filter(v -> v != 0).count();
    }

    private static double[] products(Tensor x, Tensor w, double bias) {
        double[] y = new double[x.rows() * w.cols()];
        for (int i = 0; i < y.length; i++) {
            double sum = 0;
            for (int c = 0; c < x.cols(); c++) {
                sum += x.get(i / w.cols(), c) * w.get(c, i % w.cols());
            }
            y[i] = sum + bias;
        }
        return y;
    }
}
