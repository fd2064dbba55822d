/**
 * The training loop: {@link io.github.smallnn.train.Trainer} takes a model, a loss and an optimizer through batches and
 * epochs and returns a {@link io.github.smallnn.train.History}; listeners watch it and may stop it, and so does
 * {@link io.github.smallnn.train.EarlyStopping}. {@link io.github.smallnn.train.RateFinder} looks for a rate beforehand.
 *
 * <p>{@link io.github.smallnn.train.ShardedBackprop} cuts a batch into shards for several threads, or for none: it is the
 * session of every training, mostly with one shard.
 *
 * <p>One step of training is {@code TrainingStep}: show a batch to the session, evaluate loss and gradients, let the
 * optimizer step, commit running statistics. {@code Fit} repeats it. Nothing else in the library knows about epochs.
 */
package io.github.smallnn.train;
