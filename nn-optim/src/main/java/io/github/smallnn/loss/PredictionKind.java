package io.github.smallnn.loss;

/** What a loss expects its predictions to be, and so what a network in front of it has to end with. */
public enum PredictionKind {
    /** Any numbers, such as a dense layer gives. */
    NUMBERS,
    /** Probabilities from 0 to 1, such as a sigmoid gives. */
    PROBABILITIES,
    /** Logarithms of the probabilities of classes, such as a log-softmax gives. */
    LOG_PROBABILITIES,
    /** Numbers above 0, such as softplus or exp gives. */
    RATES,
    /** Means, then as many variances, which softplus or exp keeps above 0. */
    MEANS_AND_VARIANCES,
    /** Two column ranges of one width, of any numbers. */
    PAIRS,
    /** Three column ranges of one width, of any numbers. */
    TRIPLETS
}
