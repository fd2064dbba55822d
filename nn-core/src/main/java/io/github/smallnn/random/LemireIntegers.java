package io.github.smallnn.random;

/**
 * Whole numbers from 0 to a bound by multiplication: the upper half of a random word times the number of values, drawn
 * again where the lower half shows that a value would come too often. The bound 0 takes no draw.
 *
 * <p>Source: D. Lemire, "Fast Random Integer Generation in an Interval", ACM TOMACS 29 (2019).
 */
final class LemireIntegers {
    private static final long MAX_WORD = 0xffffffffL;

    private LemireIntegers() {}

    /** A number from 0 to {@code bound}, both unsigned: words of 32 bits where the bound fits one, of 64 above. */
    static long draw(Words words, long bound) {
        if (bound == 0) {
            return 0;
        }
        if (bound >>> 32 == 0) {
            return bound == MAX_WORD ? Integer.toUnsignedLong(words.next32()) : draw32(words, bound + 1);
        }
        return bound == -1 ? words.next64() : draw64(words, bound + 1);
    }

    private static long draw32(Words words, long n) {
        long product = Integer.toUnsignedLong(words.next32()) * n;
        if ((product & MAX_WORD) < n) {
            long threshold = (1L << 32) % n;
            while ((product & MAX_WORD) < threshold) {
                product = Integer.toUnsignedLong(words.next32()) * n;
            }
        }
        return product >>> 32;
    }

    private static long draw64(Words words, long n) {
        long word = words.next64();
        if (Long.compareUnsigned(word * n, n) < 0) {
            long threshold = Long.remainderUnsigned(-n, n); // 2^64 mod n
            while (Long.compareUnsigned(word * n, threshold) < 0) {
                word = words.next64();
            }
        }
        return PcgWords.unsignedMultiplyHigh(word, n);
    }
}
