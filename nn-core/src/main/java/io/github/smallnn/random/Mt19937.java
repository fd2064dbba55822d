package io.github.smallnn.random;

/**
 * The Mersenne Twister with a period of 2^19937 - 1: 32-bit words, no distributions. Confined to one thread.
 *
 * <p>Source: M. Matsumoto and T. Nishimura, "Mersenne Twister: a 623-dimensionally equidistributed uniform
 * pseudo-random number generator", ACM TOMACS 8 (1998), with the two ways of seeding that the authors published in
 * 2002.
 */
final class Mt19937 implements Words {
    static final int WORDS = 624;

    private static final int MIDDLE = 397;
    private static final int UPPER_BIT = 0x80000000;
    private static final int LOWER_BITS = 0x7fffffff;
    private static final int MATRIX = 0x9908b0df;

    private final int[] key = new int[WORDS];
    private int pos;

    /** Starts from the low 32 bits of one number. */
    void seed(int seed) {
        key[0] = seed;
        for (int i = 1; i < WORDS; i++) {
            key[i] = 1812433253 * mix(i - 1) + i;
        }
        pos = WORDS;
    }

    /** Starts from one or more words; one word gives another stream than the number alone. */
    void seed(int[] words) {
        seed(19650218);
        int i = 1;
        for (int step = 0; step < Math.max(WORDS, words.length); step++) {
            int j = step % words.length;
            key[i] = (key[i] ^ (mix(i - 1) * 1664525)) + words[j] + j;
            i = next(i);
        }
        for (int step = 1; step < WORDS; step++) {
            key[i] = (key[i] ^ (mix(i - 1) * 1566083941)) - i;
            i = next(i);
        }
        key[0] = UPPER_BIT; // never the state of zeros only
    }

    private int mix(int i) {
        return key[i] ^ (key[i] >>> 30);
    }

    private int next(int i) {
        if (i + 1 < WORDS) {
            return i + 1;
        }
        key[0] = key[WORDS - 1];
        return 1;
    }

    @Override
    public int next32() {
        if (pos == WORDS) {
            regenerate();
            pos = 0;
        }
        int y = key[pos++];
        y ^= y >>> 11;
        y ^= (y << 7) & 0x9d2c5680;
        y ^= (y << 15) & 0xefc60000;
        return y ^ (y >>> 18);
    }

    /** The next 64 bits, of which the first word is the high half. */
    @Override
    public long next64() {
        long high = next32();
        return (high << 32) | Integer.toUnsignedLong(next32());
    }

    private void regenerate() {
        int i = 0;
        for (; i < WORDS - MIDDLE; i++) {
            key[i] = key[i + MIDDLE] ^ twist(key[i], key[i + 1]);
        }
        for (; i < WORDS - 1; i++) {
            key[i] = key[i + MIDDLE - WORDS] ^ twist(key[i], key[i + 1]);
        }
        key[i] = key[MIDDLE - 1] ^ twist(key[i], key[0]);
    }

    private static int twist(int upper, int lower) {
        int y = (upper & UPPER_BIT) | (lower & LOWER_BITS);
        return (y >>> 1) ^ (-(y & 1) & MATRIX); // the matrix if the lowest bit is set
    }

    int[] key() {
        return key.clone();
    }

    int pos() {
        return pos;
    }

    void restore(int[] words, int position) {
        System.arraycopy(words, 0, key, 0, WORDS);
        pos = position;
    }
}
