/**
 * Losses: functions from prediction and target to values per sample, which a session reduces to one number.
 *
 * <p>{@link io.github.smallnn.loss.Losses} has them, {@link io.github.smallnn.loss.LossRegistry} lists them by name. A
 * new loss is composed of nodes wherever that is possible, gets one entry in the registry, and is then checked by all
 * shared tests. {@link io.github.smallnn.loss.WeightPenalty} is what a trainer adds for the size of parameters. Where
 * the name is PyTorch's, so are the numbers and the edge cases.
 */
package io.github.smallnn.loss;
