package io.github.smallnn.layer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smallnn.check.AllocationCheck;
import io.github.smallnn.graph.Backprop;
import io.github.smallnn.graph.Inference;
import io.github.smallnn.graph.Loss;
import io.github.smallnn.graph.Network;
import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.layer.LayerRegistry.Entry;
import io.github.smallnn.op.OpRegistry;
import io.github.smallnn.random.RandomState;
import io.github.smallnn.tensor.DoubleTensor;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;
import io.github.smallnn.testing.Batches;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every registered layer keeps besides its gradient: rows for themselves, rebuilding, inference without garbage. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LayerSuiteTest {
    private static final int ROWS = 7;

    private int pieces;

    static List<Entry> entries() {
        return LayerRegistry.all();
    }

    @AfterAll
    void printTheNumberOfPieces() {
        System.out.println("layer suite: " + pieces + " registered layers");
    }

    @ParameterizedTest
    @MethodSource("entries")
    void rowsStandForThemselvesAndTheNetworkCanBeRebuilt(Entry e) {
        Network network = Network.of(e.example(), e.layer().get());
        Network again = Network.of(network.ops(), OpRegistry.standard());
        assertThat(again.fingerprint()).as("%s rebuilt", e.name()).isEqualTo(network.fingerprint());
        for (Precision precision : Precision.values()) {
            ParameterSet p = network.initialize(precision, new RandomState(5));
            assertThat(again.initialize(precision, new RandomState(5)).fingerprint())
                    .as("%s started again", e.name())
                    .isEqualTo(p.fingerprint());
            Tensor x = batch(e).to(precision);
            Inference session = network.inference(p, ROWS);
            Tensor together = session.run(x).copy();
            assertThat(again.inference(p, ROWS).run(x).toArray())
                    .as("%s rebuilt, output", e.name())
                    .containsExactly(together.toArray());
            for (int r = 0; r < ROWS; r++) {
                assertThat(session.run(x, r, 1).toArray())
                        .as("%s, row %d alone in %s", e.name(), r, precision)
                        .containsExactly(together.toRows()[r]);
            }
            AllocationCheck.requireNone(e.name() + " in " + precision, () -> session.run(x));
        }
        pieces++;
    }

    @ParameterizedTest
    @MethodSource("entries")
    void aStepAndItsCommitMakeNoGarbage(Entry e) {
        Loss loss = (prediction, target) -> prediction.minus(target).square();
        Network network = Network.of(e.example(), e.layer().get());
        ParameterSet p = network.initialize(5);
        Tensor x = batch(e);
        Tensor t = Batches.normal(6, ROWS, network.outputShape().size());
        Backprop session = network.backprop(p, loss, ROWS);
        AllocationCheck.requireNone(e.name(), () -> {
            session.evaluate(x, t, null);
            session.commit();
        });
        assertThat(session.output().toArray()).as(e.name()).doesNotContain(Double.NaN);
    }

    private static DoubleTensor batch(Entry e) {
        int size = e.example().size();
        return e.indices() > 0 ? Batches.indices(4, ROWS, size, e.indices()) : Batches.normal(4, ROWS, size);
    }
}
