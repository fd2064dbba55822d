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
    DISTRIBUTION,
    /** Logarithms of such numbers. */
    LOG_DISTRIBUTION,
    /** Whole numbers from 0, one per output. */
    COUNTS,
    /** 1 or -1. */
    SIGNS,
    /** A column that is not looked at. */
    UNUSED
}
