package io.github.smallnn.random;

import java.math.BigInteger;

/**
 * A place in the stream of a {@link Pcg64}, in the form of NumPy's {@code bit_generator.state}. Immutable, safe for use
 * by several threads.
 *
 * @param state the congruential state, a number of 128 bits
 * @param inc the increment that tells streams apart, an odd number of 128 bits
 * @param hasUint32 whether half a word is kept for the next draw of 32 bits
 * @param uinteger the half word that is kept, or that was kept last; 0 to 2^32 - 1
 */
public record Pcg64State(BigInteger state, BigInteger inc, boolean hasUint32, long uinteger)
        implements RandomSource.State {
    private static final int BITS = 128;

    /**
     * Checks the ranges.
     *
     * @param state the congruential state, a number of 128 bits
     * @param inc the increment, an odd number of 128 bits
     * @param hasUint32 whether half a word is kept
     * @param uinteger the half word, 0 to 2^32 - 1
     * @throws IllegalArgumentException if a number is out of its range or the increment is even
     */
    public Pcg64State {
        check("state", state);
        check("inc", inc);
        if (!inc.testBit(0)) {
            throw new IllegalArgumentException("PCG64 state: inc must be odd, got " + inc);
        }
        if (uinteger < 0 || uinteger > 0xffffffffL) {
            throw new IllegalArgumentException("PCG64 state: uinteger must be in 0..4294967295, got " + uinteger);
        }
    }

    private static void check(String name, BigInteger value) {
        if (value.signum() < 0 || value.bitLength() > BITS) {
            throw new IllegalArgumentException("PCG64 state: " + name + " must be in 0..2^128 - 1, got " + value);
        }
    }

    /**
     * The name of the algorithm.
     *
     * @return {@code PCG64}
     */
    @Override
    public String algorithm() {
        return "PCG64";
    }
}
