package io.github.smallnn.metrics;

/** How precision, recall and F1 of several classes become one figure. */
public enum Average {
    /** The figure of class 1; all labels must be 0 or 1. */
    BINARY,
    /** The plain mean of the classes' figures. */
    MACRO,
    /** The figure of the counts of all classes together. */
    MICRO,
    /** The mean of the classes' figures, each weighted by its number of true rows. */
    WEIGHTED
}
