package io.github.smallnn.split;

/**
 * Row numbers of the two parts of a split, in the order in which the parts list them. No row is in both.
 *
 * @param train rows of the training part, not to be modified
 * @param test rows of the test part, not to be modified
 */
public record SplitRows(int[] train, int[] test) {}
