package io.github.smallnn.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.graph.Model;
import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.graph.Reduction;
import io.github.smallnn.layer.Layers;
import io.github.smallnn.loss.Losses;
import io.github.smallnn.optim.Optimizers;
import io.github.smallnn.random.RandomState;
import io.github.smallnn.schedule.Schedules;
import io.github.smallnn.schedule.StepSchedule;
import io.github.smallnn.tensor.Precision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The loop: same seeds, going on, starting over, orders of rows, schedules, reports. */
class TrainerTest {
    private static final Dataset DATA = Fixtures.weightedData(11);

    @Test
    void sameSeedsSameBits() {
        Model a = Fixtures.model();
        Model b = Fixtures.model();
        History one = Fixtures.trainer(a).epochs(4).fit(DATA);
        History two = Fixtures.trainer(b).epochs(4).fit(DATA);
        assertThat(two).isEqualTo(one);
        assertThat(b.parameters().fingerprint()).isEqualTo(a.parameters().fingerprint());
        Model c = Fixtures.model();
        Fixtures.trainer(c).shuffle(99).epochs(4).fit(DATA);
        assertThat(c.parameters().fingerprint()).isNotEqualTo(a.parameters().fingerprint());
        Model d = Fixtures.model();
        Fixtures.trainer(d).seed(99).epochs(4).fit(DATA);
        assertThat(d.parameters().fingerprint()).isNotEqualTo(a.parameters().fingerprint());
    }

    @Test
    void aSecondFitGoesOnAsOneLongerFit() {
        for (StepSchedule schedule : List.<StepSchedule>of(s -> 1, s -> 1 / (1 + 0.1 * s))) {
            Model a = Fixtures.model();
            Model b = Fixtures.model();
            Trainer whole = Fixtures.trainer(a).schedule(schedule).epochs(5);
            Trainer parts = Fixtures.trainer(b).schedule(schedule).epochs(2);
            List<EpochReport> long5 = whole.fit(DATA).epochs();
            List<EpochReport> short5 = new ArrayList<>(parts.fit(DATA).epochs());
            short5.addAll(parts.epochs(3).fit(DATA).epochs());
            assertThat(short5).isEqualTo(long5);
            assertThat(b.parameters().fingerprint()).isEqualTo(a.parameters().fingerprint());
            assertThat(parts.epochsDone()).isEqualTo(5);
            assertThat(parts.state().steps()).isEqualTo(15);
        }
    }

    @Test
    void resetStartsOver() {
        Model model = Fixtures.model();
        ParameterSet start = model.parameters().copy();
        Trainer trainer = Fixtures.trainer(model).epochs(3);
        History first = trainer.fit(DATA);
        String end = model.parameters().fingerprint();
        History again = trainer.reset(start).fit(DATA);
        assertThat(again).isEqualTo(first);
        assertThat(model.parameters().fingerprint()).isEqualTo(end);
        trainer.reset();
        assertThat(trainer.epochsDone()).isZero();
        assertThat(trainer.state().steps()).isZero();
        assertThat(model.parameters().fingerprint()).isEqualTo(end);
    }

    @Test
    void resetRefusesForeignParameters() {
        Model model = Fixtures.model();
        Trainer trainer = Fixtures.trainer(model);
        trainer.fit(DATA);
        String before = model.parameters().fingerprint();
        ParameterSet foreign = Model.of(2, Layers.dense(1), 1).parameters();
        assertThatThrownBy(() -> trainer.reset(foreign)).isInstanceOf(IllegalArgumentException.class);
        assertThat(model.parameters().fingerprint()).isEqualTo(before);
        assertThat(trainer.epochsDone()).isEqualTo(1);
    }

    @Test
    void rowsAreShuffledAgainEveryEpochAsNumPyDoes() {
        int[] want = IntStream.range(0, 11).toArray();
        int[] got = want.clone();
        RandomState numpy = new RandomState(5);
        BatchOrder order = BatchOrder.shuffled(5);
        for (int e = 0; e < 3; e++) {
            numpy.shuffle(want);
            order.arrange(e, got);
            assertThat(got).containsExactly(want);
        }
        order.restart();
        int[] again = IntStream.range(0, 11).toArray();
        order.arrange(0, again);
        int[] first = IntStream.range(0, 11).toArray();
        new RandomState(5).shuffle(first);
        assertThat(again).containsExactly(first);
    }

    @Test
    void shuffledBatchesAreTheRowsOfThatOrder() {
        int[][] orders = new int[3][];
        int[] rows = IntStream.range(0, 11).toArray();
        RandomState numpy = new RandomState(5);
        for (int e = 0; e < 3; e++) {
            numpy.shuffle(rows);
            orders[e] = rows.clone();
        }
        Model a = Fixtures.model();
        Model b = Fixtures.model();
        Model c = Fixtures.model();
        Fixtures.trainer(a).epochs(3).fit(DATA);
        Fixtures.trainer(b).order(BatchOrder.given(orders)).epochs(3).fit(DATA);
        Trainer sorted = Fixtures.trainer(c).inOrder();
        for (int[] order : orders) {
            sorted.fit(DATA.select(order));
        }
        assertThat(b.parameters().fingerprint()).isEqualTo(a.parameters().fingerprint());
        assertThat(c.parameters().fingerprint()).isEqualTo(a.parameters().fingerprint());
    }

    @Test
    void anOrderWithoutSuchARowOrEpochIsRefused() {
        Trainer trainer = Fixtures.trainer(Fixtures.model()).order((epoch, rows) -> rows[3] = 11);
        assertThatThrownBy(() -> trainer.fit(DATA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("epoch 1")
                .hasMessageContaining("row 11")
                .hasMessageContaining("0 to 10");
        Trainer few = Fixtures.trainer(Fixtures.model()).order(BatchOrder.given(new int[][] {{0, 1}}));
        assertThatThrownBy(() -> few.fit(DATA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("11 rows");
    }

    @Test
    void theEpochsLossIsThatOfItsBatchesAsOne() {
        for (Reduction reduction : Reduction.values()) {
            Model model = Model.of(Fixtures.INPUTS, Layers.dense(Fixtures.OUTPUTS), 4);
            // A rate of 0 keeps the model, so the epoch's loss has to be that of all rows at once.
            Trainer trainer = Trainer.of(model, Losses.mse().reduced(reduction), Optimizers.sgd(0))
                    .batchSize(4)
                    .validation(DATA);
            EpochReport report = trainer.fit(DATA).last();
            double all = trainer.evaluate(DATA).loss();
            assertThat(report.loss()).as("%s", reduction).isCloseTo(all, within(1e-13 * all));
            assertThat(report.validationLoss()).hasValueCloseTo(all, within(1e-13 * all));
            assertThat(report.steps()).isEqualTo(3);
        }
    }

    @Test
    void schedulesScaleTheRate() {
        List<Double> rates = new ArrayList<>();
        Trainer trainer = Trainer.of(Fixtures.model(), Losses.mse(), Optimizers.sgd(0.08));
        trainer.batchSize(4).epochs(4).schedule(Schedules.step(2, 0.5));
        trainer.fit(DATA).epochs().forEach(r -> rates.add(r.rate()));
        assertThat(rates).containsExactly(0.08, 0.08, 0.04, 0.04);
        StepSchedule halving = s -> Math.pow(0.5, s);
        Trainer perStep = Trainer.of(Fixtures.model(), Losses.mse(), Optimizers.sgd(0.08));
        List<Double> seen = new ArrayList<>();
        perStep.batchSize(4).schedule(halving).listener(new TrainingListener() {
            @Override
            public Decision onEpoch(EpochReport report) {
                return Decision.GO_ON;
            }

            @Override
            public void onStep(long step, double loss) {
                seen.add(perStep.state().rate());
            }
        });
        perStep.fit(DATA);
        assertThat(seen).containsExactly(0.08, 0.04, 0.02);
    }

    @Test
    void dataInAnotherPrecisionIsConverted() {
        Model wide = Fixtures.model();
        Model narrow = new Model(wide.network(), wide.parameters().to(Precision.FLOAT));
        History a = Fixtures.trainer(wide).epochs(2).validation(DATA).fit(DATA);
        History b = Fixtures.trainer(narrow).epochs(2).validation(DATA).fit(DATA);
        assertThat(b.last().loss()).isCloseTo(a.last().loss(), within(1e-5));
        assertThat(b.validationLosses()[1]).isCloseTo(a.validationLosses()[1], within(1e-5));
        assertThat(narrow.parameters().precision()).isEqualTo(Precision.FLOAT);
    }

    @Test
    void evaluateIsInferenceAndComputesMetrics() {
        Dataset data = Fixtures.weightedData(600);
        Model model = Fixtures.model();
        Trainer trainer = Fixtures.trainer(model);
        double[][] y = model.predict(data.inputs()).toRows();
        double n = 0;
        double d = 0;
        for (int r = 0; r < y.length; r++) {
            double w = data.weights().get(r, 0);
            for (int c = 0; c < y[r].length; c++) {
                n += w * Math.pow(y[r][c] - data.targets().get(r, c), 2);
                d += w;
            }
        }
        Scores scores = trainer.evaluate(
                data, Map.of("rows", (p, t) -> p.rows() + t.rows(), "last", (p, t) -> p.get(p.rows() - 1, 1)));
        assertThat(scores.loss()).isCloseTo(n / d, within(1e-13 * n / d));
        assertThat(scores.metric("rows")).isEqualTo(1200);
        assertThat(scores.metric("last")).isEqualTo(y[599][1]);
        assertThatThrownBy(() -> scores.metric("auc"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("auc")
                .hasMessageContaining("rows");
    }

    @Test
    void withoutValidationDataThereIsNoValidationLoss() {
        History history = Fixtures.trainer(Fixtures.model()).epochs(2).fit(DATA);
        assertThat(history.last().validationLoss()).isEqualTo(OptionalDouble.empty());
        assertThat(Arrays.stream(history.validationLosses())).allMatch(v -> Double.isNaN(v));
        assertThat(history.losses()).hasSize(2);
        assertThat(history.stopReason()).isEqualTo(StopReason.COMPLETED);
    }

    @Test
    void frozenParametersStay() {
        Model model = Fixtures.model();
        Model frozen = new Model(model.network(), model.parameters().freeze("dense/*"));
        double[] before = model.parameters().get("dense/weight").toArray();
        double[] other = model.parameters().get("dense-2/weight").toArray();
        Fixtures.trainer(frozen).fit(DATA);
        assertThat(model.parameters().get("dense/weight").toArray()).containsExactly(before);
        assertThat(model.parameters().get("dense-2/weight").toArray()).isNotEqualTo(other);
    }
}
