package io.github.smallnn.random;

import java.math.BigInteger;

/**
 * The permuted congruential generator PCG64 (XSL-RR) with a period of 2^128. A 32-bit word is the low half of a 64-bit
 * word, whose high half is kept for the next one. Confined to one thread.
 *
 * <p>Source: M. E. O'Neill, "PCG: A Family of Simple Fast Space-Efficient Statistically Good Algorithms for Random
 * Number Generation", Harvey Mudd College HMC-CS-2014-0905 (2014).
 */
final class PcgWords implements Words {
    private static final long FACTOR_HIGH = 0x2360ed051fc65da4L;
    private static final long FACTOR_LOW = 0x4385df649fccf645L;
    private static final BigInteger LOW_BITS =
            BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);

    // The state and its increment are numbers of 128 bits in two halves.
    private long high;
    private long low;
    private long incHigh;
    private long incLow;
    private boolean hasHalf;
    private int half;

    /** Starts from four words: the state, then the stream, each with its high half first. */
    void seed(long[] w) {
        incHigh = w[2] << 1 | w[3] >>> 63;
        incLow = w[3] << 1 | 1;
        high = 0;
        low = 0;
        step();
        add(w[0], w[1]);
        step();
        hasHalf = false;
        half = 0;
    }

    private void step() {
        long productHigh = unsignedMultiplyHigh(low, FACTOR_LOW) + high * FACTOR_LOW + low * FACTOR_HIGH;
        low *= FACTOR_LOW;
        high = productHigh;
        add(incHigh, incLow);
    }

    private void add(long h, long l) {
        low += l;
        high += h + (Long.compareUnsigned(low, l) < 0 ? 1 : 0);
    }

    /** The upper 64 bits of a product of unsigned numbers; Java has it from 18 on. */
    static long unsignedMultiplyHigh(long x, long y) {
        return Math.multiplyHigh(x, y) + ((x >> 63) & y) + ((y >> 63) & x);
    }

    @Override
    public long next64() {
        step();
        return Long.rotateRight(high ^ low, (int) (high >>> 58));
    }

    @Override
    public int next32() {
        if (hasHalf) {
            hasHalf = false;
            return half;
        }
        long word = next64();
        hasHalf = true;
        half = (int) (word >>> 32);
        return (int) word;
    }

    Pcg64State state() {
        return new Pcg64State(number(high, low), number(incHigh, incLow), hasHalf, Integer.toUnsignedLong(half));
    }

    void restore(Pcg64State s) {
        low = s.state().longValue();
        high = s.state().shiftRight(Long.SIZE).longValue();
        incLow = s.inc().longValue();
        incHigh = s.inc().shiftRight(Long.SIZE).longValue();
        hasHalf = s.hasUint32();
        half = (int) s.uinteger();
    }

    private static BigInteger number(long h, long l) {
        return BigInteger.valueOf(h)
                .and(LOW_BITS)
                .shiftLeft(Long.SIZE)
                .or(BigInteger.valueOf(l).and(LOW_BITS));
    }
}
