package io.github.smallnn.data;

/** How many elements a reader of arrays may read. */
final class ArrayLimit {
    /** 2^28 elements, 2 GiB. */
    static final long DEFAULT = 1L << 28;

    private ArrayLimit() {}

    static long check(long maxElements) {
        if (maxElements < 1 || maxElements > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "maxElements must be between 1 and 2^31-9, the most that one Java array holds, got " + maxElements);
        }
        return maxElements;
    }
}
