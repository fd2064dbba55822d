package io.github.smallnn.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

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
}
