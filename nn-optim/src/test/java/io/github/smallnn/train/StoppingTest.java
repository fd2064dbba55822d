package io.github.smallnn.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.smallnn.graph.Dataset;
import io.github.smallnn.graph.Model;
import io.github.smallnn.layer.Layers;
import io.github.smallnn.loss.Losses;
import io.github.smallnn.optim.Optimizers;
import io.github.smallnn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The ways in which a run ends before its last epoch. */
class StoppingTest {
    private static final Dataset DATA = Fixtures.data(11);

    /** Keeps what every step left. */
    private static final class Steps implements TrainingListener {
        private final Model model;
        private final long interruptAt;
        private String fingerprint;
        private double loss;
        private long count;

        Steps(Model model, long interruptAt) {
            this.model = model;
            this.interruptAt = interruptAt;
            this.fingerprint = model.parameters().fingerprint();
        }

        @Override
        public Decision onEpoch(EpochReport report) {
            return Decision.GO_ON;
        }

        @Override
        public void onStep(long step, double stepLoss) {
            fingerprint = model.parameters().fingerprint();
            loss = stepLoss;
            count++;
            if (step == interruptAt) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @AfterEach
    void leaveNoInterruptBehind() {
        Thread.interrupted();
    }

    @Test
    void aListenerStops() {
        List<Long> seen = new ArrayList<>();
        Trainer trainer = Fixtures.trainer(Fixtures.model())
                .epochs(10)
                .stopWhen(r -> r.epoch() == 3)
                .onEpoch(r -> seen.add(r.epoch()));
        History history = trainer.fit(DATA);
        assertThat(history.stopReason()).isEqualTo(StopReason.LISTENER);
        assertThat(history.epochs()).hasSize(3);
        assertThat(seen).containsExactly(1L, 2L, 3L);
        assertThat(trainer.epochsDone()).isEqualTo(3);
    }

    @Test
    void whatAListenerThrowsIsThrown() {
        Trainer trainer = Fixtures.trainer(Fixtures.model()).onEpoch(r -> {
            throw new IllegalStateException("disk full");
        });
        assertThatThrownBy(() -> trainer.fit(DATA))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("disk full");
    }

    @Test
    void interruptionEndsTheRunAfterTheStep() {
        Model model = Fixtures.model();
        Steps steps = new Steps(model, 5);
        Trainer trainer = Fixtures.trainer(model).epochs(10).listener(steps);
        History history = trainer.fit(DATA);
        assertThat(Thread.interrupted()).as("interrupt flag").isTrue();
        assertThat(history.stopReason()).isEqualTo(StopReason.INTERRUPTED);
        assertThat(history.epochs()).hasSize(1);
        assertThat(trainer.state().steps()).isEqualTo(5);
        assertThat(model.parameters().fingerprint()).isEqualTo(steps.fingerprint);
        assertThat(trainer.epochs(1).fit(DATA).last().epoch()).isEqualTo(2);
    }

    @Test
    void interruptionInTheLastStepOfAnEpochKeepsTheEpoch() {
        Model model = Fixtures.model();
        Trainer trainer = Fixtures.trainer(model).epochs(10).listener(new Steps(model, 6));
        History history = trainer.fit(DATA);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(history.stopReason()).isEqualTo(StopReason.INTERRUPTED);
        assertThat(history.epochs()).hasSize(2);
        assertThat(trainer.epochsDone()).isEqualTo(2);
    }

    @Test
    void aHistoryWithoutEpochsSaysSo() {
        Model model = Fixtures.model();
        History history = Fixtures.trainer(model).listener(new Steps(model, 1)).fit(DATA);
        assertThat(Thread.interrupted()).isTrue();
        assertThatThrownBy(history::last)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("INTERRUPTED");
    }

    @Test
    void divergenceNamesEpochBatchAndLastGoodLoss() {
        Model model = Model.of(Fixtures.INPUTS, Layers.dense(Fixtures.OUTPUTS), 2);
        Steps steps = new Steps(model, -1);
        Trainer trainer = Trainer.of(model, Losses.mse(), Optimizers.sgd(1e3))
                .batchSize(4)
                .epochs(1000)
                .listener(steps);
        TrainingDivergedException e = catchThrowableOfType(TrainingDivergedException.class, () -> trainer.fit(DATA));
        assertThat(e).isNotNull();
        assertThat((e.epoch() - 1) * 3 + e.batch()).isEqualTo(steps.count + 1);
        assertThat(e.lastGoodLoss()).isEqualTo(steps.loss).isFinite();
        assertThat(e)
                .hasMessageContaining("epoch " + e.epoch())
                .hasMessageContaining("batch " + e.batch())
                .hasMessageContaining(String.valueOf(e.lastGoodLoss()))
                .hasMessageContaining("rate (now 1000.0)");
        assertThat(model.parameters().fingerprint()).isEqualTo(steps.fingerprint);
        assertThat(trainer.state().steps()).isEqualTo(steps.count);
    }

    @Test
    void divergenceInTheFirstBatchHasNoGoodLoss() {
        Model model = Fixtures.model();
        model.parameters().get("dense/weight").set(0, 0, Double.NaN);
        assertThatThrownBy(() -> Fixtures.trainer(model).fit(DATA))
                .isInstanceOf(TrainingDivergedException.class)
                .hasMessageContaining("epoch 1, batch 1")
                .hasMessageContaining("no finite one before");
    }

    @Test
    void aBatchWithoutWeightIsNamed() {
        double[] weights = new double[11];
        weights[0] = 1;
        Dataset data = new Dataset(DATA.inputs(), DATA.targets(), Tensor.column(weights));
        assertThatThrownBy(() -> Fixtures.trainer(Fixtures.model()).inOrder().fit(data))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("epoch 1, batch 2")
                .hasMessageContaining("weights of this batch are 0");
    }
}
