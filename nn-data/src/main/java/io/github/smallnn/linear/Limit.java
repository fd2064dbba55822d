package io.github.smallnn.linear;

/**
 * What keeps a network from its optimum. Immutable, any thread.
 *
 * @param cause the kind of reason
 * @param sentence one sentence with figures and names of columns
 */
public record Limit(Cause cause, String sentence) {

    /** Kinds of reasons. */
    public enum Cause {
        /** Nothing: the optimum is reached. */
        CONVERGED,
        /** Steps at this rate grow. */
        RATE_TOO_HIGH,
        /** The differences between batches keep the loss up at this rate. */
        BATCH_NOISE,
        /** Columns of unlike size, or that nearly depend on each other, make the descent slow. */
        BAD_CONDITION,
        /** More steps get there. */
        TOO_FEW_STEPS
    }

    /** The sentence. */
    @Override
    public String toString() {
        return sentence;
    }
}
