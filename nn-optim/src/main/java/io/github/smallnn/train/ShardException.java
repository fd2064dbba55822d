package io.github.smallnn.train;

/** A shard of a batch failed. The cause says why, and its stack trace where; nothing was changed. */
public final class ShardException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Number of the shard, from 0. */
    private final int shard;

    /**
     * A report of which shard it was.
     *
     * @param shard its number, from 0
     * @param shards how many there are
     * @param from its first row in the batch
     * @param to row after its last
     * @param cause what it threw
     */
    public ShardException(int shard, int shards, int from, int to, Throwable cause) {
        super(
                "shard " + shard + " of " + shards + " (rows " + from + " to " + (to - 1) + " of the batch): "
                        + cause.getMessage(),
                cause);
        this.shard = shard;
    }

    /**
     * Which shard failed; the first one if several did.
     *
     * @return its number, from 0
     */
    public int shard() {
        return shard;
    }
}
