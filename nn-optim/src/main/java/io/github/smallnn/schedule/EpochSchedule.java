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
}
