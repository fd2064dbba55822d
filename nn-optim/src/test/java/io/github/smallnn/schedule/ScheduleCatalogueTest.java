package io.github.smallnn.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smallnn.check.AllocationCheck;
import io.github.smallnn.suite.Catalogue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed table of schedules is what the registry gives, and what every schedule promises. */
class ScheduleCatalogueTest {
    private static final String INTRO = """
            # Schedules

            Written by `ScheduleCatalogueTest` from `ScheduleRegistry`. A schedule is a factor of the optimizer's rate, t the
            epoch or the step from 0: `perStep()` and `perEpoch()` change the unit. The last two follow a metric instead;
            `Trainer.rateControl` takes them. Early stopping by Keras's and by scikit-learn's rule is `EarlyStopping`, the
            range test for a first rate is `RateFinder`.""";

    static List<ScheduleRegistry.Entry> entries() {
        return ScheduleRegistry.all();
    }

    @Test
    void theCommittedTableIsTheRegistrys() {
        List<List<String>> rows = new ArrayList<>();
        for (ScheduleRegistry.Entry e : ScheduleRegistry.all()) {
            rows.add(List.of(e.name(), e.formula(), e.settings(), e.torch(), e.keras(), e.sklearn(), e.differs()));
        }
        Catalogue.check("schedules.md", "ScheduleCatalogueTest", INTRO, rows);
        System.out.println("schedules in the registry: " + rows.size());
    }

    @ParameterizedTest
    @MethodSource("entries")
    void factorsAreFiniteAndTheSameWhenAskedAgain(ScheduleRegistry.Entry e) {
        if (e.example() instanceof RateControl control) {
            RateControl.Tracker one = control.start(0.1);
            RateControl.Tracker two = control.start(0.1);
            for (int t = 0; t < 60; t++) {
                double metric = 1 / (1.0 + Math.min(t, 9));
                one.after(metric);
                two.after(metric);
                assertThat(one.rate()).isEqualTo(two.rate()).isBetween(0.0, 0.1);
            }
            assertThat(one.rate()).isLessThan(0.1);
            return;
        }
        StepSchedule s = e.example() instanceof EpochSchedule epochs ? epochs.perStep() : (StepSchedule) e.example();
        double[] factors = new double[60];
        for (int t = 0; t < factors.length; t++) {
            factors[t] = s.factor(t);
            assertThat(factors[t]).as("%s at %d", e.name(), t).isBetween(0.0, 1000.0);
        }
        for (int t = factors.length - 1; t >= 0; t--) {
            assertThat(s.factor(t)).isEqualTo(factors[t]);
        }
    }

    @ParameterizedTest
    @MethodSource("entries")
    void askingAllocatesNothing(ScheduleRegistry.Entry e) {
        if (e.example() instanceof RateControl control) {
            RateControl.Tracker tracker = control.start(0.1);
            AllocationCheck.requireNone(e.name(), () -> tracker.after(1));
            return;
        }
        StepSchedule s = e.example() instanceof EpochSchedule epochs ? epochs.perStep() : (StepSchedule) e.example();
        double[] sum = new double[1];
        AllocationCheck.requireNone(e.name(), () -> {
            for (int t = 0; t < 20; t++) {
                double momentum = s.momentum(t);
                sum[0] += s.factor(t) + (Double.isNaN(momentum) ? 0 : momentum);
            }
        });
        assertThat(sum[0]).isPositive();
    }
}
