package io.github.smallnn.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Network;
import io.github.smallnn.graph.Node;
import io.github.smallnn.graph.Reduction;
import io.github.smallnn.layer.Layers;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments, target checks and names of the losses; their numbers are in the golden test. */
class LossesTest {

    @Test
    void textbookFigures() {
        assertThat(value(Losses.huber(2), Tensor.row(5), Tensor.row(0))).isEqualTo(8);
        assertThat(value(Losses.crossEntropy(), Tensor.row(1, 2, 3), Tensor.row(2)))
                .isCloseTo(0.40760596444438, within(1e-13));
    }

    @Test
    void reductionsWithSampleWeights() {
        Tensor x = Tensor.column(1, 2, 4);
        Tensor t = Tensor.column(0, 0, 0);
        Tensor w = Tensor.column(1, 2, 3);
        double n = 1 + 2 * 4 + 3 * 16;
        assertThat(value(Losses.mse(), x, t, w)).isEqualTo(n / 6);
        assertThat(value(Losses.mse().reduced(Reduction.SUM), x, t, w)).isEqualTo(n);
        assertThat(value(Losses.mse().reduced(Reduction.BATCH_MEAN), x, t, w)).isEqualTo(n / 3);
    }

    @Test
    void nothingIsBroadcast() {
        Network one = Network.of(2, Layers.dense(1));
        Loss against3 = new Loss() {
            @Override
            public Node build(Node prediction, Node target) {
                return Losses.mse().build(prediction, target);
            }

            @Override
            public Shape targetShape(Shape prediction) {
                return Shape.of(3);
            }
        };
        assertThatThrownBy(() -> one.backprop(one.initialize(1), against3, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("loss")
                .hasMessageContaining("[1]")
                .hasMessageContaining("[3]")
                .hasMessageContaining("no broadcasting");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 3, 0.5, Double.NaN, Double.POSITIVE_INFINITY})
    void aTargetThatIsNoClassIsNamedByItsRow(double bad) {
        Tensor targets = Tensor.column(0, 2, 1, bad, 0);
        assertThatThrownBy(() -> Losses.crossEntropy().checkTargets(targets, Shape.of(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("row 3")
                .hasMessageContaining(String.valueOf(bad))
                .hasMessageContaining("0 to 2");
    }

    @Test
    void goodClassesAndAnyBinaryTargetPass() {
        assertThatCode(() -> {
                    Losses.crossEntropy().checkTargets(Tensor.column(0, 1, 2), Shape.of(3));
                    Losses.crossEntropy().reduced(Reduction.SUM).checkTargets(Tensor.column(2), Shape.of(3));
                    Losses.bceWithLogits().checkTargets(Tensor.column(-0.5, 2), Shape.of(1));
                })
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void huberNeedsAPositiveDelta(double delta) {
        assertThatThrownBy(() -> Losses.huber(delta))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("delta")
                .hasMessageContaining(String.valueOf(delta));
    }

    @Test
    void registryFindsByNameAndListsItsNames() {
        for (LossRegistry.Entry e : LossRegistry.all()) {
            assertThat(e.loss().get()).as(e.name()).isNotNull();
            assertThat(e.formula()).as(e.name()).isNotBlank();
        }
        assertThat(LossRegistry.named("smooth_l1")).isEqualTo(Losses.smoothL1());
        assertThatThrownBy(() -> LossRegistry.named("quantile"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("q 0.9 (example)");
        assertThatThrownBy(() -> LossRegistry.named("rmse"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rmse")
                .hasMessageContaining("cross_entropy");
    }

    /** A setting that has to be refused, and what the message has to name. */
    record Refused(String name, Runnable call, List<String> parts) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Refused> refused() {
        double inf = Double.POSITIVE_INFINITY;
        return List.of(
                of("beta", () -> Losses.smoothL1(-0.1), "smooth_l1 beta", "0 or more", "-0.1"),
                of("q", () -> Losses.quantile(1.5), "quantile q", "0.0 to 1.0", "1.5"),
                of("q", () -> Losses.quantile(Double.NaN), "quantile q", "NaN"),
                of("class weight", () -> Losses.crossEntropy().withWeights(1, -2), "class weight 1", "-2.0"),
                of("class weight", () -> Losses.nll().withWeights(inf), "class weight 0", "Infinity"),
                of("smoothing", () -> Losses.crossEntropy().withSmoothing(1.1), "label smoothing", "1.1"),
                of("smoothing", () -> Losses.crossEntropyProbabilities().withSmoothing(-1), "label smoothing", "-1.0"),
                of("output weight", () -> Losses.bce().withWeights(-1), "output weight 0", "-1.0"),
                of("positive", () -> Losses.bceWithLogits().withPositiveWeights(1, -1), "positive weight 1", "-1.0"),
                of("poisson eps", () -> Losses.poissonNll().withEps(0), "poisson_nll eps", "above 0"),
                of("gaussian eps", () -> Losses.gaussianNll().withEps(-1), "gaussian_nll eps", "-1.0"),
                of("power", () -> new MultiMargin(3, 1, List.of()), "1 or 2", "3"),
                of("margin", () -> Losses.hingeEmbedding(inf), "hinge_embedding margin", "Infinity"),
                of("cosine", () -> Losses.cosineEmbedding(1.5), "cosine_embedding margin", "1.5"),
                of("ranking", () -> Losses.marginRanking(Double.NaN), "margin_ranking margin", "NaN"),
                of("triplet", () -> Losses.tripletMargin(0), "triplet_margin margin", "above 0"),
                of("no heads", Losses::heads, "at least one head"),
                of("empty head", () -> Heads.head("a", 2, 2, Losses.mse()), "head 'a'", "2 to 2"),
                of("weight of a head", () -> new Heads.Head("a", 0, 2, -1, Losses.mse()), "head 'a'", "-1.0"),
                of("sum", () -> Heads.head("a", 0, 2, Losses.mse().reduced(Reduction.SUM)), "head 'a'", "sum"));
    }

    private static Refused of(String name, Runnable call, String... parts) {
        return new Refused(name, call, List.of(parts));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void settingsAreChecked(Refused r) {
        assertThatThrownBy(r.call()::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(r.parts().toArray(new String[0]));
    }

    static List<Refused> misfits() {
        return List.of(
                of(
                        "weights",
                        () -> build(Losses.crossEntropy().withWeights(1, 2), 3),
                        "loss/",
                        "2 of class weights",
                        "3"),
                of("one weight", () -> build(Losses.bce().withWeights(2), 3), "1 of output weights", "[3]"),
                of("means", () -> build(Losses.gaussianNll(), 3), "gaussian_nll", "means, then variances", "[3]"),
                of("mean", () -> build(Losses.gaussianNll().oneVariancePerRow(), 1), "gaussian_nll", "[1]"),
                of("pairs", () -> build(Losses.cosineEmbedding(), 5), "first vectors, then second vectors", "[5]"),
                of("scores", () -> build(Losses.marginRanking(), 5), "first scores, then second scores", "[5]"),
                of("triplets", () -> build(Losses.tripletMargin(), 4), "multiple of 3", "[4]"),
                of("head", () -> build(Losses.heads(Heads.head("a", 1, 4, Losses.mse())), 3), "'a'", "1 to 4", "[3]"));
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void aPredictionThatDoesNotFitIsNamed(Refused r) {
        assertThatThrownBy(r.call()::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(r.parts().toArray(new String[0]));
    }

    private static void build(Loss loss, int columns) {
        Network network = Network.of(columns, Layers.identity());
        network.backprop(network.initialize(1), loss, 2);
    }

    @Test
    void targetsAreCheckedBeforeTraining() {
        for (Loss signs : List.of(Losses.hinge(), Losses.hingeEmbedding(), Losses.softMargin())) {
            assertThatThrownBy(() -> signs.checkTargets(Tensor.of(2, 2, 1, -1, 1, 0), Shape.of(2)))
                    .hasMessageContainingAll("row 1, column 1", "0.0", "1 or -1");
        }
        assertThatThrownBy(() -> Losses.cosineEmbedding().checkTargets(Tensor.column(1, 2), Shape.of(4)))
                .hasMessageContainingAll("row 1", "2.0");
        assertThatThrownBy(() -> Losses.klDivergence().checkTargets(Tensor.row(0.5, -0.5), Shape.of(2)))
                .hasMessageContainingAll("column 1", "-0.5", "0 or more");
        assertThatThrownBy(() -> Losses.gaussianNll().givenVariances().checkTargets(Tensor.row(-5, -1), Shape.of(1)))
                .hasMessageContainingAll("row 0, column 1", "variance", "-1.0");
        CrossEntropy ignoring = Losses.crossEntropy().ignoring(-100);
        assertThatCode(() -> ignoring.checkTargets(Tensor.column(-100, 2), Shape.of(3)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> ignoring.checkTargets(Tensor.column(-100, 3), Shape.of(3)))
                .hasMessageContainingAll("row 1", "3.0", "0 to 2", "ignored -100");
        Heads heads = Losses.heads(Heads.head("size", 0, 1, Losses.mse()), Heads.head("kind", 1, 4, Losses.nll()));
        assertThatThrownBy(() -> heads.checkTargets(Tensor.of(2, 2, 0.5, 1, 0.5, 3), Shape.of(4)))
                .hasMessageContainingAll("head 'kind'", "from column 1", "row 1", "3.0");
    }

    @Test
    void aStepRefusesWhatNoDistributionHas() {
        assertThatThrownBy(() -> value(Losses.bce(), Tensor.row(1.5), Tensor.row(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("loss/binary_cross_entropy", "1.5", "sigmoid");
        assertThatThrownBy(() -> value(Losses.gaussianNll(), Tensor.row(0, -0.5), Tensor.row(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("loss/gaussian", "-0.5", "softplus");
        assertThatThrownBy(() -> value(Losses.nll(), Tensor.row(0, -0.5), Tensor.row(2)))
                .hasMessageContainingAll("loss/one_hot", "row 0", "2.0", "0 to 1");
    }

    @Test
    void headsAddUpTheirMeans() {
        Tensor x = Tensor.of(2, 5, 1, 2, 0.5, -1, 2, 3, 4, 0.2, 0.3, 1);
        Tensor t = Tensor.of(2, 3, 0, 1, 2, 5, 4, 0);
        Tensor w = Tensor.column(1, 3);
        Heads heads = Losses.heads(
                Heads.head("size", 0, 2, Losses.mse()), new Heads.Head("kind", 2, 5, 0.5, Losses.crossEntropy()));
        double size = value(
                Losses.mse(), x.columnRange(0, 2).copy(), t.columnRange(0, 2).copy(), w);
        double kind = value(
                Losses.crossEntropy(),
                x.columnRange(2, 5).copy(),
                t.columnRange(2, 3).copy(),
                w);
        assertThat(value(heads, x, t, w)).isCloseTo(size + 0.5 * kind, within(1e-14));
    }

    @Test
    void givenVariancesAreThePredictedOnesInAnotherPlace() {
        GaussianNll loss = Losses.gaussianNll().withFull();
        double predicted = value(loss, Tensor.row(1, 2, 0.5, 3), Tensor.row(0, 5));
        double given = value(loss.givenVariances(), Tensor.row(1, 2), Tensor.row(0, 5, 0.5, 3));
        assertThat(given).isEqualTo(predicted);
        double textbook = 0.5 * (Math.log(2 * Math.PI * 0.5) + 1 / 0.5 + Math.log(2 * Math.PI * 3) + 9.0 / 3) / 2;
        assertThat(given).isCloseTo(textbook, within(1e-14));
    }

    @Test
    void aClassOfWeightZeroCountsForNothingButItsSmoothing() {
        CrossEntropy loss = Losses.crossEntropy().withWeights(0, 2);
        Tensor x = Tensor.of(2, 2, 1, 3, 2, 2.5);
        Tensor t = Tensor.column(0, 1);
        double second = value(Losses.crossEntropy(), Tensor.row(2, 2.5), Tensor.row(1));
        assertThat(value(loss, x, t)).isCloseTo(second, within(1e-14));
        double onFirst = value(Losses.crossEntropy(), Tensor.row(1, 3), Tensor.row(1));
        double smoothed = 0.8 * 2 * second + 0.2 / 2 * 2 * (onFirst + second);
        assertThat(value(loss.withSmoothing(0.2), x, t)).isCloseTo(smoothed / 2, within(1e-14));
    }

    private static double value(Loss loss, Tensor x, Tensor t) {
        return value(loss, x, t, null);
    }

    private static double value(Loss loss, Tensor x, Tensor t, Tensor weights) {
        Network network = Network.of(x.cols(), Layers.identity());
        return network.evaluation(network.initialize(1), loss, x.rows()).evaluate(x, t, weights);
    }
}
