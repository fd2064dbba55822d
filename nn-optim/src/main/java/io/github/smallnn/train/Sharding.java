package io.github.smallnn.train;

/**
 * How a batch is shared among threads. Every shard of a batch has a session of its own; the gradients are added in the order
 * of the shards. So the number of shards decides about the bits, and the number of threads does not.
 *
 * <p>With {@link #threads(int)} alone there are as many shards as threads, and a single one where a step is so small that
 * sharing it would take longer: the same number of threads gives the same bits. With {@link #shards(int)} a batch is always
 * cut into so many shards, and any number of threads gives the same bits. Immutable, any thread.
 *
 * @param threads threads at most, the calling one included, at least 1
 * @param shards shards of every batch, 0 to choose them by the threads
 */
public record Sharding(int threads, int shards) {

    /**
     * Checks the numbers.
     *
     * @param threads threads at most
     * @param shards shards of every batch, or 0
     * @throws IllegalArgumentException if threads is below 1 or shards below 0
     */
    public Sharding {
        if (threads < 1 || shards < 0) {
            throw new IllegalArgumentException(
                    "sharding needs at least 1 thread, and shards of 0 (chosen by the threads)" + " or more, but got "
                            + threads + " threads and " + shards + " shards");
        }
    }

    /**
     * One thread, one shard: a batch as it is.
     *
     * @return no sharding
     */
    public static Sharding none() {
        return threads(1);
    }

    /**
     * As many shards as threads where that pays, else one.
     *
     * @param count threads at most, the calling one included
     * @return the sharding
     * @throws IllegalArgumentException if count is below 1
     */
    public static Sharding threads(int count) {
        return new Sharding(count, 0);
    }

    /**
     * With a number of shards that no longer depends on the threads. A shard without rows is left out.
     *
     * @param count shards of every batch, at least 1
     * @return a changed copy
     * @throws IllegalArgumentException if count is below 1
     */
    public Sharding shards(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("a batch needs at least 1 shard, but got " + count);
        }
        return new Sharding(threads, count);
    }

    /** Whether more than one shard is asked for, whatever the size. */
    boolean wanted() {
        return shards == 0 ? threads > 1 : shards > 1;
    }
}
