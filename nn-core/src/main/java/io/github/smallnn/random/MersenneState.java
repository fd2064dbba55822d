package io.github.smallnn.random;

import java.util.Arrays;

/**
 * A place in the stream of a {@link RandomState}, in the form of NumPy's {@code get_state()}. Immutable, safe for use
 * by several threads.
 *
 * @param key the 624 words of the generator, read as unsigned; copied on the way in and out
 * @param pos the index of the next word in {@code key}; 624 if the words are used up
 * @param hasGauss whether a normal number is kept for the next call
 * @param cachedGaussian the number that is kept, 0 if none is
 */
public record MersenneState(int[] key, int pos, boolean hasGauss, double cachedGaussian) implements RandomSource.State {
    /**
     * Checks and copies.
     *
     * @param key the 624 words of the generator, not modified
     * @param pos the index of the next word, from 0 to 624
     * @param hasGauss whether a normal number is kept for the next call
     * @param cachedGaussian the number that is kept, 0 if none is
     * @throws IllegalArgumentException if the number of words or the index is wrong, if the words are all zero (a
     *     generator in that state would return nothing else), or if the kept number is not finite, or not zero though
     *     none is kept
     */
    public MersenneState {
        key = key.clone();
        if (key.length != Mt19937.WORDS) {
            throw new IllegalArgumentException(
                    "MT19937 state: key must have " + Mt19937.WORDS + " words, got " + key.length);
        }
        if (pos < 0 || pos > Mt19937.WORDS) {
            throw new IllegalArgumentException("MT19937 state: pos must be in 0.." + Mt19937.WORDS + ", got " + pos);
        }
        if (isStuck(key)) {
            throw new IllegalArgumentException(
                    "MT19937 state: key is zero in all bits that matter, so every number drawn would be zero; seed it anew");
        }
        if (!Double.isFinite(cachedGaussian) || !hasGauss && cachedGaussian != 0) {
            throw new IllegalArgumentException(
                    "MT19937 state: cachedGaussian must be finite, and 0 unless hasGauss, got " + cachedGaussian
                            + " with hasGauss " + hasGauss);
        }
    }

    private static boolean isStuck(int[] key) {
        int bits = key[0] & 0x80000000; // the other bits of the first word never reach a later one
        for (int i = 1; i < key.length; i++) {
            bits |= key[i];
        }
        return bits == 0;
    }

    /**
     * The 624 words of the generator, to be read as unsigned.
     *
     * @return a copy
     */
    @Override
    public int[] key() {
        return key.clone();
    }

    /**
     * The name of the algorithm.
     *
     * @return {@code MT19937}
     */
    @Override
    public String algorithm() {
        return "MT19937";
    }

    /**
     * Whether the other is a state from which the same numbers follow.
     *
     * @param other any object
     * @return true if all components are equal, word for word
     */
    @Override
    public boolean equals(Object other) {
        return other instanceof MersenneState s
                && pos == s.pos
                && hasGauss == s.hasGauss
                && Double.compare(cachedGaussian, s.cachedGaussian) == 0
                && Arrays.equals(key, s.key);
    }

    /**
     * A hash of all components.
     *
     * @return the hash
     */
    @Override
    public int hashCode() {
        return 31 * (31 * (31 * Arrays.hashCode(key) + pos) + Boolean.hashCode(hasGauss))
                + Double.hashCode(cachedGaussian);
    }

    /**
     * A short description, without the words.
     *
     * @return algorithm, position and the kept number
     */
    @Override
    public String toString() {
        return "MersenneState[pos=" + pos + ", " + (hasGauss ? "cachedGaussian=" + cachedGaussian : "no cachedGaussian")
                + ", key hash " + Integer.toHexString(Arrays.hashCode(key)) + "]";
    }
}
