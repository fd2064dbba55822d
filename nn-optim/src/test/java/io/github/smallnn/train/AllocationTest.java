package io.github.smallnn.train;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.smallnn.check.AllocationCheck;
import io.github.smallnn.graph.Dataset;
import io.github.smallnn.graph.Layer;
import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Model;
import io.github.smallnn.graph.Network;
import io.github.smallnn.layer.LayerRegistry;
import io.github.smallnn.layer.Layers;
import io.github.smallnn.loss.LossRegistry;
import io.github.smallnn.loss.Losses;
import io.github.smallnn.loss.TargetKind;
import io.github.smallnn.optim.Clipping;
import io.github.smallnn.optim.Optimizer;
import io.github.smallnn.optim.OptimizerRegistry;
import io.github.smallnn.optim.Optimizers;
import io.github.smallnn.random.RandomState;
import io.github.smallnn.schedule.OneCycle;
import io.github.smallnn.schedule.StepSchedule;
import io.github.smallnn.suite.Fitted;
import io.github.smallnn.suite.LossCase;
import io.github.smallnn.suite.Samples;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A warm training step and a warm prediction allocate nothing: every layer, loss and optimizer, in both precisions. */
class AllocationTest {
    private static final int ROWS = 11;
    private static final int BATCH = 4;
    private static final int INPUTS = 3;
    private static final int OUTPUTS = 2;
    private static int cases;

    record Case(
            String name,
            Precision precision,
            Layer body,
            Tensor inputs,
            Loss loss,
            Tensor targets,
            Optimizer optimizer) {
        @Override
        public String toString() {
            return name + ", " + precision;
        }
    }

    static List<Case> cases() {
        List<Case> all = new ArrayList<>();
        for (Precision p : Precision.values()) {
            for (LayerRegistry.Entry e : LayerRegistry.all()) {
                all.add(ofLayer(e, p));
            }
            Layer body = Layers.dense(6).then(Layers.tanh()).then(Layers.dense(OUTPUTS));
            Tensor inputs = Samples.inputs(ROWS, INPUTS, 1);
            for (LossRegistry.Entry e : LossRegistry.all()) {
                LossCase loss = LossCase.of(e);
                Layer whole = body.then(loss.head());
                Tensor targets = loss.targets(ROWS, Network.of(INPUTS, whole).outputShape(), 2);
                all.add(new Case("loss " + e.name(), p, whole, inputs, loss.loss(), targets, Optimizers.adam()));
            }
            for (OptimizerRegistry.Entry e : OptimizerRegistry.all()) {
                Optimizer optimizer = e.optimizer().apply(0.001);
                all.add(new Case("optimizer " + e.name(), p, body, inputs, Losses.mse(), numbers(), optimizer));
            }
        }
        return all;
    }

    private static Case ofLayer(LayerRegistry.Entry e, Precision p) {
        boolean indices = e.indices() > 0;
        Layer layer = indices ? Fitted.alone(e) : Fitted.behindDense(e);
        Tensor inputs = indices ? Fitted.inputs(e, ROWS, 1) : Samples.inputs(ROWS, INPUTS, 1);
        Layer body = layer.then(Layers.dense(OUTPUTS));
        return new Case("layer " + e.name(), p, body, inputs, Losses.mse(), numbers(), Optimizers.adam());
    }

    private static Tensor numbers() {
        return Samples.targets(TargetKind.NUMBERS, ROWS, OUTPUTS, 2);
    }

    @AfterAll
    static void report() {
        System.out.println("allocation: 0 bytes in warm training steps and predictions of " + cases + " combinations");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void warmStepsAndPredictionsAllocateNothing(Case c) {
        Model model = Model.of(Network.of(c.inputs().cols(), c.body()), c.precision(), 3);
        Dataset data = new Dataset(c.inputs(), c.targets(), Samples.weights(ROWS, 4)).to(c.precision());
        TrainingStep step = Fixtures.step(
                model, c.loss(), c.optimizer().init(model.parameters()), Clipping.globalNorm(1), data, BATCH, 5);
        AllocationCheck.requireNone(c + ": epochs of shuffled batches", epoch(step, shuffled(ROWS), BATCH));
        AllocationCheck.requireNone(
                c + ": epochs in order", epoch(step, IntStream.range(0, ROWS).toArray(), BATCH));
        Tensor out =
                Tensor.zeros(c.precision(), ROWS, model.network().outputShape().size());
        AllocationCheck.requireNone(c + ": predict", () -> model.predict(data.inputs(), out));
        cases++;
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void chunkedBatchesAllocateNothing(Precision precision) {
        int rows = ShardedBackprop.MAX_CHUNK + 10;
        Model model = Model.of(Network.of(INPUTS, Layers.dense(OUTPUTS)), precision, 3);
        Dataset data = new Dataset(
                        Samples.inputs(rows, INPUTS, 1), Samples.targets(TargetKind.NUMBERS, rows, OUTPUTS, 2))
                .to(precision);
        Optimizer.State state = Optimizers.gd(0.001).init(model.parameters());
        TrainingStep step = Fixtures.step(model, Losses.mse(), state, Clipping.value(1), data, rows, 5);
        AllocationCheck.requireNone("one batch in chunks, shuffled", epoch(step, shuffled(rows), rows));
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void theLoopBetweenStepsAllocatesNothing(Precision precision) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        int window = 500;
        long[] least = {Long.MAX_VALUE, -1};
        StepSchedule schedule = new OneCycle(20 * window);
        Model model = Model.of(Network.of(INPUTS, Layers.dense(OUTPUTS)), precision, 3);
        Dataset data = new Dataset(
                Samples.inputs(20 * window, INPUTS, 1), Samples.targets(TargetKind.NUMBERS, 20 * window, OUTPUTS, 2));
        Trainer trainer = Trainer.of(model, Losses.mse(), Optimizers.adam())
                .batchSize(1)
                .schedule(schedule)
                .listener(new TrainingListener() {
                    @Override
                    public Decision onEpoch(EpochReport report) {
                        return Decision.GO_ON;
                    }

                    @Override
                    public void onStep(long step, double loss) {
                        if (step % window == 0) {
                            long now = threads.getCurrentThreadAllocatedBytes();
                            least[0] = least[1] < 0 ? least[0] : Math.min(least[0], now - least[1]);
                            least[1] = now;
                        }
                    }
                });
        trainer.fit(data);
        assertThat(least[0]).as("bytes in the best %d steps of a fit", window).isZero();
    }

    private static Runnable epoch(TrainingStep step, int[] order, int batch) {
        return () -> {
            for (int from = 0; from < order.length; from += batch) {
                step.evaluate(order, from, Math.min(order.length, from + batch));
                step.apply();
            }
        };
    }

    private static int[] shuffled(int n) {
        int[] rows = IntStream.range(0, n).toArray();
        new RandomState(8).shuffle(rows);
        return rows;
    }
}
