package io.github.smallnn.random;

/**
 * NumPy's integer types as {@code randint} knows them. The type decides how the random words are used: types of 8 and
 * 16 bits and bool cut each 32-bit word into pieces, so the same range draws other numbers than with a wider type.
 */
public enum IntegerType {
    /** 0 or 1, one bit of a word each. */
    BOOL(1, 0, 1),
    /** -128 to 127. */
    INT8(8, Byte.MIN_VALUE, Byte.MAX_VALUE),
    /** 0 to 255. */
    UINT8(8, 0, 0xff),
    /** -32768 to 32767. */
    INT16(16, Short.MIN_VALUE, Short.MAX_VALUE),
    /** 0 to 65535. */
    UINT16(16, 0, 0xffff),
    /** -2^31 to 2^31 - 1. */
    INT32(32, Integer.MIN_VALUE, Integer.MAX_VALUE),
    /** 0 to 2^32 - 1. */
    UINT32(32, 0, 0xffffffffL),
    /** -2^63 to 2^63 - 1, NumPy's default on 64-bit Linux and macOS. */
    INT64(64, Long.MIN_VALUE, Long.MAX_VALUE);

    private final int bits;
    private final long min;
    private final long max;

    IntegerType(int bits, long min, long max) {
        this.bits = bits;
        this.min = min;
        this.max = max;
    }

    /**
     * The smallest number of the type.
     *
     * @return the smallest number
     */
    public long min() {
        return min;
    }

    /**
     * The largest number of the type.
     *
     * @return the largest number
     */
    public long max() {
        return max;
    }

    int bits() {
        return bits;
    }

    void check(long low, long high) {
        Arguments.checkRange(low, high);
        if (low < min || high - 1 > max) {
            throw new IllegalArgumentException("integers of type " + this + " needs low and high - 1 in " + min + ".."
                    + max + ", got low " + low + " and high " + high);
        }
    }
}
