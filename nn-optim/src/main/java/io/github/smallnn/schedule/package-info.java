/**
 * Schedules of the learning rate: factors of the optimizer's base rate, as a function of the epoch
 * ({@link io.github.smallnn.schedule.EpochSchedule}) or of the step
 * ({@link io.github.smallnn.schedule.StepSchedule}); which of the two is counted is part of the type. Some also cycle the
 * momentum.
 *
 * <p>{@link io.github.smallnn.schedule.Schedules} has the ready-made ones and their compositions;
 * {@link io.github.smallnn.schedule.OneCycle} and {@link io.github.smallnn.schedule.Cyclic} are values of their own. One's
 * own is a lambda: {@code EpochSchedule s = epoch -> 1 / (1 + 0.1 * epoch)}. A rate that depends on how training goes is no
 * function of time but a {@link io.github.smallnn.schedule.RateControl}, such as
 * {@link io.github.smallnn.schedule.ReduceOnPlateau}. {@link io.github.smallnn.schedule.ScheduleRegistry} lists all.
 */
package io.github.smallnn.schedule;
