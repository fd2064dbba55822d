package io.github.smallnn.loss;

/** What a loss expects its targets to be; the shared tests make their data accordingly. */
public enum TargetKind {
    /** Any finite numbers, one per output. */
    NUMBERS,
    /** Numbers from 0 to 1, one per output, independent of each other. */
    PROBABILITIES,
    /** One whole number per sample: the index of its class. */
    CLASS_INDEX,
    /** Numbers from 0 to 1, one per class, of sum 1. */
    DISTRIBUTION
}
