package io.github.smallnn.random;

/**
 * Whole numbers from 0 to a bound by masked rejection: random bits are cut to the length of the bound and drawn again
 * until they do not exceed it. The bound 0 takes no draw.
 */
final class MaskedIntegers {
    private MaskedIntegers() {}

    /** A number from 0 to {@code bound}, both unsigned: one word a try up to 32 bits, two above. */
    static long draw(Words words, long bound) {
        if (bound == 0) {
            return 0;
        }
        if (bound >>> 32 == 0) {
            return Integer.toUnsignedLong(draw32(words, (int) bound));
        }
        long mask = -1L >>> Long.numberOfLeadingZeros(bound);
        long v;
        do {
            v = words.next64() & mask;
        } while (Long.compareUnsigned(v, bound) > 0);
        return v;
    }

    private static int draw32(Words words, int bound) {
        int mask = -1 >>> Integer.numberOfLeadingZeros(bound);
        int v;
        do {
            v = words.next32() & mask;
        } while (Integer.compareUnsigned(v, bound) > 0);
        return v;
    }

    /** Fills an array with low plus a number from 0 to {@code bound}, from pieces of up to 16 bits, low bits first. */
    static void fillFromPieces(Words words, int bits, long low, int bound, long[] target) {
        int mask = bound == 0 ? 0 : -1 >>> Integer.numberOfLeadingZeros(bound);
        int word = 0;
        int left = 0;
        for (int i = 0; i < target.length; ) {
            if (bound != 0) {
                word = left == 0 ? words.next32() : word >>> bits;
                left = left == 0 ? 32 / bits - 1 : left - 1;
            }
            int v = word & mask;
            if (v <= bound) {
                target[i++] = low + v;
            }
        }
    }
}
