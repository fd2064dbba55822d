package io.github.smallnn.bench;

import java.util.Arrays;

/** Counts of times, exact below 512 and to a quarter of a percent above. Made once, allocates nothing when it counts. */
final class Histogram {
    // A time is its highest bit and the eight bits below it.
    private static final int BITS = 8;
    private static final int EXACT = 1 << BITS + 1;

    private final int[] counts = new int[(Long.SIZE - BITS) << BITS];
    private long total;

    void clear() {
        Arrays.fill(counts, 0);
        total = 0;
    }

    void add(long time) {
        counts[bin(Math.max(0, time))]++;
        total++;
    }

    /** The smallest time that at least this share of the times did not exceed; 0 where there are none. */
    double at(double share) {
        long rank = Math.max(1, (long) Math.ceil(share * total));
        long seen = 0;
        for (int bin = 0; bin < counts.length && total > 0; bin++) {
            seen += counts[bin];
            if (seen >= rank) {
                return lowest(bin);
            }
        }
        return 0;
    }

    private static int bin(long time) {
        if (time < EXACT) {
            return (int) time;
        }
        int shift = Long.SIZE - 1 - Long.numberOfLeadingZeros(time) - BITS;
        return (shift << BITS) + (int) (time >> shift);
    }

    private static double lowest(int bin) {
        if (bin < EXACT) {
            return bin;
        }
        int shift = (bin >> BITS) - 1;
        return (double) ((long) (bin - (shift << BITS)) << shift);
    }
}
