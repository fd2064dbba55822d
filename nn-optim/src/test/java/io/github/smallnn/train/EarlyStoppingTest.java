package io.github.smallnn.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.graph.Model;
import io.github.smallnn.loss.Losses;
import io.github.smallnn.optim.Clipping;
import io.github.smallnn.optim.Optimizers;
import io.github.smallnn.schedule.OneCycle;
import io.github.smallnn.schedule.ReduceOnPlateau;
import io.github.smallnn.schedule.Schedules;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a run ends by Keras's and by scikit-learn's rule, what is put back, and what else the trainer passes on. */
class EarlyStoppingTest {
    private static final Dataset DATA = Fixtures.data(11);

    /** Epochs until the rule ends a run in which the watched figure takes the given values. */
    private static int epochs(EarlyStopping rule, double... figures) {
        Model model = Fixtures.model();
        History history = Fixtures.trainer(model)
                .epochs(figures.length)
                .earlyStopping(rule.watching(r -> figures[(int) r.epoch() - 1]))
                .fit(DATA);
        boolean all = history.epochs().size() == figures.length;
        assertThat(history.stopReason()).isIn(StopReason.NO_IMPROVEMENT, all ? StopReason.COMPLETED : null);
        return history.epochs().size();
    }

    @Test
    void kerasCountsTheEpochsThatAreNotBetter() {
        assertThat(epochs(EarlyStopping.keras(2), 5, 4, 4, 3, 3, 3, 1)).isEqualTo(6);
        assertThat(epochs(EarlyStopping.keras(0), 5, 4, 4, 3)).isEqualTo(3);
        assertThat(epochs(EarlyStopping.keras(0), Double.POSITIVE_INFINITY, 4, 3, 2, 2, 2))
                .isEqualTo(5);
        // Small steps are no improvement, and the best to beat stays where it was: 5, so that 4.4 counts.
        assertThat(epochs(EarlyStopping.keras(2).withMinDelta(0.5), 5, 4.8, 4.4, 4.2, 4.1, 3))
                .isEqualTo(5);
    }

    @Test
    void sklearnBearsOneMoreAndMovesTheBestAlong() {
        EarlyStopping rule = EarlyStopping.sklearn().withPatience(2);
        assertThat(epochs(rule, 5, 4, 4, 4, 4, 1)).isEqualTo(5);
        assertThat(epochs(rule.withMinDelta(0.5), 5, 4.8, 4.4, 4.2, 4.1, 3)).isEqualTo(4);
        assertThat(epochs(rule, 5, 4, 3, 2, 1)).isEqualTo(5);
    }

    @Test
    void theBestParametersArePutBack() {
        double[] figures = {5, 3, 4, 4, 4, 4};
        for (boolean restores : new boolean[] {false, true}) {
            Model model = Fixtures.model();
            List<String> prints = new ArrayList<>();
            Fixtures.trainer(model)
                    .epochs(6)
                    .onEpoch(r -> prints.add(model.parameters().fingerprint()))
                    .earlyStopping(
                            EarlyStopping.keras(2).restoringBest(restores).watching(r -> figures[(int) r.epoch() - 1]))
                    .fit(DATA);
            assertThat(prints).hasSize(4);
            assertThat(model.parameters().fingerprint()).isEqualTo(prints.get(restores ? 1 : 3));
        }
    }

    @Test
    void everyFitCountsAnew() {
        Trainer trainer = Fixtures.trainer(Fixtures.model())
                .epochs(9)
                .earlyStopping(EarlyStopping.keras(2).watching(r -> 1));
        assertThat(trainer.fit(DATA).epochs()).hasSize(3);
        assertThat(trainer.fit(DATA).epochs()).hasSize(3);
    }

    @Test
    void theRateFollowsWhatIsWatchedAcrossFitsUntilReset() {
        Trainer trainer = Fixtures.trainer(Fixtures.model())
                .epochs(3)
                .schedule(Schedules.exponential(0.5))
                .rateControl(new ReduceOnPlateau(0.1, 0), r -> 7);
        List<Double> rates = new ArrayList<>();
        trainer.onEpoch(r -> rates.add(r.rate()));
        trainer.fit(DATA);
        trainer.reset().fit(DATA);
        double base = Fixtures.trainer(Fixtures.model()).state().rate();
        List<Double> want = List.of(base, base * 0.5, base * 0.1 * 0.25);
        assertThat(rates.subList(3, 6)).isEqualTo(rates.subList(0, 3));
        for (int e = 0; e < 3; e++) {
            assertThat(rates.get(e)).isCloseTo(want.get(e), within(1e-17));
        }
    }

    @Test
    void aCycleSetsRateAndMomentumOfEveryStep() {
        OneCycle cycle = new OneCycle(12);
        Trainer trainer = Trainer.of(Fixtures.model(), Losses.mse(), Optimizers.adam(0.05));
        List<Double> seen = new ArrayList<>();
        trainer.batchSize(4).epochs(4).schedule(cycle).listener(new TrainingListener() {
            @Override
            public Decision onEpoch(EpochReport report) {
                return Decision.GO_ON;
            }

            @Override
            public void onStep(long step, double loss) {
                assertThat(trainer.state().rate()).isEqualTo(0.05 * cycle.factor(step - 1));
                seen.add(trainer.state().momentum());
            }
        });
        trainer.fit(DATA);
        assertThat(seen).hasSize(12).startsWith(0.95).contains(cycle.momentum(4));
        Trainer plain = Fixtures.trainer(Fixtures.model()).schedule(cycle);
        assertThat(plain.state().momentum()).isEqualTo(0.9);
        Trainer none = Trainer.of(Fixtures.model(), Losses.mse(), Optimizers.sgd(0.1));
        assertThatThrownBy(() -> none.schedule(cycle).fit(DATA))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no momentum");
    }

    @Test
    void clippedStepsAreNoLongerThanTheLimit() {
        Model model = Fixtures.model();
        double[] before = new double[model.parameters().count()];
        double[] after = new double[before.length];
        model.parameters().copyTo(before);
        Trainer.of(model, Losses.mse(), Optimizers.gd(1))
                .fullBatch()
                .clip(Clipping.globalNorm(0.01))
                .fit(DATA);
        model.parameters().copyTo(after);
        double square = 0;
        for (int i = 0; i < before.length; i++) {
            square += Math.pow(after[i] - before[i], 2);
        }
        assertThat(Math.sqrt(square)).isBetween(0.0099, 0.01);
    }

    @Test
    void badSettingsAreNamed() {
        assertThatThrownBy(() -> EarlyStopping.keras(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("patience")
                .hasMessageContaining("-1");
        assertThatThrownBy(() -> EarlyStopping.keras(1).withMinDelta(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("minDelta")
                .hasMessageContaining("NaN");
    }
}
