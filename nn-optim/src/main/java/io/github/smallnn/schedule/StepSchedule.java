package io.github.smallnn.schedule;

/** A schedule that changes between steps. Must be pure and allocate nothing; any thread. */
@FunctionalInterface
public non-sealed interface StepSchedule extends Schedule {

    /**
     * Factor of the base rate in a step.
     *
     * @param step number of steps taken before it, from 0
     * @return a finite number, not negative
     */
    double factor(long step);

    /**
     * Momentum (or beta1) in a step.
     *
     * @param step number of steps taken before it, from 0
     * @return a number in [0, 1), or NaN to leave the optimizer's as it is; NaN unless overridden
     */
    default double momentum(long step) {
        return Double.NaN;
    }

    /**
     * The same schedule counted in epochs.
     *
     * @return a schedule whose unit is the epoch
     */
    default EpochSchedule perEpoch() {
        StepSchedule counted = this;
        return new EpochSchedule() {
            @Override
            public double factor(long epoch) {
                return counted.factor(epoch);
            }

            @Override
            public double momentum(long epoch) {
                return counted.momentum(epoch);
            }
        };
    }
}
