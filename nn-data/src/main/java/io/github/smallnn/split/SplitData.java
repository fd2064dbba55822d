package io.github.smallnn.split;

import io.github.smallnn.graph.Dataset;

/**
 * The two parts of a split dataset, each with tensors of its own.
 *
 * @param train the training part
 * @param test the test part
 */
public record SplitData(Dataset train, Dataset test) {}
