package io.github.smallnn.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.random.RandomState;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every optimizer promises besides its numbers: states, marks, precisions, arguments. */
class OptimizerTest {

    static List<OptimizerRegistry.Entry> optimizers() {
        return OptimizerRegistry.all();
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void stateCopiedOutAndInAgainChangesNothing(OptimizerRegistry.Entry entry) {
        Optimizer rule = entry.optimizer().apply(0.05);
        ParameterSet straight = parameters(Precision.DOUBLE, 3);
        ParameterSet resumed = straight.copy();
        Optimizer.State one = rule.init(straight);
        run(one, straight, 0, 7);
        resumed.assign(straight);
        List<ParameterSet> copies = new ArrayList<>();
        one.slots().forEach(s -> copies.add(s.copy()));
        long steps = one.steps();
        run(one, straight, 7, 15);
        Optimizer.State two = rule.init(resumed);
        two.restore(steps, copies);
        run(two, resumed, 7, 15);
        assertThat(resumed.fingerprint()).isEqualTo(straight.fingerprint());
        assertThat(two.steps()).isEqualTo(15);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void fixedParametersAreNeverTouched(OptimizerRegistry.Entry entry) {
        ParameterSet all = parameters(Precision.DOUBLE, 3);
        ParameterSet marked = all.freeze("bias");
        double[] bias = marked.get("bias").toArray();
        double[] weight = marked.get("weight").toArray();
        run(entry.optimizer().apply(0.05).init(marked), marked, 0, 3);
        assertThat(marked.get("bias").toArray()).containsExactly(bias);
        assertThat(marked.get("weight").toArray()).isNotEqualTo(weight);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void floatFollowsDouble(OptimizerRegistry.Entry entry) {
        ParameterSet wide = parameters(Precision.FLOAT, 3).to(Precision.DOUBLE);
        ParameterSet narrow = wide.to(Precision.FLOAT);
        run(entry.optimizer().apply(0.05).init(wide), wide, 0, 20);
        run(entry.optimizer().apply(0.05).init(narrow), narrow, 0, 20);
        double[] want = flat(wide);
        double[] got = flat(narrow);
        for (int i = 0; i < want.length; i++) {
            assertThat(got[i]).as("%s, element %d", entry.name(), i).isCloseTo(want[i], within(2e-5));
        }
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void otherLayoutsAndPrecisionsAreRefusedUnchanged(OptimizerRegistry.Entry entry) {
        ParameterSet p = parameters(Precision.DOUBLE, 3);
        Optimizer.State state = entry.optimizer().apply(0.05).init(p);
        String before = p.fingerprint();
        ParameterSet other = ParameterSet.zeros(Precision.DOUBLE, Map.of("weight", Shape.of(3)));
        assertThatThrownBy(() -> state.step(p, other)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> state.step(p, p.to(Precision.FLOAT)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gradients are in FLOAT")
                .hasMessageContaining("DOUBLE");
        assertThatThrownBy(() -> state.restore(-1, state.slots()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
        List<ParameterSet> tooMany = new ArrayList<>(state.slots());
        tooMany.add(p);
        assertThatThrownBy(() -> state.restore(1, tooMany))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(tooMany.size() + " slots");
        assertThat(p.fingerprint()).isEqualTo(before);
        assertThat(state.steps()).isZero();
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void otherSetsOfTheSameLayoutMayComeAtEveryStep(OptimizerRegistry.Entry entry) {
        ParameterSet kept = parameters(Precision.DOUBLE, 3);
        ParameterSet changing = kept.copy();
        Optimizer.State one = entry.optimizer().apply(0.05).init(kept);
        Optimizer.State two = entry.optimizer().apply(0.05).init(changing);
        for (int step = 0; step < 6; step++) {
            run(one, kept, step, step + 1);
            ParameterSet before = changing;
            String left = before.fingerprint();
            changing = before.copy();
            run(two, changing, step, step + 1);
            assertThat(before.fingerprint()).as("set of step %d", step - 1).isEqualTo(left);
        }
        assertThat(changing.fingerprint()).isEqualTo(kept.fingerprint());
    }

    @Test
    void registryFindsByNameAndListsItsNames() {
        for (OptimizerRegistry.Entry e : OptimizerRegistry.all()) {
            assertThat(OptimizerRegistry.named(e.name(), 0.25).rate()).isEqualTo(0.25);
            assertThat(e.formula()).isNotBlank();
        }
        assertThat(Optimizers.gd(0.1)).isEqualTo(Optimizers.sgd(0.1));
        assertThatThrownBy(() -> OptimizerRegistry.named("newton", 0.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("newton")
                .hasMessageContaining("adam");
    }

    static List<Arguments> badSettings() {
        return List.of(
                bad(() -> Optimizers.sgd(-0.1), "learning rate", "-0.1"),
                bad(() -> Optimizers.sgd(Double.NaN), "learning rate", "NaN"),
                bad(() -> Optimizers.adam(Double.POSITIVE_INFINITY), "learning rate", "Infinity"),
                bad(() -> Optimizers.sgd(0.1).withMomentum(1), "momentum", "1.0"),
                bad(() -> Optimizers.sgd(0.1).withMomentum(-0.5), "momentum", "[0, 1)"),
                bad(() -> Optimizers.sgd(0.1).withMomentum(0.5).withDampening(2), "dampening", "2.0"),
                bad(() -> Optimizers.sgd(0.1).withNesterov(), "Nesterov", "momentum is 0.0"),
                bad(
                        () -> Optimizers.sgd(0.1)
                                .withMomentum(0.9)
                                .withDampening(0.1)
                                .withNesterov(),
                        "Nesterov",
                        "dampening 0.1"),
                bad(() -> Optimizers.sgd(0.1).withWeightDecay(-1), "weight decay", "-1.0"),
                bad(() -> Optimizers.adam().withBetas(1, 0.9), "beta1", "1.0"),
                bad(() -> Optimizers.adam().withBetas(0.9, -0.1), "beta2", "-0.1"),
                bad(() -> Optimizers.adam().withEpsilon(-1e-8), "epsilon", "-1.0E-8"),
                bad(() -> Optimizers.adam().withWeightDecay(Double.NaN), "weight decay", "NaN"),
                bad(() -> Optimizers.adamW().withWeightDecay(-0.01), "weight decay", "-0.01"),
                bad(() -> new Sgd(0.1, 0.9, 0.1, false, WeightDecay.coupled(0), Convention.KERAS), "dampening", "0.1"),
                bad(() -> Optimizers.rmsProp().withSmoothing(1), "smoothing", "[0, 1)"),
                bad(() -> Optimizers.rmsProp().withMomentum(1.5), "momentum", "1.5"),
                bad(() -> Optimizers.adagrad().withRateDecay(-1), "rate decay", "-1.0"),
                bad(() -> Optimizers.adagrad().withStart(Double.NaN), "start", "NaN"),
                bad(() -> Optimizers.adadelta().withSmoothing(-0.1), "smoothing", "-0.1"),
                bad(() -> Optimizers.adamax().withBetas(0.9, 1), "beta2", "1.0"),
                bad(() -> Optimizers.nadam().withMomentumDecay(-0.5), "momentum decay", "-0.5"),
                bad(() -> Optimizers.radam().withEpsilon(Double.NaN), "epsilon", "NaN"),
                bad(() -> Optimizers.rprop().withFactors(1.2, 0.5), "factors", "1.2"),
                bad(() -> Optimizers.rprop().withSizes(1, 0.5), "step sizes", "0.5"),
                bad(() -> Optimizers.lion().withBetas(-1, 0.5), "beta1", "-1.0"));
    }

    private static Arguments bad(Supplier<Optimizer> made, String setting, String value) {
        return Arguments.of(made, setting, value);
    }

    @ParameterizedTest
    @MethodSource("badSettings")
    void badSettingsAreNamed(Supplier<Optimizer> made, String setting, String value) {
        assertThatThrownBy(made::get)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(setting)
                .hasMessageContaining(value);
    }

    @Test
    void stateRefusesABadRate() {
        Optimizer.State state = Optimizers.sgd(0.1).init(parameters(Precision.DOUBLE, 1));
        assertThatThrownBy(() -> state.rate(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(state.rate()).isEqualTo(0.1);
    }

    @Test
    void biasCorrectionIsOneMinusThePower() {
        for (double beta : new double[] {0, 0.5, 0.9, 0.999, 0.99999}) {
            for (long n : new long[] {1, 2, 3, 10, 43, 64, 1000, 123_456, Long.MAX_VALUE}) {
                assertThat(Settings.biasCorrection(beta, n))
                        .as("1 - %s^%d", beta, n)
                        .isCloseTo(1 - StrictMath.pow(beta, n), within(1e-11));
            }
        }
        assertThat(Settings.biasCorrection(0.999, 1)).isEqualTo(1 - 0.999);
    }

    private static ParameterSet parameters(Precision precision, long seed) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        shapes.put("weight", Shape.of(5, 3));
        shapes.put("bias", Shape.of(3));
        ParameterSet p = ParameterSet.zeros(precision, shapes);
        p.copyFrom(new RandomState(seed).randn(p.count()));
        return p;
    }

    /** Steps with gradients that depend on the step and, as a quadratic's do, on the parameters. */
    private static void run(Optimizer.State state, ParameterSet p, int from, int to) {
        ParameterSet g = p.zerosLike();
        for (int t = from; t < to; t++) {
            double[] noise = new RandomState(100 + t).randn(p.count());
            double[] w = flat(p);
            for (int i = 0; i < w.length; i++) {
                noise[i] += 0.5 * w[i];
            }
            g.copyFrom(noise);
            state.step(p, g);
        }
    }

    private static double[] flat(ParameterSet p) {
        double[] values = new double[p.count()];
        p.copyTo(values);
        return values;
    }
}
