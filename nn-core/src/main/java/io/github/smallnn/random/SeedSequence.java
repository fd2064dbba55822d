package io.github.smallnn.random;

import java.util.Arrays;

/**
 * NumPy's {@code SeedSequence}: mixes seeds of any quality into a pool of four words, from which as many words as
 * wanted are drawn, so that similar seeds give streams that have nothing in common.
 *
 * <p>Source: M. E. O'Neill, "Developing a seed_seq Alternative" (2015), with the constants that NumPy chose.
 */
final class SeedSequence {
    private static final int POOL = 4;
    private static final int HALF = 16;
    private static final int HASH_START = 0x43b0d7e5;
    private static final int HASH_STEP = 0x931e8875;
    private static final int DRAW_START = 0x8b51f9dd;
    private static final int DRAW_STEP = 0x58f38ded;
    private static final int MIX_LEFT = 0xca01f9dd;
    private static final int MIX_RIGHT = 0x4973f715;

    private final int[] pool = new int[POOL];
    private int hash = HASH_START;

    /** From numbers of zero or above, each taken as the 32-bit words it needs, the lowest first. */
    SeedSequence(long... entropy) {
        int[] words = words(entropy);
        for (int i = 0; i < POOL; i++) {
            pool[i] = hashed(i < words.length ? words[i] : 0);
        }
        for (int from = 0; from < POOL; from++) {
            for (int to = 0; to < POOL; to++) {
                if (from != to) {
                    pool[to] = mixed(pool[to], hashed(pool[from]));
                }
            }
        }
        for (int from = POOL; from < words.length; from++) {
            for (int to = 0; to < POOL; to++) {
                pool[to] = mixed(pool[to], hashed(words[from]));
            }
        }
    }

    private static int[] words(long[] entropy) {
        int[] words = new int[2 * entropy.length];
        int n = 0;
        for (long number : entropy) {
            words[n++] = (int) number;
            if (number >>> 32 != 0) {
                words[n++] = (int) (number >>> 32);
            }
        }
        return Arrays.copyOf(words, n);
    }

    private int hashed(int word) {
        int v = word ^ hash;
        hash *= HASH_STEP;
        v *= hash;
        return v ^ (v >>> HALF);
    }

    private static int mixed(int x, int y) {
        int v = MIX_LEFT * x - MIX_RIGHT * y;
        return v ^ (v >>> HALF);
    }

    /** The first n words; the same at every call. */
    int[] draw32(int n) {
        int[] words = new int[n];
        int factor = DRAW_START;
        for (int i = 0; i < n; i++) {
            int v = pool[i % POOL] ^ factor;
            factor *= DRAW_STEP;
            v *= factor;
            words[i] = v ^ (v >>> HALF);
        }
        return words;
    }

    /** The first n double words, each made of two words, the low half first. */
    long[] draw64(int n) {
        int[] halves = draw32(2 * n);
        long[] words = new long[n];
        for (int i = 0; i < n; i++) {
            words[i] = Integer.toUnsignedLong(halves[2 * i]) | (long) halves[2 * i + 1] << 32;
        }
        return words;
    }
}
