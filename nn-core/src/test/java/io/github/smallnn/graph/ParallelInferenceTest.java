package io.github.smallnn.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.github.smallnn.check.AllocationCheck;
import io.github.smallnn.layer.BatchNorm;
import io.github.smallnn.layer.Layers;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import io.github.smallnn.testing.Batches;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Predictions on several threads: the bits of one, no garbage, no thread left behind. */
@Timeout(120)
class ParallelInferenceTest {
    private static final Network NETWORK = Network.of(
            20, Layers.dense(200).then(Layers.tanh()).then(Layers.dense(100)).then(Layers.dense(7)));

    @AfterEach
    void leaveNothingBehind() {
        assertThat(workers()).as("threads left behind").isEmpty();
    }

    private static List<Thread> workers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().startsWith("smallnn-predict"))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void anyNumberOfThreadsGivesTheBitsOfOne(Precision precision) {
        Model model = Model.of(NETWORK, precision, 3);
        for (int rows : new int[] {1, 3, 255, 2000}) {
            Tensor in = Batches.normal(rows, rows, 20).to(precision);
            double[] want = model.predict(in).toArray();
            Tensor out = Tensor.zeros(precision, rows, 7);
            for (int threads = 1; threads <= 5; threads++) {
                out.fill(-1);
                model.predict(in, out, threads);
                assertThat(out.toArray())
                        .as("%d rows, %d threads", rows, threads)
                        .isEqualTo(want);
                try (ParallelInference predictions = model.parallelInference(threads)) {
                    for (int again = 0; again < 3; again++) {
                        out.fill(-1);
                        predictions.predict(in, out);
                        assertThat(out.toArray())
                                .as("%d rows, %d threads", rows, threads)
                                .isEqualTo(want);
                    }
                }
            }
        }
    }

    @Test
    void anInputOfTheOtherPrecisionIsConverted() {
        Model model = Model.of(NETWORK, Precision.FLOAT, 3);
        Tensor in = Batches.normal(4, 600, 20);
        Tensor out = Tensor.zeros(Precision.DOUBLE, 600, 7);
        try (ParallelInference predictions = model.parallelInference(2)) {
            predictions.predict(in, out);
        }
        assertThat(out.toArray()).isEqualTo(model.predict(in).toArray());
    }

    @Test
    void anOpThatCouplesRowsSeesAllOfThem() {
        Layer ofBatch = new BatchNorm().with(BatchNorm.Mode.BATCH_ONLY);
        Model model = Model.of(Network.of(400, Layers.dense(400).then(ofBatch)), Precision.DOUBLE, 3);
        Tensor in = Batches.normal(5, 200, 400);
        Tensor out = Tensor.zeros(Precision.DOUBLE, 200, 400);
        try (ParallelInference predictions = model.parallelInference(2)) {
            predictions.predict(in, out);
            assertThat(out.toArray()).isEqualTo(model.predict(in).toArray());
            Tensor large = Batches.normal(5, 300, 400);
            assertThatThrownBy(() -> predictions.predict(large, Tensor.zeros(Precision.DOUBLE, 300, 400)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("couples the rows");
        }
    }

    @Test
    void whatDoesNotFitIsRefusedAndTheSessionsGoOn() {
        Model model = Model.of(NETWORK, Precision.DOUBLE, 3);
        Tensor in = Batches.normal(4, 600, 20);
        Tensor out = Tensor.zeros(Precision.DOUBLE, 600, 7);
        assertThatThrownBy(() -> model.predict(in, out, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got 0");
        assertThatThrownBy(() -> model.parallelInference(0)).isInstanceOf(IllegalArgumentException.class);
        try (ParallelInference predictions = model.parallelInference(2)) {
            assertThatThrownBy(() -> predictions.predict(in, Tensor.zeros(Precision.DOUBLE, 599, 7)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("599 x 7");
            assertThatThrownBy(() -> predictions.predict(Batches.normal(4, 600, 19), out))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("19 columns");
            predictions.predict(in, out);
            assertThat(out.toArray()).isEqualTo(model.predict(in).toArray());
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void warmPredictionsAllocateNothingOnEitherThread(Precision precision) {
        Model model = Model.of(NETWORK, precision, 3);
        Tensor in = Batches.normal(4, 600, 20).to(precision);
        Tensor out = Tensor.zeros(precision, 600, 7);
        ThreadMXBean counter = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (ParallelInference predictions = model.parallelInference(2)) {
            long other = workers().get(0).getId();
            long[] least = {Long.MAX_VALUE};
            long caller = AllocationCheck.bytes(20, () -> {
                long before = counter.getThreadAllocatedBytes(other);
                predictions.predict(in, out);
                least[0] = Math.min(least[0], counter.getThreadAllocatedBytes(other) - before);
            });
            assertThat(caller).as("bytes of the calling thread").isZero();
            assertThat(least[0]).as("bytes of the other thread").isZero();
        }
    }

    @Test
    void workIsCountedByProductsAndElements() {
        assertThat(NETWORK.multiplyAdds()).isEqualTo(20 * 200 + 200 + 200 + 200 * 100 + 100 + 100 * 7 + 7);
        Network conv = Network.of(Shape.of(2, 8, 8), Layers.conv2d(3, 3));
        assertThat(conv.multiplyAdds()).isEqualTo(3 * 6 * 6 * (2 * 3 * 3));
    }
}
