package io.github.smallnn.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.smallnn.check.AllocationCheck;
import io.github.smallnn.kernel.Chains;
import io.github.smallnn.kernel.Pairwise;
import io.github.smallnn.layer.Activations;
import io.github.smallnn.layer.Dense;
import io.github.smallnn.layer.Layers;
import io.github.smallnn.op.PairwiseLoss;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;
import io.github.smallnn.testing.Batches;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A chain gives the bits of the ops that it stands for, and stands for nothing else. */
class ChainTest {
    private static final int NETWORKS = 150;
    private static final int LARGEST_BATCH = 40;
    private static final List<Layer> ACTIVATIONS = List.of(
            Layers.identity(), Layers.relu(), Layers.sigmoid(), Layers.tanh(), Activations.hardtanh(-0.5, 0.75));
    private static final List<Pairwise> LOSSES =
            List.of(Pairwise.SQUARED_ERROR, Pairwise.ABSOLUTE_ERROR, Pairwise.HUBER, Pairwise.LOGIT_CROSS_ENTROPY);
    private static final double[] ODD = {
        0.0, -0.0, 1e-310, -1e-200, 1e200, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
    };

    @BeforeAll
    static void noKernelIsForced() {
        assumeTrue(
                Chains.available() || System.getProperty("smallnn.gemm") == null, "a forced kernel leaves no chains");
    }

    private static Loss loss(Pairwise f) {
        return (prediction, target) -> prediction.apply(new PairwiseLoss(f, 0.7), target);
    }

    /** Layers of the given widths, seeded in everything else. */
    private static Layer layers(Random random, int... widths) {
        Layer all = Layers.identity();
        for (int width : widths) {
            Dense dense = Layers.dense(width);
            all = all.then(random.nextBoolean() ? dense : dense.withoutBias())
                    .then(ACTIVATIONS.get(random.nextInt(ACTIVATIONS.size())));
        }
        return all;
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void aChainHasTheBitsOfItsOps(Precision precision) {
        for (long seed = 0; seed < NETWORKS; seed++) {
            Random random = new Random(seed);
            int capacity = random.nextInt(3) == 0 ? 1 : 1 + random.nextInt(LARGEST_BATCH);
            int widest = capacity == 1 ? 16 : 8;
            int[] widths = random.ints(1 + random.nextInt(4), 1, widest + 1).toArray();
            int inputs = 1 + random.nextInt(widest);
            if (capacity > 1 && seed % 5 == 0) {
                inputs = 4;
                widths = seed % 2 == 0 ? new int[] {16, 1 + random.nextInt(4)} : new int[] {1, 16};
            }
            Network network = Network.of(inputs, layers(random, widths));
            Loss loss = loss(LOSSES.get(random.nextInt(LOSSES.size())))
                    .reduced(Reduction.values()[random.nextInt(Reduction.values().length)]);
            ParameterSet parameters = network.initialize(seed).to(precision);
            Backprop chain = network.backprop(parameters, loss, capacity);
            assertThat(chain.chainNow()).as("seed %d is a chain", seed).isTrue();
            Backprop ops = network.backprop(parameters, loss, capacity);
            for (int batch = 0; batch < 4; batch++) {
                int rows = 1 + random.nextInt(capacity);
                Tensor x = numbers(random, rows, inputs, batch == 3).to(precision);
                Tensor t = numbers(random, rows, network.outputShape().size(), false)
                        .to(precision);
                assertSame("seed " + seed + ", batch " + batch, chain, ops, x, t, parameters);
                descend(parameters, ops.gradients());
            }
        }
    }

    /** Some of them rows of a wider tensor, some of them not numbers. */
    private static Tensor numbers(Random random, int rows, int cols, boolean odd) {
        Tensor wide = Batches.normal(random.nextInt(1000), rows + 2, cols + 3);
        if (odd) {
            for (int i = 0; i < 3; i++) {
                wide.set(random.nextInt(rows + 2), random.nextInt(cols + 3), ODD[random.nextInt(ODD.length)]);
            }
        }
        return random.nextBoolean()
                ? wide.rowRange(1, rows + 1).columnRange(2, cols + 2)
                : wide.columnRange(0, cols).copy().rowRange(1, rows + 1);
    }

    private static void assertSame(
            String what, Backprop chain, Backprop ops, Tensor x, Tensor t, ParameterSet parameters) {
        assertThat(Double.valueOf(chain.evaluate(x, t, null)))
                .as(what)
                .isEqualTo(Double.valueOf(ops.evaluate(x, t, null)));
        assertThat(Double.valueOf(chain.numerator())).as(what).isEqualTo(Double.valueOf(ops.numerator()));
        assertThat(chain.denominator()).as("%s: denominator", what).isEqualTo(ops.denominator());
        assertThat(chain.rows()).as("%s: rows", what).isEqualTo(ops.rows());
        assertBits(what + ": values", chain.values(), ops.values());
        assertBits(what + ": output", chain.output(), ops.output());
        for (int i = 0; i < parameters.size(); i++) {
            assertBits(
                    what + ": gradient of " + parameters.path(i),
                    chain.gradients().tensor(i),
                    ops.gradients().tensor(i));
        }
    }

    private static void assertBits(String what, Tensor have, Tensor want) {
        assertThat(bits(have)).as(what).isEqualTo(bits(want));
    }

    /** Bits of all elements; -0 is not 0, but all that is not a number is one. */
    private static List<Long> bits(Tensor t) {
        List<Long> bits = new ArrayList<>();
        for (double v : t.toArray()) {
            bits.add(Double.doubleToLongBits(v));
        }
        return bits;
    }

    private static void descend(ParameterSet parameters, ParameterSet gradients) {
        for (int i = 0; i < parameters.size(); i++) {
            Tensor w = parameters.tensor(i);
            for (int r = 0; r < w.rows(); r++) {
                for (int c = 0; c < w.cols(); c++) {
                    w.set(r, c, w.get(r, c) - 0.05 * gradients.tensor(i).get(r, c));
                }
            }
        }
    }

    @Test
    void aBusySessionTurnsIntoAChainUnseen() {
        Network network = Network.of(3, Layers.sequential(Layers.dense(5), Layers.tanh(), Layers.dense(2)));
        ParameterSet a = network.initialize(4);
        ParameterSet b = a.copy();
        Backprop busy = network.backprop(a, loss(Pairwise.SQUARED_ERROR), 6);
        // With checks a session stays what it is.
        Backprop ops = network.backprop(
                b, loss(Pairwise.SQUARED_ERROR), 6, SessionOptions.defaults().withChecks());
        Tensor x = Batches.normal(1, 6, 3);
        Tensor t = Batches.normal(2, 6, 2);
        Tensor weights = Tensor.column(1, 2, 0.5, 1, 1, 3);
        for (int step = 0; step < Backprop.STEPS_BEFORE_CHAIN + 50; step++) {
            Tensor w = step % 10 == 3 ? weights : null;
            assertThat(busy.evaluate(x, t, w)).as("step %d", step).isEqualTo(ops.evaluate(x, t, w));
            if (step % 10 == 5) {
                addInParts(busy, x, t);
                addInParts(ops, x, t);
                assertThat(busy.finish()).as("step %d", step).isEqualTo(ops.finish());
            }
            descend(a, busy.gradients());
            descend(b, ops.gradients());
        }
        assertBits("weight", a.tensor(0), b.tensor(0));
        assertBits("an inner value", busy.value("tanh"), ops.value("tanh"));
    }

    private static void addInParts(Backprop session, Tensor x, Tensor t) {
        session.begin();
        for (int from = 0; from < x.rows(); from += 2) {
            session.add(x.rowRange(from, from + 2), t.rowRange(from, from + 2), null);
        }
    }

    @Test
    void whatIsNoChainGoesOpByOp() {
        Loss squared = loss(Pairwise.SQUARED_ERROR);
        Layer small = Layers.sequential(Layers.dense(4), Layers.tanh(), Layers.dense(2));
        SessionOptions plain = SessionOptions.defaults();
        assertThat(becomesChain(small, squared, plain)).isTrue();
        assertThat(becomesChain(small, squared, plain.withInputGradient())).isFalse();
        assertThat(becomesChain(small, squared, plain.withChecks())).isFalse();
        assertThat(becomesChain(small, squared, plain.watch("dense/add"))).isFalse();
        assertThat(becomesChain(Layers.dense(17), squared, plain)).isFalse();
        assertThat(becomesChain(Layers.dense(8).then(Layers.dense(9)), squared, plain))
                .isFalse();
        assertThat(becomesChain(Layers.identity(), squared, plain)).isFalse();
        assertThat(becomesChain(small.then(Layers.dropout(0.5)), squared, plain))
                .isFalse();
        assertThat(becomesChain(small.then(Layers.softmax()), squared, plain)).isFalse();
        assertThat(becomesChain(Layers.dense(4).then(Layers.leakyRelu()), squared, plain))
                .isFalse();
        assertThat(becomesChain(Layers.residual(Layers.dense(3)), squared, plain))
                .isFalse();
        Layer twice = Layers.shared(Layers.dense(3));
        assertThat(becomesChain(twice.then(twice), squared, plain)).isFalse();
        assertThat(becomesChain(small, (p, t) -> p.minus(t).square(), plain)).isFalse();
        assertThat(becomesChain(small, (p, t) -> p.square().apply(new PairwiseLoss(Pairwise.HUBER, 1), t), plain))
                .isFalse();
        Network network = Network.of(3, small);
        ParameterSet frozen = network.initialize(1).freeze("*bias");
        assertThat(network.backprop(frozen, squared, 5).chainNow()).isFalse();
    }

    private static boolean becomesChain(Layer layers, Loss loss, SessionOptions options) {
        Network network = Network.of(3, layers);
        return network.backprop(network.initialize(1), loss, 5, options).chainNow();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16})
    void aWarmChainAllocatesNothing(int rows) {
        for (Precision precision : Precision.values()) {
            Network network = Network.of(2, Layers.sequential(Layers.dense(8), Layers.tanh(), Layers.dense(1)));
            Backprop chain = network.backprop(network.initialize(1).to(precision), loss(Pairwise.SQUARED_ERROR), rows);
            assertThat(chain.chainNow()).isTrue();
            Tensor x = Batches.normal(1, rows, 2).to(precision);
            Tensor t = Batches.normal(2, rows, 1).to(precision);
            AllocationCheck.requireNone("a chain in " + precision, () -> chain.evaluate(x, t, null));
        }
    }

    @Test
    void sessionsOfOneNetworkRunSideBySide() throws Exception {
        Network network = Network.of(4, Layers.sequential(Layers.dense(6), Layers.sigmoid(), Layers.dense(3)));
        List<Future<List<Long>>> results = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (int i = 0; i < 8; i++) {
                boolean asChain = i % 2 == 0;
                results.add(threads.submit(() -> trained(network, asChain)));
            }
            for (Future<List<Long>> result : results) {
                assertThat(result.get()).isEqualTo(results.get(0).get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Long> trained(Network network, boolean asChain) {
        ParameterSet parameters = network.initialize(3);
        Backprop session = network.backprop(parameters, loss(Pairwise.HUBER), 9);
        if (asChain) {
            assertThat(session.chainNow()).isTrue();
        }
        for (int step = 0; step < 1500; step++) {
            int rows = 1 + step % 9;
            session.evaluate(Batches.normal(step, rows, 4), Batches.normal(step + 1, rows, 3), null);
            descend(parameters, session.gradients());
        }
        return bits(parameters.tensor(0));
    }
}
