package io.github.smallnn.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Rates that follow the metric, by the rules of Keras and scikit-learn; PyTorch's is in the golden test. */
class RateControlTest {

    private static double[] rates(RateControl control, double rate, double... metrics) {
        RateControl.Tracker tracker = control.start(rate);
        double[] seen = new double[metrics.length];
        for (int e = 0; e < metrics.length; e++) {
            tracker.after(metrics[e]);
            seen[e] = tracker.rate();
        }
        return seen;
    }

    @Test
    void kerasReducesInTheLastEpochOfItsPatience() {
        assertThat(rates(ReduceOnPlateau.keras(0.5, 2, 0), 8, 1, 1, 1, 1, 1)).containsExactly(8, 8, 4, 4, 2);
        assertThat(rates(new ReduceOnPlateau(0.5, 2), 8, 1, 1, 1, 1, 1)).containsExactly(8, 8, 8, 4, 4);
    }

    @Test
    void kerasCooldownCountsItsOwnLastEpoch() {
        // Reduced in the second epoch; the first of the two cooldown epochs is skipped, the second counts again.
        assertThat(rates(ReduceOnPlateau.keras(0.5, 1, 2), 8, 1, 1, 1, 1, 1, 1)).containsExactly(8, 4, 4, 2, 2, 1);
    }

    @Test
    void kerasThresholdIsAbsolute() {
        double[] slow = {1000, 999.96, 999.92, 999.88};
        assertThat(rates(ReduceOnPlateau.keras(0.5, 1, 0), 8, slow)).containsExactly(8, 8, 8, 8);
        assertThat(rates(new ReduceOnPlateau(0.5, 0), 8, slow)).containsExactly(8, 4, 2, 2);
    }

    @Test
    void adaptiveDividesByFiveAndThenStops() {
        RateControl.Tracker tracker = new AdaptiveRate(1, 0.1).start(4e-6);
        double[] losses = {1, 0.95, 0.94, 0.5, 0.5, 0.5, 0.5};
        double[] want = {4e-6, 4e-6, 4e-6 / 5, 4e-6 / 5, 4e-6 / 5, 4e-6 / 5, 4e-6 / 5};
        boolean[] over = {false, false, false, false, false, true, true};
        for (int e = 0; e < losses.length; e++) {
            tracker.after(losses[e]);
            assertThat(tracker.rate()).as("epoch %d", e).isEqualTo(want[e]);
            assertThat(tracker.stops()).as("epoch %d", e).isEqualTo(over[e]);
        }
    }

    @Test
    void badSettingsAreNamed() {
        assertThatThrownBy(() -> new ReduceOnPlateau(1, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("factor in [0, 1)")
                .hasMessageContaining("1.0");
        assertThatThrownBy(() -> new ReduceOnPlateau(0.5, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("patience");
        assertThatThrownBy(() -> new AdaptiveRate(3, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tolerance");
    }
}
