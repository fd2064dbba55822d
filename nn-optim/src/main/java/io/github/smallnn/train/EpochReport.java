package io.github.smallnn.train;

import java.util.OptionalDouble;

/**
 * What one epoch came to. Immutable, any thread.
 *
 * @param epoch number of the epoch since the trainer began, from 1
 * @param steps steps since the trainer began
 * @param loss training loss over the epoch, each batch's taken before its step (with dropout), reduced as if the epoch had
 *     been one batch
 * @param validationLoss loss of the validation data after the epoch, the way predictions are made; empty without such data
 * @param rate learning rate of the last step
 */
public record EpochReport(long epoch, long steps, double loss, OptionalDouble validationLoss, double rate) {}
