package io.github.smallnn.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.smallnn.check.AllocationCheck;
import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.random.RandomState;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Groups move each parameter as its own rule would move it alone, share schedule and slots, and climb where asked to. */
class ParameterGroupsTest {

    private static ParameterSet parameters() {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        shapes.put("body/weight", Shape.of(4, 3));
        shapes.put("body/bias", Shape.of(3));
        shapes.put("head/weight", Shape.of(3, 2));
        shapes.put("head/bias", Shape.of(2));
        ParameterSet p = ParameterSet.zeros(Precision.DOUBLE, shapes);
        p.copyFrom(new RandomState(7).randn(p.count()));
        return p;
    }

    private static void steps(Optimizer.State state, ParameterSet p, int from, int to) {
        ParameterSet g = p.zerosLike();
        for (int t = from; t < to; t++) {
            g.copyFrom(new RandomState(100 + t).randn(p.count()));
            state.step(p, g);
        }
    }

    private static Optimizer groups() {
        Adam adam = Optimizers.adamW(1e-2);
        return adam.group("*bias", adam.withWeightDecay(0))
                .group("head/*", Optimizers.sgd(0.1).withMomentum(0.9));
    }

    @Test
    void everyParameterFollowsTheLastRuleThatMatches() {
        ParameterSet together = parameters();
        steps(groups().init(together), together, 0, 9);
        Map<String, Optimizer> alone = Map.of(
                "body/weight", Optimizers.adamW(1e-2),
                "body/bias", Optimizers.adamW(1e-2).withWeightDecay(0),
                "head/weight", Optimizers.sgd(0.1).withMomentum(0.9),
                "head/bias", Optimizers.sgd(0.1).withMomentum(0.9));
        alone.forEach((path, rule) -> {
            ParameterSet single = parameters();
            steps(rule.init(single), single, 0, 9);
            assertThat(together.get(path).toArray())
                    .as(path)
                    .containsExactly(single.get(path).toArray());
        });
    }

    @Test
    void theBaseRateScalesAllGroups() {
        ParameterSet scaled = parameters();
        Optimizer.State state = groups().init(scaled);
        state.rate(1e-3);
        steps(state, scaled, 0, 3);
        ParameterSet want = parameters();
        steps(Optimizers.sgd(0.01).withMomentum(0.9).init(want), want, 0, 3);
        double[] got = scaled.get("head/weight").toArray();
        double[] expected = want.get("head/weight").toArray();
        for (int i = 0; i < got.length; i++) {
            assertThat(got[i]).isCloseTo(expected[i], within(1e-14));
        }
    }

    @Test
    void groupsAreRestoredAndAllocateNothing() {
        ParameterSet straight = parameters();
        Optimizer.State one = groups().init(straight);
        steps(one, straight, 0, 5);
        ParameterSet resumed = straight.copy();
        List<ParameterSet> copies = new ArrayList<>();
        one.slots().forEach(s -> copies.add(s.copy()));
        steps(one, straight, 5, 12);
        Optimizer.State two = groups().init(resumed);
        two.restore(5, copies);
        steps(two, resumed, 5, 12);
        assertThat(resumed.fingerprint()).isEqualTo(straight.fingerprint());
        ParameterSet g = straight.copy();
        AllocationCheck.requireNone("a step in groups", () -> one.step(straight, g));
    }

    @Test
    void aCycledMomentumReachesTheRulesThatHaveOne() {
        ParameterSet cycled = parameters();
        Optimizer.State state = groups().init(cycled);
        assertThat(state.momentum()).isEqualTo(0.9);
        state.momentum(0.5);
        steps(state, cycled, 0, 4);
        ParameterSet want = parameters();
        steps(Optimizers.sgd(0.1).withMomentum(0.5).init(want), want, 0, 4);
        assertThat(cycled.get("head/bias").toArray())
                .containsExactly(want.get("head/bias").toArray());
        assertThatThrownBy(() -> Optimizers.rprop().init(cycled).momentum(0.5))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no momentum")
                .hasMessageContaining("0.5");
        assertThatThrownBy(() -> state.momentum(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[0, 1)");
    }

    @Test
    void aPatternWithoutParametersAndABaseRateOfZeroAreRefused() {
        assertThatThrownBy(() ->
                        Optimizers.adam().group("tail/*", Optimizers.sgd(1)).init(parameters()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tail/*")
                .hasMessageContaining("head/weight");
        assertThatThrownBy(() -> Optimizers.sgd(0).group("*bias", Optimizers.sgd(0.1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("*bias")
                .hasMessageContaining("0.1");
    }

    @Test
    void climbingFollowsTheNegativeGradient() {
        ParameterSet up = parameters();
        ParameterSet start = up.copy();
        Optimizer.State state = Optimizers.maximizing(Optimizers.sgd(0.1)).init(up);
        ParameterSet g = up.copy();
        String before = g.fingerprint();
        state.step(up, g);
        assertThat(g.fingerprint()).isEqualTo(before);
        for (int i = 0; i < up.size(); i++) {
            double[] w = start.tensor(i).toArray();
            double[] got = up.tensor(i).toArray();
            for (int j = 0; j < w.length; j++) {
                assertThat(got[j]).isCloseTo(1.1 * w[j], within(1e-14));
            }
        }
        AllocationCheck.requireNone("a climbing step", () -> state.step(up, g));
    }
}
