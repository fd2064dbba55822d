package io.github.smallnn.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smallnn.graph.Backprop;
import io.github.smallnn.graph.Dataset;
import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Model;
import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.graph.Reduction;
import io.github.smallnn.graph.SessionOptions;
import io.github.smallnn.loss.Losses;
import io.github.smallnn.optim.Optimizers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A batch in parts has the loss, the gradients and the dropout masks of the whole batch, whoever evaluates the parts. */
class PartsTest {
    private static final double TOLERANCE = 1e-12;
    private static final long STEP = 17;
    private static final int ROWS = 37;

    private final Model model = Fixtures.model();
    private final Dataset data = Fixtures.weightedData(ROWS);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void oneSessionAfterThePartsHasTheGradientsOfTheWhole(int parts) {
        for (Reduction reduction : Reduction.values()) {
            Loss loss = Losses.mse().reduced(reduction);
            Backprop whole = session(loss, ROWS);
            double want = evaluate(whole);
            double[][] outputs = whole.output().toRows();
            Backprop session = session(loss, ROWS);
            session.begin();
            for (int part = 0; part < parts; part++) {
                add(session, part, parts);
                // Predictions with dropout: equal bits, so equal masks.
                int from = ROWS * part / parts;
                for (int r = 0; r < session.output().rows(); r++) {
                    assertThat(session.output().toRows()[r])
                            .as("%d parts, row %d", parts, from + r)
                            .containsExactly(outputs[from + r]);
                }
            }
            close(parts + " parts, loss", session.finish(), want);
            close(parts + " parts, " + reduction, session.gradients(), whole.gradients());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8})
    void severalSessionsAddUpToTheWhole(int parts) {
        Loss loss = Losses.mse();
        Backprop whole = session(loss, ROWS);
        evaluate(whole);
        double[] sum = new double[model.parameters().count()];
        double denominator = 0;
        double numerator = 0;
        for (int part = 0; part < parts; part++) {
            Backprop own = session(loss, ROWS);
            own.begin();
            add(own, part, parts);
            double[] share = new double[sum.length];
            own.gradients().copyTo(share);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += share[i];
            }
            numerator += own.numerator();
            denominator += own.denominator();
        }
        close(parts + " sessions, N", numerator, whole.numerator());
        close(parts + " sessions, D", denominator, whole.denominator());
        ParameterSet reduced = model.parameters().zerosLike();
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= denominator;
        }
        reduced.copyFrom(sum);
        close(parts + " sessions", reduced, whole.gradients());
    }

    @ParameterizedTest
    @EnumSource(Reduction.class)
    void aFullBatchInChunksStepsAsOneBigBatch(Reduction reduction) {
        int rows = 2 * ShardedBackprop.MAX_CHUNK + 100;
        Dataset large = Fixtures.weightedData(rows);
        Loss loss = Losses.mse().reduced(reduction);
        Backprop whole = model.network()
                .backprop(
                        model.parameters(),
                        loss,
                        rows,
                        SessionOptions.defaults().seed(6));
        double want = whole.evaluate(large.inputs(), large.targets(), large.weights());
        Model chunked = model.copy();
        // The rate turns the step into the gradient, up to the rounding of one subtraction.
        double rate = 0x1p-10;
        Trainer trainer =
                Trainer.of(chunked, loss, Optimizers.gd(rate)).fullBatch().seed(6);
        close("loss", trainer.fit(large).last().loss(), want);
        assertThat(trainer.state().steps()).isEqualTo(1);
        ParameterSet expected = model.parameters().copy();
        Optimizers.gd(rate).init(expected).step(expected, whole.gradients());
        close("parameters, " + reduction, chunked.parameters(), expected);
    }

    private Backprop session(Loss loss, int maxBatch) {
        SessionOptions options = SessionOptions.defaults().seed(6);
        return model.network().backprop(model.parameters(), loss, maxBatch, options);
    }

    private double evaluate(Backprop session) {
        session.position(STEP, 0);
        return session.evaluate(data.inputs(), data.targets(), data.weights());
    }

    private void add(Backprop session, int part, int parts) {
        int from = ROWS * part / parts;
        Dataset shard = data.range(from, ROWS * (part + 1) / parts);
        session.position(STEP, from);
        session.add(shard.inputs(), shard.targets(), shard.weights());
    }

    private static void close(String what, ParameterSet got, ParameterSet want) {
        double[] a = new double[got.count()];
        double[] b = new double[want.count()];
        got.copyTo(a);
        want.copyTo(b);
        for (int i = 0; i < a.length; i++) {
            close(what + ", element " + i, a[i], b[i]);
        }
    }

    private static void close(String what, double got, double want) {
        double error = Math.abs(got - want) / Math.max(1, Math.abs(want));
        assertThat(error).as("%s: got %s, want %s", what, got, want).isLessThan(TOLERANCE);
    }
}
