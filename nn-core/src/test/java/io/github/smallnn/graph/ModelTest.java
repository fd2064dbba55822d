package io.github.smallnn.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.smallnn.check.AllocationCheck;
import io.github.smallnn.layer.Layers;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;
import io.github.smallnn.testing.Batches;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Predictions: the same bits alone, in a batch and from many threads, and no garbage. */
class ModelTest {
    private static final Network NETWORK = Network.of(
            10,
            Layers.sequential(
                    Layers.dense(33),
                    Layers.tanh(),
                    Layers.residual(Layers.sequential(Layers.dense(33), Layers.relu())),
                    Layers.dense(64),
                    Layers.sigmoid(),
                    Layers.dropout(0.5),
                    Layers.dense(1)));

    @ParameterizedTest
    @EnumSource(Precision.class)
    void aRowHasTheSameBitsAloneAndInAnyBatch(Precision precision) {
        Model m = Model.of(NETWORK, precision, 4);
        Tensor x = Batches.normal(1, 700, 10).to(precision);
        double[] all = m.predict(x).toArray();
        for (int size : new int[] {1, 2, 7, 32, 257}) {
            for (int from = 0; from + size <= 700; from += Math.max(size, 97)) {
                double[] part = m.predict(x.rowRange(from, from + size)).toArray();
                for (int i = 0; i < size; i++) {
                    assertThat(part[i])
                            .as("row %d in a batch of %d", from + i, size)
                            .isEqualTo(all[from + i]);
                }
            }
        }
    }

    @Test
    void eightThreadsGiveTheBitsOfOne() throws Exception {
        Model m = Model.of(NETWORK, Precision.DOUBLE, 4);
        int rows = 500;
        int threads = 8;
        int rounds = 26;
        Tensor x = Batches.normal(2, rows, 10);
        double[] want = m.predict(x).toArray();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Integer>> results = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                results.add(pool.submit(() -> predictOneByOne(m, x, want, rounds)));
            }
            int predictions = 0;
            for (Future<Integer> f : results) {
                predictions += f.get();
            }
            System.out.println("one model, " + threads + " threads: " + predictions + " predictions, all bits equal");
            assertThat(predictions).isGreaterThanOrEqualTo(100_000);
        } finally {
            pool.shutdownNow();
        }
    }

    private static int predictOneByOne(Model m, Tensor x, double[] want, int rounds) {
        Tensor row = Tensor.window(Precision.DOUBLE, x.cols());
        Tensor out = Tensor.zeros(Precision.DOUBLE, 1, 1);
        int n = 0;
        for (int round = 0; round < rounds; round++) {
            for (int r = 0; r < x.rows(); r++) {
                row.rebind(x, r, 1);
                m.predict(row, out);
                if (Double.doubleToLongBits(out.get(0, 0)) != Double.doubleToLongBits(want[r])) {
                    throw new AssertionError("row " + r + ": " + out.get(0, 0) + " instead of " + want[r]);
                }
                n++;
            }
        }
        return n;
    }

    // A loop may allocate nothing in its first translation and something in its last, hence the calls before the check:
    // with vectors, a rectifier once kept 80 bytes a call on JDK 17, in a layer and not by itself.
    @ParameterizedTest
    @EnumSource(Precision.class)
    void aPredictionThroughAWideLayerAllocatesNothingForGood(Precision precision) {
        Network wide = Network.of(32, Layers.sequential(Layers.dense(128), Layers.relu(), Layers.dense(10)));
        Model m = Model.of(wide, precision, 4);
        Tensor x = Batches.normal(1, 256, 32).to(precision);
        Tensor out = Tensor.zeros(precision, 256, 10);
        for (int call = 0; call < 3000; call++) {
            m.predict(x, out);
        }
        AllocationCheck.requireNone("predict in " + precision, () -> m.predict(x, out));
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void aWarmPredictionAllocatesNothing(Precision precision) {
        Model m = Model.of(NETWORK, precision, 4);
        Tensor x = Batches.normal(1, 300, 10).to(precision);
        Tensor out = Tensor.zeros(precision, 300, 1);
        AllocationCheck.requireNone("predict in " + precision, () -> m.predict(x, out));
    }

    @Test
    void precisionsMeetHalfWay() {
        Model m = Model.of(NETWORK, Precision.FLOAT, 4);
        Tensor x = Batches.normal(1, 3, 10);
        assertThat(m.predict(x).toArray())
                .isEqualTo(m.predict(x.to(Precision.FLOAT)).toArray());
        assertThat(m.predict(x.toRows()[0])[0]).isEqualTo(m.predict(x).get(0, 0));
    }

    @Test
    void wrongSizesAreRefused() {
        Model m = Model.of(2, Layers.dense(1), 0);
        assertThatThrownBy(() -> m.predict(1.0, 2.0, 3.0))
                .hasMessageContaining("3 columns")
                .hasMessageContaining("[2]");
        Tensor out = Tensor.zeros(Precision.DOUBLE, 2, 1);
        assertThatThrownBy(() -> m.predict(Tensor.row(1, 2), out)).hasMessageContaining("1 x 1");
        assertThatThrownBy(() -> m.predict(Tensor.zeros(Precision.DOUBLE, 0, 2)))
                .hasMessageContaining("at least one row");
    }

    @Test
    void aCopyIsIndependent() {
        Model m = Model.of(2, Layers.dense(1), 0);
        Model copy = m.copy();
        double before = copy.predict(1.0, 2.0)[0];
        m.parameters().get("dense/bias").fill(100);
        assertThat(copy.predict(1.0, 2.0)[0]).isEqualTo(before);
        assertThat(m.predict(1.0, 2.0)[0]).isGreaterThan(90);
    }
}
