/**
 * Schedules of the learning rate: factors of the optimizer's base rate, as a function of the epoch
 * ({@link io.github.smallnn.schedule.EpochSchedule}) or of the step
 * ({@link io.github.smallnn.schedule.StepSchedule}); which of the two is counted is part of the type.
 *
 * <p>{@link io.github.smallnn.schedule.Schedules} has the ready-made ones. One's own is a lambda:
 * {@code EpochSchedule s = epoch -> 1 / (1 + 0.1 * epoch)}.
 */
package io.github.smallnn.schedule;
