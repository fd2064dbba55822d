package io.github.smallnn.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Schedules in closed form; the figures of PyTorch's are in the optimizers' golden test. */
class SchedulesTest {

    @Test
    void constantIsOne() {
        assertThat(Schedules.constant().factor(0)).isEqualTo(1);
        assertThat(Schedules.constant().factor(1_000_000)).isEqualTo(1);
    }

    @Test
    void stepIsTheClosedForm() {
        EpochSchedule s = Schedules.step(2, 0.1);
        double[] want = {1, 1, 0.1, 0.1, 0.01, 0.01, 0.001};
        for (int e = 0; e < want.length; e++) {
            assertThat(s.factor(e)).isCloseTo(want[e], within(1e-15));
        }
        assertThat(Schedules.step(1, 0).factor(0)).isEqualTo(1);
        assertThat(Schedules.step(1, 0).factor(3)).isZero();
    }

    @Test
    void badArgumentsAreNamed() {
        assertThatThrownBy(() -> Schedules.step(0, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("size")
                .hasMessageContaining("0");
        assertThatThrownBy(() -> Schedules.step(3, -0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gamma")
                .hasMessageContaining("-0.5");
        assertThatThrownBy(() -> Schedules.step(3, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void cosineIsAccurateAndExactAtTheTurns() {
        for (int i = -4000; i <= 4000; i++) {
            double x = i / 997.0;
            assertThat(Curves.cosine(x)).as("cos(pi %s)", x).isCloseTo(StrictMath.cos(Math.PI * x), within(3e-15));
        }
        double[] exact = {1, 0, -1, 0, 1};
        for (int i = 0; i < exact.length; i++) {
            assertThat(Curves.cosine(i / 2.0)).isEqualTo(exact[i] + 0.0);
        }
    }

    @Test
    void powersCoverTheirEdges() {
        assertThat(Curves.power(0, 0)).isEqualTo(1);
        assertThat(Curves.power(0, 2)).isZero();
        assertThat(Curves.power(0.93, 40)).isCloseTo(Math.pow(0.93, 40), within(1e-16));
    }

    @Test
    void stepsAndEpochsAreExchanged() {
        OneCycle cycle = new OneCycle(20);
        EpochSchedule inEpochs = cycle.perEpoch();
        StepSchedule back = inEpochs.perStep();
        for (int t = 0; t < 25; t++) {
            assertThat(inEpochs.factor(t)).isEqualTo(cycle.factor(t)).isEqualTo(back.factor(t));
            assertThat(back.momentum(t)).isEqualTo(cycle.momentum(t));
        }
        assertThat(cycle.factor(25)).isEqualTo(cycle.factor(19));
        assertThat(cycle.withoutMomentum().momentum(3)).isNaN();
    }

    @Test
    void compositionsPassTheMomentumOn() {
        EpochSchedule cycle = new Cyclic(10, 4).perEpoch();
        EpochSchedule product = Schedules.product(Schedules.exponential(0.5), cycle);
        assertThat(product.momentum(4)).isEqualTo(0.8);
        assertThat(product.factor(4)).isCloseTo(10 / 16.0, within(1e-15));
        EpochSchedule sequence = Schedules.sequence(new long[] {3}, Schedules.linear(0, 1, 3), cycle);
        assertThat(sequence.momentum(2)).isNaN();
        assertThat(sequence.momentum(3)).isEqualTo(0.9);
        assertThat(sequence.factor(7)).isEqualTo(10);
    }

    @Test
    void otherLibrariesSchedules() {
        assertThat(Schedules.inverseScaling(100, 0.5).factor(3)).isCloseTo(1 / Math.sqrt(301), within(1e-15));
        assertThat(Schedules.inverseTime(0.5).factor(4)).isCloseTo(1 / 3.0, within(1e-15));
        EpochSchedule s = Schedules.piecewise(new long[] {2, 5}, 1, 0.5, 0.1);
        double[] want = {1, 1, 0.5, 0.5, 0.5, 0.1};
        for (int e = 0; e < want.length; e++) {
            assertThat(s.factor(e)).isEqualTo(want[e]);
        }
    }

    @ParameterizedTest
    @MethodSource("bad")
    void badArgumentsOfTheOthersAreNamed(ThrowingCallable made, String setting, String value) {
        assertThatThrownBy(made)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(setting)
                .hasMessageContaining(value);
    }

    static List<Arguments> bad() {
        return List.of(
                bad(() -> Schedules.exponential(-1), "gamma", "-1.0"),
                bad(() -> Schedules.constant(0.5, -1), "epochs", "-1"),
                bad(() -> Schedules.linear(0, Double.NaN, 3), "end", "NaN"),
                bad(() -> Schedules.polynomial(0, 1), "epochs", "0"),
                bad(() -> Schedules.polynomial(3, 0), "power", "0.0"),
                bad(() -> Schedules.cosine(0, 0), "epochs", "0"),
                bad(() -> Schedules.cosine(3, -0.1), "floor", "-0.1"),
                bad(() -> Schedules.warmRestarts(3, 0, 0), "multiple", "0"),
                bad(() -> Schedules.multiStep(0.1, 5, 5), "ascend", "5 after 5"),
                bad(() -> Schedules.piecewise(new long[] {1}, 1), "1 factors", "1 milestones"),
                bad(() -> Schedules.sequence(new long[] {1}, Schedules.constant()), "1 schedules", "1 milestones"),
                bad(Schedules::product, "at least one", ""),
                bad(() -> Schedules.inverseScaling(0, 0.5), "rows", "0"),
                bad(() -> new OneCycle(3), "rising", "0.3 of 3"),
                bad(() -> new OneCycle(100, 0.6, 25, 1e4, true, true, 0.8, 0.9), "at most 1/2", "0.6"),
                bad(() -> new OneCycle(100, 0.3, 0, 1e4, true, false, 0.8, 0.9), "division", "0.0"),
                bad(() -> new OneCycle(100, 0.3, 25, 1e4, true, false, 0.8, 1), "high momentum", "1.0"),
                bad(() -> new Cyclic(0.5, 4), "highest", "0.5"),
                bad(() -> new Cyclic(2, 0), "steps up", "0"),
                bad(() -> new Cyclic(2, 1, 1, Cyclic.Mode.HALVING, 0.9, 0.8, 0.9), "EXPONENTIAL", "HALVING"));
    }

    private static Arguments bad(ThrowingCallable made, String setting, String value) {
        return Arguments.of(made, setting, value);
    }
}
