package io.github.smallnn.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.github.smallnn.check.AllocationCheck;
import io.github.smallnn.graph.Dataset;
import io.github.smallnn.graph.Layer;
import io.github.smallnn.graph.Model;
import io.github.smallnn.graph.Network;
import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.graph.Reduction;
import io.github.smallnn.graph.SessionOptions;
import io.github.smallnn.layer.BatchNorm;
import io.github.smallnn.layer.Embedding;
import io.github.smallnn.layer.Layers;
import io.github.smallnn.loss.Losses;
import io.github.smallnn.loss.TargetKind;
import io.github.smallnn.loss.WeightPenalty;
import io.github.smallnn.optim.Clipping;
import io.github.smallnn.optim.Optimizer;
import io.github.smallnn.optim.Optimizers;
import io.github.smallnn.suite.Samples;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Training on several threads: bits, refusals, failures, interruption, garbage and threads left behind. */
@Timeout(120)
class ThreadsTest {
    private static final int INPUTS = 64;
    private static final int OUTPUTS = 4;
    private static final int ROWS = 300;
    private static final int BATCH = 128;

    @AfterEach
    void leaveNothingBehind() {
        Thread.interrupted();
        assertThat(workers()).as("threads left behind").isEmpty();
    }

    private static List<Thread> workers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().startsWith("smallnn-train"))
                .toList();
    }

    private static Model model(Precision precision) {
        Layer body =
                Layers.dense(512).then(Layers.tanh()).then(Layers.dropout(0.3)).then(Layers.dense(OUTPUTS));
        return Model.of(Network.of(INPUTS, body), precision, 11);
    }

    private static Dataset data(int rows) {
        return new Dataset(
                Samples.inputs(rows, INPUTS, 1),
                Samples.targets(TargetKind.NUMBERS, rows, OUTPUTS, 2),
                Samples.weights(rows, 3));
    }

    record Case(Precision precision, Reduction reduction) {
        Trainer trainer(Model model) {
            return Trainer.of(model, Losses.mse().reduced(reduction), Optimizers.adam(0.001))
                    .batchSize(BATCH)
                    .epochs(2)
                    .shuffle(5)
                    .seed(6)
                    .penalty(WeightPenalty.l2(0.01))
                    .clip(Clipping.globalNorm(0.5));
        }

        /** Loss curve and parameters after a fit, as one text. */
        String run(Sharding sharding) {
            Model model = model(precision);
            Trainer trainer = trainer(model).threads(sharding.threads());
            History history = (sharding.shards() > 0 ? trainer.shards(sharding.shards()) : trainer).fit(data(ROWS));
            return Arrays.toString(history.losses()) + model.parameters().fingerprint();
        }
    }

    static List<Case> cases() {
        List<Case> all = new ArrayList<>();
        for (Precision p : Precision.values()) {
            for (Reduction r : Reduction.values()) {
                all.add(new Case(p, r));
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theSameThreadsOrTheSameShardsGiveTheSameBits(Case c) {
        assertThat(c.run(Sharding.threads(2))).isEqualTo(c.run(Sharding.threads(2)));
        assertThat(c.run(Sharding.threads(2))).isEqualTo(c.run(Sharding.none().shards(2)));
        assertThat(c.run(Sharding.none().shards(1))).isEqualTo(c.run(Sharding.none()));
        for (int shards : new int[] {3, 8, 200}) {
            String one = c.run(Sharding.threads(1).shards(shards));
            for (int threads : new int[] {2, 3}) {
                assertThat(c.run(Sharding.threads(threads).shards(shards)))
                        .as("%d shards, %d threads", shards, threads)
                        .isEqualTo(one);
            }
        }
    }

    @Test
    void shardsChangeRoundingOnly() {
        Model whole = model(Precision.DOUBLE);
        Model shared = model(Precision.DOUBLE);
        Case c = new Case(Precision.DOUBLE, Reduction.MEAN);
        double want = c.trainer(whole).fit(data(ROWS)).last().loss();
        double got = c.trainer(shared).threads(3).fit(data(ROWS)).last().loss();
        assertThat(got).isCloseTo(want, within(1e-9));
        assertThat(shared.parameters().fingerprint())
                .as("really in shards")
                .isNotEqualTo(whole.parameters().fingerprint());
        double[] a = whole.parameters().get("dense/weight").toArray();
        double[] b = shared.parameters().get("dense/weight").toArray();
        for (int i = 0; i < a.length; i++) {
            assertThat(b[i]).isCloseTo(a[i], within(1e-7));
        }
    }

    @Test
    void theThreadsLiveAsLongAsTheFit() {
        List<Integer> seen = new ArrayList<>();
        Trainer trainer = new Case(Precision.DOUBLE, Reduction.MEAN)
                .trainer(model(Precision.DOUBLE))
                .threads(3)
                .onEpoch(report -> seen.add(workers().size()));
        trainer.fit(data(ROWS));
        assertThat(seen).containsExactly(2, 2);
        assertThat(workers()).isEmpty();
    }

    @Test
    void aTinyNetworkHasNoThreads() {
        List<Integer> seen = new ArrayList<>();
        Fixtures.trainer(Fixtures.model())
                .threads(4)
                .onEpoch(report -> seen.add(workers().size()))
                .fit(Fixtures.data(11));
        assertThat(seen).containsExactly(0);
    }

    @Test
    void aTinyNetworkHasTheBitsOfOneThread() {
        Model alone = Fixtures.model();
        Model asked = Fixtures.model();
        Fixtures.trainer(alone).fit(Fixtures.weightedData(11));
        Fixtures.trainer(asked).threads(2).fit(Fixtures.weightedData(11));
        assertThat(asked.parameters().fingerprint())
                .isEqualTo(alone.parameters().fingerprint());
    }

    @Test
    void interruptionEndsTheRunAfterTheStep() {
        Trainer trainer = new Case(Precision.DOUBLE, Reduction.MEAN)
                .trainer(model(Precision.DOUBLE))
                .threads(2)
                .epochs(10)
                .listener(new TrainingListener() {
                    @Override
                    public Decision onEpoch(EpochReport report) {
                        return Decision.GO_ON;
                    }

                    @Override
                    public void onStep(long step, double loss) {
                        if (step == 4) {
                            Thread.currentThread().interrupt();
                        }
                    }
                });
        History history = trainer.fit(data(ROWS));
        assertThat(Thread.interrupted()).as("interrupt flag").isTrue();
        assertThat(history.stopReason()).isEqualTo(StopReason.INTERRUPTED);
        assertThat(trainer.state().steps()).isEqualTo(4);
        assertThat(trainer.epochs(1).fit(data(ROWS)).stopReason()).isEqualTo(StopReason.COMPLETED);
    }

    @Test
    void whatAListenerThrowsIsThrownAndEndsTheThreads() {
        Trainer trainer = new Case(Precision.DOUBLE, Reduction.MEAN)
                .trainer(model(Precision.DOUBLE))
                .threads(2)
                .onEpoch(r -> {
                    throw new IllegalStateException("disk full");
                });
        assertThatThrownBy(() -> trainer.fit(data(ROWS)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("disk full");
    }

    @Test
    void aFailingShardEndsTheFitAndLeavesTheModel() {
        Layer body = new Embedding(5, 64).then(Layers.dense(512)).then(Layers.dense(OUTPUTS));
        Model model = Model.of(Network.of(1, body), Precision.DOUBLE, 1);
        Tensor rows = Tensor.zeros(Precision.DOUBLE, BATCH, 1);
        rows.set(100, 0, 7);
        Dataset data = new Dataset(rows, Samples.targets(TargetKind.NUMBERS, BATCH, OUTPUTS, 2));
        String before = model.parameters().fingerprint();
        Trainer trainer = Trainer.of(model, Losses.mse(), Optimizers.adam())
                .batchSize(BATCH)
                .inOrder()
                .threads(2);
        ShardException e = catchThrowableOfType(ShardException.class, () -> trainer.fit(data));
        assertThat(e).hasMessageContaining("shard 1 of 2 (rows 64 to 127 of the batch)");
        assertThat(e.getCause()).hasMessageContaining("embedding");
        assertThat(model.parameters().fingerprint()).isEqualTo(before);
        assertThat(trainer.state().steps()).isZero();
    }

    @Test
    void divergenceIsFoundInShardsToo() {
        Model model = model(Precision.DOUBLE);
        model.parameters().get("dense-2/bias").set(0, 1, Double.NaN);
        Trainer trainer =
                new Case(Precision.DOUBLE, Reduction.MEAN).trainer(model).threads(2);
        assertThatThrownBy(() -> trainer.fit(data(ROWS)))
                .isInstanceOf(TrainingDivergedException.class)
                .hasMessageContaining("epoch 1, batch 1");
    }

    @Test
    void batchNormIsNotShared() {
        Layer body = Layers.dense(512).then(new BatchNorm()).then(Layers.dense(OUTPUTS));
        Model model = Model.of(Network.of(INPUTS, body), Precision.DOUBLE, 1);
        ParameterSet before = model.parameters().copy();
        Trainer trainer = Trainer.of(model, Losses.mse(), Optimizers.adam()).batchSize(BATCH);
        assertThatThrownBy(() -> trainer.threads(2).fit(data(ROWS)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("batch_norm/batch_norm");
        assertThat(model.parameters().fingerprint()).isEqualTo(before.fingerprint());
        assertThat(trainer.threads(1).fit(data(ROWS)).epochs()).hasSize(1);
    }

    @Test
    void aLastBatchTooSmallForBatchNormIsRefusedBeforeTheFirst() {
        Layer body = Layers.dense(4).then(new BatchNorm()).then(Layers.dense(Fixtures.OUTPUTS));
        Model model = Model.of(Network.of(Fixtures.INPUTS, body), Precision.DOUBLE, 1);
        String before = model.parameters().fingerprint();
        Trainer trainer = Trainer.of(model, Losses.mse(), Optimizers.adam()).batchSize(4);
        for (int rows : new int[] {1, 9}) {
            assertThatThrownBy(() -> trainer.fit(Fixtures.data(rows)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("batch_norm/batch_norm")
                    .hasMessageContaining("at least 2 rows");
        }
        assertThat(model.parameters().fingerprint()).isEqualTo(before);
        assertThat(trainer.fit(Fixtures.data(10)).epochs()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void warmStepsOnTwoThreadsAllocateNothingOnEither(Precision precision) {
        Model model = model(precision);
        Dataset data = data(ROWS).to(precision);
        Optimizer.State state = Optimizers.adam().init(model.parameters());
        int[] order = RowOrder.ascending(ROWS);
        for (int i = 0; i < ROWS; i += 2) {
            order[i] = ROWS - 1 - order[i];
        }
        ThreadMXBean counter = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (ShardedBackprop session = ShardedBackprop.of(
                model.network(), model.parameters(), Losses.mse(), BATCH, 2, 2, SessionOptions.defaults())) {
            TrainingStep step = new TrainingStep(session, state, Clipping.globalNorm(1), data);
            long other = workers().get(0).getId();
            long[] least = {Long.MAX_VALUE};
            long caller = AllocationCheck.bytes(20, () -> {
                long before = counter.getThreadAllocatedBytes(other);
                for (int from = 0; from < ROWS; from += BATCH) {
                    step.evaluate(order, from, Math.min(ROWS, from + BATCH));
                    step.apply();
                }
                least[0] = Math.min(least[0], counter.getThreadAllocatedBytes(other) - before);
            });
            assertThat(caller).as("bytes of the calling thread").isZero();
            assertThat(least[0]).as("bytes of the other thread").isZero();
        }
    }

    @Test
    void badNumbersAreRefused() {
        Trainer trainer = Fixtures.trainer(Fixtures.model());
        assertThatThrownBy(() -> trainer.threads(0)).hasMessageContaining("0 threads");
        assertThatThrownBy(() -> trainer.shards(0)).hasMessageContaining("got 0");
    }
}
