/**
 * Splits of data into parts for training and for testing: {@link io.github.smallnn.split.TrainTestSplit} once, each
 * {@link io.github.smallnn.split.Splitter} several times, for cross-validation.
 *
 * <p>Splits follow scikit-learn draw for draw, which golden tests hold. A newcomer may add a way of splitting that
 * returns {@link io.github.smallnn.split.SplitRows}, row numbers first, so that any data can be split with it.
 */
package io.github.smallnn.split;
