package io.github.smallnn.train;

import io.github.smallnn.optim.Optimizer;
import io.github.smallnn.schedule.EpochSchedule;
import io.github.smallnn.schedule.RateControl;
import io.github.smallnn.schedule.Schedule;
import io.github.smallnn.schedule.StepSchedule;
import java.util.function.ToDoubleFunction;

/** Sets rate and momentum of the optimizer's state, by the schedule and by what is watched. Confined. */
final class Rates {
    private final Optimizer.State state;
    private final EpochSchedule ofEpochs;
    private final StepSchedule ofSteps;
    private final double rate;
    private final RateControl.Tracker tracker;
    private final ToDoubleFunction<EpochReport> watched;

    /** The tracker may be null, and then what is watched too. */
    Rates(
            Optimizer.State state,
            double rate,
            Schedule schedule,
            RateControl.Tracker tracker,
            ToDoubleFunction<EpochReport> watched) {
        this.state = state;
        this.rate = rate;
        this.ofEpochs = schedule instanceof EpochSchedule s ? s : null;
        this.ofSteps = schedule instanceof StepSchedule s ? s : null;
        this.tracker = tracker;
        this.watched = watched;
    }

    private double base() {
        return tracker == null ? rate : tracker.rate();
    }

    void beginEpoch(long epoch) {
        if (ofEpochs != null) {
            set(ofEpochs.factor(epoch), ofEpochs.momentum(epoch));
        }
    }

    void beginStep() {
        if (ofSteps != null) {
            set(ofSteps.factor(state.steps()), ofSteps.momentum(state.steps()));
        }
    }

    private void set(double factor, double momentum) {
        state.rate(base() * factor);
        if (!Double.isNaN(momentum)) {
            state.momentum(momentum);
        }
    }

    /** Takes note of an epoch; true if there is no rate left to try. */
    boolean endEpoch(EpochReport report) {
        if (tracker == null) {
            return false;
        }
        tracker.after(watched.applyAsDouble(report));
        return tracker.stops();
    }
}
