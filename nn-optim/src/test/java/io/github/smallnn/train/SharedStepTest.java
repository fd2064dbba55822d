package io.github.smallnn.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smallnn.check.AllocationCheck;
import io.github.smallnn.graph.Layer;
import io.github.smallnn.graph.Model;
import io.github.smallnn.graph.Network;
import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.graph.SessionOptions;
import io.github.smallnn.layer.Layers;
import io.github.smallnn.loss.Losses;
import io.github.smallnn.loss.TargetKind;
import io.github.smallnn.optim.DivisibleState;
import io.github.smallnn.optim.Optimizer;
import io.github.smallnn.optim.OptimizerRegistry;
import io.github.smallnn.optim.Optimizers;
import io.github.smallnn.optim.TensorRule;
import io.github.smallnn.optim.kernel.Updates;
import io.github.smallnn.suite.Samples;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A step that the threads take together: sum and step in one go have the bits of one after the other on one thread. */
class SharedStepTest {
    private static final int ROWS = 6;
    private static final int INPUTS = 90;
    private static final int OUTPUTS = 3;
    private static final int STEPS = 4;
    // 30,000 parameters, which is enough for threads, in tensors of one span and of many.
    private static final Layer BODY =
            Layers.dense(250).then(Layers.tanh()).then(Layers.dense(30)).then(Layers.dense(OUTPUTS));

    record Case(String name, Precision precision, Optimizer optimizer) {
        @Override
        public String toString() {
            return name + ", " + precision;
        }
    }

    /** Fills the parameter in Java of its own, so that it may not be called for a part. */
    record ByHand(double rate) implements TensorRule {
        @Override
        public int slots() {
            return 0;
        }

        @Override
        public Move move() {
            return new Move() {
                @Override
                public void begin(double newRate, double momentum, long step) {}

                @Override
                public void apply(Updates kernels, Tensor w, Tensor g, Tensor[] slots) {
                    for (int i = 0; i < w.rows(); i++) {
                        for (int j = 0; j < w.cols(); j++) {
                            w.set(i, j, w.get(i, j) - rate * g.get(i, j));
                        }
                    }
                }
            };
        }
    }

    static List<Case> cases() {
        List<Case> all = new ArrayList<>();
        for (Precision p : Precision.values()) {
            for (OptimizerRegistry.Entry e : OptimizerRegistry.all()) {
                all.add(new Case(e.name(), p, e.optimizer().apply(0.01)));
            }
            TensorRule momentum = Optimizers.sgd(0.01).withMomentum(0.9);
            all.add(new Case("groups", p, momentum.group("*bias", Optimizers.adam(0.001))));
            all.add(new Case("groups, one by hand", p, momentum.group("*bias", new ByHand(0.1))));
            all.add(new Case("maximizing", p, Optimizers.maximizing(momentum)));
        }
        return all;
    }

    private static Model model(Precision precision) {
        return Model.of(Network.of(INPUTS, BODY), precision, 4);
    }

    private static ShardedBackprop session(Network network, ParameterSet parameters, int threads) {
        return ShardedBackprop.of(network, parameters, Losses.mse(), ROWS, 3, threads, SessionOptions.defaults());
    }

    private static Tensor inputs(Precision precision, int seed) {
        return Samples.inputs(ROWS, INPUTS, seed).to(precision);
    }

    private static Tensor targets(Precision precision) {
        return Samples.targets(TargetKind.NUMBERS, ROWS, OUTPUTS, 2).to(precision);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void threadsTakeTheStepOfOne(Case c) {
        Model byHand = model(c.precision());
        Optimizer.State want = c.optimizer().init(byHand.parameters());
        List<String> bits = new ArrayList<>();
        try (ShardedBackprop session = session(byHand.network(), byHand.parameters(), 1)) {
            for (int i = 0; i < STEPS; i++) {
                session.evaluate(inputs(c.precision(), i), targets(c.precision()), null);
                want.step(byHand.parameters(), session.gradients());
                bits.add(byHand.parameters().fingerprint() + session.gradients().fingerprint());
            }
        }
        for (int threads : new int[] {1, 2, 3}) {
            Model model = model(c.precision());
            Optimizer.State state = c.optimizer().init(model.parameters());
            try (ShardedBackprop session = session(model.network(), model.parameters(), threads)) {
                for (int i = 0; i < STEPS; i++) {
                    session.evaluate(inputs(c.precision(), i), targets(c.precision()), null);
                    // Once they have been looked at, gradients are added up at once: here before the third step.
                    session.step(state);
                    if (i > 0) {
                        assertThat(model.parameters().fingerprint()
                                        + session.gradients().fingerprint())
                                .as("%s, %d threads, step %d", c, threads, i)
                                .isEqualTo(bits.get(i));
                    }
                }
            }
            assertThat(state.steps()).isEqualTo(STEPS);
            for (int s = 0; s < want.slots().size(); s++) {
                assertThat(state.slots().get(s).fingerprint())
                        .as("%s, slot %d", c, s)
                        .isEqualTo(want.slots().get(s).fingerprint());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void frozenParametersStayWhereTheyAre(Precision precision) {
        Model model = model(precision);
        ParameterSet frozen = model.parameters().freeze("dense/*");
        double[] before = frozen.get("dense/weight").toArray();
        double[] moved = frozen.get("dense-2/weight").toArray();
        Optimizer.State state = Optimizers.adam(0.01).init(frozen);
        try (ShardedBackprop session = session(model.network(), frozen, 2)) {
            session.evaluate(inputs(precision, 1), targets(precision), null);
            session.step(state);
            assertThat(frozen.get("dense/weight").toArray()).containsExactly(before);
            assertThat(frozen.get("dense-2/weight").toArray()).isNotEqualTo(moved);
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void gradientsThatWereHandedOutAreThoseOfEveryEvaluation(Precision precision) {
        Model model = model(precision);
        try (ShardedBackprop session = session(model.network(), model.parameters(), 2)) {
            ParameterSet held = session.gradients();
            for (int i = 0; i < 2; i++) {
                session.evaluate(inputs(precision, i), targets(precision), null);
                try (ShardedBackprop fresh = session(model.network(), model.parameters(), 1)) {
                    fresh.evaluate(inputs(precision, i), targets(precision), null);
                    assertThat(held.fingerprint()).isEqualTo(fresh.gradients().fingerprint());
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void aSecondStepGoesAlongTheSameGradients(Precision precision) {
        Model model = model(precision);
        Model byHand = model.copy();
        Optimizer.State state = Optimizers.adam(0.01).init(model.parameters());
        Optimizer.State want = Optimizers.adam(0.01).init(byHand.parameters());
        try (ShardedBackprop session = session(model.network(), model.parameters(), 2)) {
            session.evaluate(inputs(precision, 1), targets(precision), null);
            session.step(state);
            session.step(state);
            want.step(byHand.parameters(), session.gradients());
            want.step(byHand.parameters(), session.gradients());
            assertThat(model.parameters().fingerprint())
                    .isEqualTo(byHand.parameters().fingerprint());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void warmStepsAllocateNothing(Case c) {
        Model model = model(c.precision());
        Optimizer.State state = c.optimizer().init(model.parameters());
        Tensor inputs = inputs(c.precision(), 1);
        Tensor targets = targets(c.precision());
        // One thread does all parts, so that all are counted.
        try (ShardedBackprop session = session(model.network(), model.parameters(), 1)) {
            AllocationCheck.requireNone(c + ": steps by parts", () -> {
                session.evaluate(inputs, targets, null);
                session.step(state);
            });
            assertThat(state instanceof DivisibleState s && s.divisible())
                    .as("%s is divisible", c)
                    .isEqualTo(!c.name().equals("maximizing") && !c.name().equals("groups, one by hand"));
        }
    }
}
