package io.github.smallnn.kernel;

/**
 * Counter-based random numbers: a draw is a pure function of (seed, step, op, row, column).
 *
 * <p>A mask made from such draws need not be stored to be seen again: a repeated evaluation, any number of threads and a
 * resumed run get the same one. The mix is the finaliser of SplitMix64 (Steele, Lea and Flood, "Fast splittable
 * pseudorandom number generators", 2014) applied once per coordinate. Stateless, any thread.
 */
public final class CounterRandom {
    private CounterRandom() {}

    /**
     * Key of one op in one step.
     *
     * @param seed seed of the session
     * @param step training step
     * @param op index of the op in its network
     * @return the key to draw with
     */
    public static long key(long seed, long step, int op) {
        return mix(mix(mix(seed + 0x9E3779B97F4A7C15L) ^ step) ^ op);
    }

    /**
     * Key of one row, so that a loop over columns mixes once per draw.
     *
     * @param key key of the op
     * @param row row in the batch
     * @return the key of the row
     */
    public static long rowKey(long key, int row) {
        return mix(key + 0x9E3779B97F4A7C15L * (row + 1L));
    }

    /**
     * A uniform draw.
     *
     * @param rowKey key of the row
     * @param col column
     * @return a multiple of 2^-53 in [0, 1)
     */
    public static double uniform(long rowKey, int col) {
        return (mix(rowKey + 0x9E3779B97F4A7C15L * (col + 1L)) >>> 11) * 0x1p-53;
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
