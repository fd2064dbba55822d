package io.github.smallnn.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.github.smallnn.graph.Backprop;
import io.github.smallnn.graph.Dataset;
import io.github.smallnn.graph.Layer;
import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Model;
import io.github.smallnn.graph.Network;
import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.graph.Reduction;
import io.github.smallnn.graph.SessionOptions;
import io.github.smallnn.layer.BatchNorm;
import io.github.smallnn.layer.Embedding;
import io.github.smallnn.layer.Layers;
import io.github.smallnn.loss.Losses;
import io.github.smallnn.optim.Optimizer;
import io.github.smallnn.optim.Optimizers;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A batch in shards: the gradient of the whole to rounding, the same bits on any number of threads, nothing left behind. */
class ShardedBackpropTest {
    private static final int ROWS = 37;
    private static final long STEP = 17;
    private static final SessionOptions OPTIONS = SessionOptions.defaults().seed(6);
    private static final int[] SHARDS = {1, 2, 3, 4, 8, 50};
    private static final int[] THREADS = {1, 2, 3, 8};

    record Case(Precision precision, Reduction reduction, boolean weighted) {
        Dataset data(int rows) {
            Dataset d = weighted ? Fixtures.weightedData(rows) : Fixtures.data(rows);
            return d.to(precision);
        }

        Loss loss() {
            return Losses.mse().reduced(reduction);
        }

        double tolerance() {
            return precision == Precision.DOUBLE ? 1e-13 : 1e-5;
        }
    }

    static List<Case> cases() {
        List<Case> all = new ArrayList<>();
        for (Precision p : Precision.values()) {
            for (Reduction r : Reduction.values()) {
                all.add(new Case(p, r, false));
                all.add(new Case(p, r, true));
            }
        }
        return all;
    }

    private static Model model(Precision precision) {
        return Model.of(Network.of(Fixtures.INPUTS, Fixtures.body()), precision, 11);
    }

    private static ShardedBackprop session(Model model, Loss loss, int shards, int threads) {
        return ShardedBackprop.of(model.network(), model.parameters(), loss, ROWS, shards, threads, OPTIONS);
    }

    private static double evaluate(ShardedBackprop session, Dataset data) {
        session.position(STEP, 0);
        return session.evaluate(data.inputs(), data.targets(), data.weights());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void shardsHaveTheGradientOfTheWholeAndTheBitsOfOneThread(Case c) {
        Model model = model(c.precision());
        for (int rows : new int[] {ROWS, 5, 1}) {
            Dataset data = c.data(rows);
            Backprop whole = model.network().backprop(model.parameters(), c.loss(), ROWS, OPTIONS);
            whole.position(STEP, 0);
            double want = whole.evaluate(data.inputs(), data.targets(), data.weights());
            for (int shards : SHARDS) {
                String fingerprint = null;
                for (int threads : THREADS) {
                    String what = c + ", " + rows + " rows, " + shards + " shards, " + threads + " threads";
                    try (ShardedBackprop session = session(model, c.loss(), shards, threads)) {
                        double got = evaluate(session, data);
                        assertThat(got).as(what).isCloseTo(want, within(c.tolerance() * Math.max(1, want)));
                        assertThat(session.numerator()).isCloseTo(whole.numerator(), within(1e-4 * whole.numerator()));
                        assertThat(session.denominator()).isCloseTo(whole.denominator(), within(1e-9));
                        close(what, session.gradients(), whole.gradients(), c.tolerance());
                        String bits = Double.doubleToLongBits(got)
                                + session.gradients().fingerprint();
                        evaluate(session, c.data(ROWS));
                        assertThat(evaluate(session, data)).as(what + ", again").isEqualTo(got);
                        assertThat(Double.doubleToLongBits(got)
                                        + session.gradients().fingerprint())
                                .as(what + ", again")
                                .isEqualTo(bits);
                        assertThat(fingerprint == null ? bits : fingerprint)
                                .as(what)
                                .isEqualTo(bits);
                        fingerprint = bits;
                    }
                }
                if (shards == 1) {
                    assertThat(fingerprint)
                            .as("one shard is the whole batch")
                            .endsWith(whole.gradients().fingerprint());
                }
            }
        }
    }

    private static void close(String what, ParameterSet got, ParameterSet want, double tolerance) {
        double[] a = new double[got.count()];
        double[] b = new double[want.count()];
        got.copyTo(a);
        want.copyTo(b);
        for (int i = 0; i < a.length; i++) {
            assertThat(a[i])
                    .as("%s, element %d", what, i)
                    .isCloseTo(b[i], within(tolerance * Math.max(1, Math.abs(b[i]))));
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void frozenParametersKeepGradientsOfZero(Precision precision) {
        Model model = model(precision);
        ParameterSet frozen = model.parameters().freeze("dense/*");
        try (ShardedBackprop session = ShardedBackprop.of(model.network(), frozen, Losses.mse(), ROWS, 3, 2, OPTIONS)) {
            evaluate(session, Fixtures.data(ROWS).to(precision));
            assertThat(session.gradients().get("dense/weight").toArray()).containsOnly(0);
            assertThat(session.gradients().get("dense-2/weight").toArray()).doesNotContain(0);
        }
    }

    @Test
    void aStepIsTheOptimizersStepAlongTheGradients() {
        Model model = model(Precision.DOUBLE);
        Model byHand = model.copy();
        Optimizer.State state = Optimizers.adam(0.01).init(model.parameters());
        Optimizer.State handState = Optimizers.adam(0.01).init(byHand.parameters());
        try (ShardedBackprop session = session(model, Losses.mse(), 2, 2)) {
            for (int i = 0; i < 3; i++) {
                evaluate(session, Fixtures.data(ROWS));
                handState.step(byHand.parameters(), session.gradients());
                session.step(state);
                assertThat(model.parameters().fingerprint())
                        .isEqualTo(byHand.parameters().fingerprint());
            }
        }
    }

    @Test
    void chunksOfAShardAddUpToo() {
        int rows = 2 * ShardedBackprop.MAX_CHUNK + 501;
        Model model = model(Precision.DOUBLE);
        Dataset data = Fixtures.weightedData(rows);
        Backprop whole = model.network().backprop(model.parameters(), Losses.mse(), rows, OPTIONS);
        double want = whole.evaluate(data.inputs(), data.targets(), data.weights());
        for (int shards : new int[] {1, 2, 3}) {
            try (ShardedBackprop session = ShardedBackprop.of(
                    model.network(), model.parameters(), Losses.mse(), rows, shards, shards, OPTIONS)) {
                double got = session.evaluate(data.inputs(), data.targets(), data.weights());
                assertThat(got).isCloseTo(want, within(1e-12));
                close(shards + " shards in chunks", session.gradients(), whole.gradients(), 1e-12);
            }
        }
    }

    @Test
    void theSizeDecidesUnlessShardsAreFixed() {
        Model small = model(Precision.DOUBLE);
        Network large = Network.of(100, Layers.dense(200).then(Layers.dense(10)));
        record Want(Network network, Sharding sharding, int batch, int shards, int threads) {}
        List<Want> table = List.of(
                new Want(small.network(), Sharding.none(), 64, 1, 1),
                new Want(small.network(), Sharding.threads(2), 64, 1, 1),
                new Want(small.network(), Sharding.threads(2).shards(3), 64, 3, 1),
                new Want(large, Sharding.none(), 256, 1, 1),
                new Want(large, Sharding.threads(2), 256, 2, 2),
                new Want(large, Sharding.threads(2), 1, 1, 1),
                new Want(large, Sharding.threads(2).shards(5), 256, 5, 2),
                new Want(large, Sharding.threads(4).shards(3), 256, 3, 3),
                new Want(large, Sharding.none().shards(2), 256, 2, 1));
        for (Want w : table) {
            ParameterSet p = w.network().initialize(1);
            try (ShardedBackprop session = ShardedBackprop.of(w.network(), p, Losses.mse(), w.batch(), w.sharding())) {
                assertThat(session.shards()).as("shards of %s", w).isEqualTo(w.shards());
                assertThat(session.threads()).as("threads of %s", w).isEqualTo(w.threads());
            }
        }
    }

    @Test
    void anOpThatCouplesRowsIsRefusedByItsPath() {
        Layer body = Layers.dense(4).then(new BatchNorm()).then(Layers.dense(2));
        Network network = Network.of(3, body);
        for (Sharding s : List.of(Sharding.threads(2), Sharding.threads(1).shards(2), new Sharding(4, 4))) {
            assertThatThrownBy(() -> ShardedBackprop.of(network, network.initialize(1), Losses.mse(), 64, s))
                    .as("%s", s)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("batch_norm/batch_norm")
                    .hasMessageContaining("couples the rows");
        }
        ShardedBackprop.of(
                        network,
                        network.initialize(1),
                        Losses.mse(),
                        64,
                        Sharding.threads(3).shards(1))
                .close();
    }

    @Test
    void aFailingShardIsNamedWithItsCauseAndTheSessionGoesOn() {
        Network network = Network.of(1, new Embedding(5, 2).then(Layers.dense(2)));
        ParameterSet p = network.initialize(1);
        Tensor targets = Tensor.zeros(Precision.DOUBLE, 8, 2);
        Tensor good = Tensor.column(0, 1, 2, 3, 4, 3, 2, 1);
        Tensor bad = Tensor.column(0, 1, 2, 3, 4, 3, 99, 1);
        for (int threads : new int[] {1, 2, 4}) {
            try (ShardedBackprop session =
                    ShardedBackprop.of(network, p, Losses.mse(), 8, 4, threads, SessionOptions.defaults())) {
                double before = session.evaluate(good, targets, null);
                ShardException e =
                        catchThrowableOfType(ShardException.class, () -> session.evaluate(bad, targets, null));
                assertThat(e.shard()).isEqualTo(3);
                assertThat(e)
                        .hasMessageContaining("shard 3 of 4 (rows 6 to 7 of the batch)")
                        .hasMessageContaining("99");
                assertThat(e.getCause()).isInstanceOf(IllegalArgumentException.class);
                assertThat(session.evaluate(good, targets, null)).isEqualTo(before);
            }
        }
    }

    @Test
    void tensorsThatDoNotFitAreRefusedBeforeAnythingRuns() {
        Model model = model(Precision.DOUBLE);
        Dataset d = Fixtures.weightedData(ROWS);
        try (ShardedBackprop session = session(model, Losses.mse(), 2, 2)) {
            assertThatThrownBy(() -> evaluate(session, Fixtures.data(ROWS + 1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("input has 38 rows")
                    .hasMessageContaining("1 to 37");
            assertThatThrownBy(() -> session.evaluate(d.inputs(), d.targets().rowRange(0, 3), null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("target has 3");
            assertThatThrownBy(() -> session.evaluate(
                            d.inputs(), d.targets(), d.weights().rowRange(0, 3)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("sample weights have 3");
            assertThatThrownBy(() -> session.evaluate(d.targets(), d.targets(), null))
                    .isInstanceOf(ShardException.class)
                    .hasMessageContaining("37 x 2");
            evaluate(session, d);
        }
    }

    @Test
    void badNumbersAreRefused() {
        assertThatThrownBy(() -> Sharding.threads(0)).hasMessageContaining("0 threads");
        assertThatThrownBy(() -> Sharding.none().shards(0)).hasMessageContaining("got 0");
        assertThatThrownBy(() -> new Sharding(1, -1)).hasMessageContaining("-1 shards");
    }
}
