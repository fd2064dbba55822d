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
}
