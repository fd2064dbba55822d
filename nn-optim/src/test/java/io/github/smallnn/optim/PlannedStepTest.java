package io.github.smallnn.optim;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smallnn.check.AllocationCheck;
import io.github.smallnn.graph.ParameterSet;
import io.github.smallnn.tensor.Precision;
import io.github.smallnn.tensor.Shape;
import io.github.smallnn.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A planned step has the bits of the updates it stands for, for the tensors it was planned for. */
class PlannedStepTest {
    private static final int[][] SIZES = {{2, 2}, {2, 1}, {1, 1}, {1, 7}, {5, 3}, {16, 16}, {1, 33}, {3, 3}};
    private static final double[] ODD = {
        0.0, -0.0, 1e-310, -1e-44, 1e30, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
    };
    private static final List<Sgd> RULES = List.of(
            Optimizers.sgd(0.1),
            Optimizers.sgd(0.3).withWeightDecay(0.01),
            Sgd.keras(0.2).withWeightDecay(0.05));

    private static ParameterSet zeros(Precision precision, int[][] sizes) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        for (int i = 0; i < sizes.length; i++) {
            shapes.put("parameter" + i, Shape.of(sizes[i]));
        }
        return ParameterSet.zeros(precision, shapes);
    }

    /** Random numbers, one in eight of them an odd one if asked for. */
    private static ParameterSet fill(ParameterSet p, Random random, boolean odd) {
        double[] flat = new double[p.count()];
        for (int i = 0; i < flat.length; i++) {
            boolean rare = odd && random.nextInt(8) == 0;
            flat[i] = rare ? ODD[random.nextInt(ODD.length)] : random.nextGaussian();
        }
        p.copyFrom(flat);
        return p;
    }

    private static long[] bits(ParameterSet p) {
        long[] bits = new long[p.count()];
        int at = 0;
        for (int i = 0; i < p.size(); i++) {
            Tensor t = p.tensor(i);
            for (double v : t.toArray()) {
                bits[at++] = Double.doubleToLongBits(v);
            }
        }
        return bits;
    }

    private static SlotState planned(Optimizer rule, ParameterSet p, ParameterSet g) {
        SlotState state = (SlotState) rule.init(p);
        state.step(p, g);
        assertThat(state.planNow()).as("%s", rule).isTrue();
        return state;
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void aPlannedStepHasTheBitsOfTheUpdates(Precision precision) {
        for (Sgd rule : RULES) {
            ParameterSet p = fill(zeros(precision, SIZES), new Random(1), true);
            ParameterSet g = fill(p.zerosLike(), new Random(2), true);
            ParameterSet want = p.copy();
            SlotState state = planned(rule, p, g);
            Optimizer.State plain = rule.init(want);
            plain.step(want, g);
            for (int step = 0; step < 4; step++) {
                fill(g, new Random(10 + step), step % 2 == 0);
                double rate = 0.1 / (1 + step);
                state.rate(rate);
                plain.rate(rate);
                state.step(p, g);
                plain.step(want, g);
                assertThat(bits(p)).as("%s, step %d", rule, step).containsExactly(bits(want));
            }
            assertThat(state.steps()).isEqualTo(plain.steps());
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void manyStepsHaveTheBitsOfParts(Precision precision) {
        int[][] sizes = {{2, 2}, {2, 1}};
        ParameterSet p = fill(zeros(precision, sizes), new Random(3), false);
        ParameterSet g = fill(p.zerosLike(), new Random(4), false);
        ParameterSet want = p.copy();
        Optimizer rule = Optimizers.sgd(1e-6).withWeightDecay(0.1);
        Optimizer.State state = rule.init(p);
        // Two sets of gradients in turns are never planned.
        Optimizer.State inTurns = rule.init(want);
        ParameterSet other = g.copy();
        for (int step = 0; step < SlotState.STEPS_BEFORE_PLAN + 100; step++) {
            state.step(p, g);
            inTurns.step(want, step % 2 == 0 ? g : other);
        }
        assertThat(bits(p)).containsExactly(bits(want));
    }

    @Test
    void otherSetsAreMovedAndNotThosePlanned() {
        ParameterSet p = fill(zeros(Precision.DOUBLE, SIZES), new Random(5), false);
        ParameterSet g = fill(p.zerosLike(), new Random(6), false);
        SlotState state = planned(Optimizers.sgd(0.1), p, g);
        ParameterSet other = p.copy();
        long[] before = bits(p);
        state.step(other, g);
        assertThat(bits(p)).containsExactly(before);
        assertThat(bits(other)).isNotEqualTo(before);
        state.step(p, g);
        assertThat(bits(p)).containsExactly(bits(other));
    }

    @Test
    void rulesWithMoreToRememberAndLargeParametersAreNotPlanned() {
        ParameterSet p = zeros(Precision.DOUBLE, SIZES);
        Sgd sgd = Optimizers.sgd(0.1);
        for (Optimizer rule :
                List.of(sgd.withMomentum(0.9), Optimizers.adam(0.1), sgd.group("parameter0", Optimizers.sgd(0.2)))) {
            SlotState state = (SlotState) rule.init(p);
            state.step(p, p.zerosLike());
            assertThat(state.planNow()).as("%s", rule).isFalse();
        }
        ParameterSet large = zeros(Precision.DOUBLE, new int[][] {{2, 2}, {16, 17}});
        SlotState state = (SlotState) sgd.init(large);
        state.step(large, large.zerosLike());
        assertThat(state.planNow()).isFalse();
    }

    @Test
    void aPlannedStepAllocatesNothing() {
        ParameterSet p = fill(zeros(Precision.FLOAT, SIZES), new Random(7), false);
        ParameterSet g = fill(p.zerosLike(), new Random(8), false);
        SlotState state = planned(Optimizers.sgd(1e-9), p, g);
        AllocationCheck.requireNone("a planned step", () -> state.step(p, g));
    }
}
