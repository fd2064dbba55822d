package io.github.smallnn.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import io.github.smallnn.check.AllocationCheck;
import io.github.smallnn.graph.Dataset;
import io.github.smallnn.graph.Model;
import io.github.smallnn.graph.Network;
import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.layer.Layers;
import io.github.smallnn.loss.Losses;
import io.github.smallnn.loss.TargetKind;
import io.github.smallnn.loss.WeightPenalty;
import io.github.smallnn.optim.Optimizer;
import io.github.smallnn.optim.Optimizers;
import io.github.smallnn.optim.Sgd;
import io.github.smallnn.suite.Samples;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Penalties on parameters: value, gradient, conventions, and their place in a step. */
class PenaltyTest {
    private static final int ROWS = 10;

    static List<WeightPenalty> penalties() {
        return List.of(
                WeightPenalty.l1(0.3),
                WeightPenalty.l2(0.2),
                WeightPenalty.l1l2(0.1, 0.4),
                WeightPenalty.scikitLearn(0.7),
                WeightPenalty.l1l2(0.1, 0.4).on("dense-2/*"));
    }

    private static Network network() {
        return Network.of(3, Layers.dense(4).then(Layers.tanh()).then(Layers.dense(2)));
    }

    @Test
    void valuesByHand() {
        ParameterSet p = Network.of(2, Layers.dense(1)).initialize(1);
        p.set("dense/weight", 3, -4).set("dense/bias", 100);
        assertThat(WeightPenalty.l1(0.5).bind(p).value(8)).isEqualTo(3.5);
        assertThat(WeightPenalty.l2(0.5).bind(p).value(8)).isEqualTo(12.5);
        assertThat(WeightPenalty.l1l2(1, 2).bind(p).value(8)).isEqualTo(57);
        assertThat(WeightPenalty.scikitLearn(0.5).bind(p).value(10)).isCloseTo(0.5 * 25 / 20, within(1e-15));
        assertThat(WeightPenalty.l1(1).on("dense/*").bind(p).value(8)).isEqualTo(107);
        ParameterSet frozen = p.freeze("dense/weight");
        assertThat(WeightPenalty.l1(1).on("*").bind(frozen).value(8)).isEqualTo(100);
    }

    @ParameterizedTest
    @MethodSource("penalties")
    void theGradientIsThatOfTheValue(WeightPenalty penalty) {
        ParameterSet p = network().initialize(4);
        ParameterSet gradients = p.zerosLike();
        WeightPenalty.Bound bound = penalty.bind(p);
        bound.addTo(gradients, ROWS);
        bound.addTo(gradients, ROWS);
        double step = 1e-6;
        for (int i = 0; i < p.size(); i++) {
            Tensor w = p.tensor(i);
            for (int r = 0; r < w.rows(); r++) {
                for (int c = 0; c < w.cols(); c++) {
                    double at = w.get(r, c);
                    w.set(r, c, at + step);
                    double up = bound.value(ROWS);
                    w.set(r, c, at - step);
                    double slope = (up - bound.value(ROWS)) / (2 * step);
                    w.set(r, c, at);
                    assertThat(gradients.tensor(i).get(r, c))
                            .as("%s, twice the slope by %s", penalty, p.path(i))
                            .isCloseTo(2 * slope, offset(1e-8));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("penalties")
    void floatFollowsDouble(WeightPenalty penalty) {
        ParameterSet narrow = network().initialize(4).to(Precision.FLOAT);
        ParameterSet wide = narrow.to(Precision.DOUBLE);
        assertThat(penalty.bind(narrow).value(ROWS))
                .isCloseTo(penalty.bind(wide).value(ROWS), offset(1e-6));
        ParameterSet ofNarrow = narrow.zerosLike();
        ParameterSet ofWide = wide.zerosLike();
        penalty.bind(narrow).addTo(ofNarrow, ROWS);
        penalty.bind(wide).addTo(ofWide, ROWS);
        double[] got = new double[narrow.count()];
        double[] want = new double[wide.count()];
        ofNarrow.copyTo(got);
        ofWide.copyTo(want);
        assertThat(got).containsExactly(want, offset(1e-6));
    }

    @Test
    void atZeroTheAbsoluteValueHasNoSlope() {
        ParameterSet p = Network.of(2, Layers.dense(1)).initialize(1);
        p.set("dense/weight", 0, -2);
        ParameterSet gradients = p.zerosLike();
        WeightPenalty.l1(1).bind(p).addTo(gradients, 1);
        assertThat(gradients.get("dense/weight").toArray()).containsExactly(0, -1);
    }

    @Test
    void halfAWeightDecayIsTheSameTraining() {
        Dataset data = Fixtures.data(20);
        Model decayed = Model.of(3, Layers.dense(2).withoutBias(), 2);
        Model penalised = decayed.copy();
        Trainer.of(decayed, Losses.mse(), new Sgd(0.1).withMomentum(0.9).withWeightDecay(0.02))
                .batchSize(4)
                .epochs(5)
                .fit(data);
        Trainer.of(penalised, Losses.mse(), new Sgd(0.1).withMomentum(0.9))
                .penalty(WeightPenalty.l2(0.01))
                .batchSize(4)
                .epochs(5)
                .fit(data);
        assertThat(penalised.parameters().tensor(0).toArray())
                .containsExactly(decayed.parameters().tensor(0).toArray(), offset(1e-14));
    }

    /** The gradient of the ridge problem vanishes where training ends, whatever the chunks the batch came in. */
    @Test
    void theConventionsEndAtTheirRidge() {
        int rows = ShardedBackprop.MAX_CHUNK + 50;
        Dataset data = new Dataset(Samples.inputs(rows, 3, 1), Samples.targets(TargetKind.NUMBERS, rows, 1, 2));
        double alpha = 40;
        Model scikit = Model.of(3, Layers.dense(1).withoutBias(), 2);
        Trainer.of(scikit, Losses.halfMse(), Optimizers.gd(0.3))
                .penalty(WeightPenalty.scikitLearn(alpha))
                .fullBatch()
                .epochs(200)
                .fit(data);
        Model keras = Model.of(3, Layers.dense(1).withoutBias(), 2);
        Trainer.of(keras, Losses.mse(), Optimizers.gd(0.15))
                .penalty(WeightPenalty.l2(alpha / rows))
                .fullBatch()
                .epochs(200)
                .fit(data);
        for (Model model : List.of(scikit, keras)) {
            double[] w = model.parameters().tensor(0).toArray();
            double[] residual = model.predict(data.inputs()).toArray();
            for (int r = 0; r < rows; r++) {
                residual[r] -= data.targets().get(r, 0);
            }
            for (int c = 0; c < 3; c++) {
                double slope = alpha * w[c];
                for (int r = 0; r < rows; r++) {
                    slope += residual[r] * data.inputs().get(r, c);
                }
                assertThat(slope / rows).isCloseTo(0, offset(1e-12));
            }
        }
    }

    @Test
    void theReportedLossHasThePenaltyTheValidationLossHasNot() {
        Dataset data = Fixtures.data(8);
        Model model = Model.of(network(), Precision.DOUBLE, 3);
        WeightPenalty.Bound bound = WeightPenalty.l2(0.3).bind(model.parameters());
        double penalty = bound.value(8);
        double bare = Trainer.of(model, Losses.mse(), Optimizers.gd(1e-12))
                .evaluate(data)
                .loss();
        EpochReport report = Trainer.of(model, Losses.mse(), Optimizers.gd(1e-12))
                .penalty(WeightPenalty.l2(0.3))
                .validation(data)
                .batchSize(3)
                .fit(data)
                .last();
        assertThat(report.loss()).isCloseTo(bare + penalty, offset(1e-9));
        assertThat(report.validationLoss()).hasValueCloseTo(bare, offset(1e-9));
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void aStepWithPenaltiesAllocatesNothing(Precision precision) {
        Model model = Model.of(network(), precision, 3);
        Dataset data = Fixtures.data(8).to(precision);
        Optimizer.State state = Optimizers.adam().init(model.parameters());
        TrainingStep step = Fixtures.step(model, Losses.mse(), state, null, data, 4, 5)
                .penalties(WeightPenalty.l1l2(0.1, 0.1).bind(model.parameters()));
        int[] order = RowOrder.ascending(8);
        AllocationCheck.requireNone("penalised steps in " + precision, () -> {
            step.evaluate(order, 0, 4);
            step.apply();
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1e-9, Double.NaN, Double.POSITIVE_INFINITY})
    void factorsAreChecked(double bad) {
        assertThatThrownBy(() -> WeightPenalty.l1(bad))
                .hasMessageContaining("l1")
                .hasMessageContaining("" + bad);
        assertThatThrownBy(() -> WeightPenalty.l2(bad))
                .hasMessageContaining("l2")
                .hasMessageContaining("" + bad);
        assertThatThrownBy(() -> WeightPenalty.scikitLearn(bad))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("alpha")
                .hasMessageContaining("" + bad);
    }

    @Test
    void aPatternThatMatchesNothingIsRefusedAtOnce() {
        Trainer trainer = Trainer.of(Fixtures.model(), Losses.mse(), Optimizers.adam());
        assertThatThrownBy(() -> trainer.penalty(WeightPenalty.l2(1).on("encoder/*")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("encoder/*")
                .hasMessageContaining("dense/weight");
    }
}
