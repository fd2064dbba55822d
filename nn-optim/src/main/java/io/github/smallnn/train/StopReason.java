package io.github.smallnn.train;

/** Why a run ended. */
public enum StopReason {
    /** All epochs were done. */
    COMPLETED,
    /** A listener said so. */
    LISTENER,
    /** Early stopping or the control of the rate found no improvement. */
    NO_IMPROVEMENT,
    /** The thread was interrupted; its interrupt flag is still set. */
    INTERRUPTED
}
