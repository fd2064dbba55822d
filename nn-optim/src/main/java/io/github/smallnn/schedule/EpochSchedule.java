package io.github.smallnn.schedule;

/** A schedule that changes between epochs. Must be pure; any thread. */
@FunctionalInterface
public non-sealed interface EpochSchedule extends Schedule {

    /**
     * Factor of the base rate during an epoch.
     *
     * @param epoch number of epochs completed before it, from 0
     * @return a finite number, not negative
     */
    double factor(long epoch);

    /**
     * Momentum (or beta1) during an epoch.
     *
     * @param epoch number of epochs completed before it, from 0
     * @return a number in [0, 1), or NaN to leave the optimizer's as it is; NaN unless overridden
     */
    default double momentum(long epoch) {
        return Double.NaN;
    }

    /**
     * The same schedule counted in steps.
     *
     * @return a schedule whose unit is the step
     */
    default StepSchedule perStep() {
        EpochSchedule counted = this;
        return new StepSchedule() {
            @Override
            public double factor(long step) {
                return counted.factor(step);
            }

            @Override
            public double momentum(long step) {
                return counted.momentum(step);
            }
        };
    }
}
