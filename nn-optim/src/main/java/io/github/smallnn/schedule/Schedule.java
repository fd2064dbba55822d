package io.github.smallnn.schedule;

/**
 * A factor of the base learning rate over the course of training, counted in epochs or in steps. Schedules are pure
 * functions: they remember nothing, so a run may be continued anywhere.
 */
public sealed interface Schedule permits EpochSchedule, StepSchedule {}
