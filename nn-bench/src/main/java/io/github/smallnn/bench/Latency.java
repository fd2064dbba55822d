package io.github.smallnn.bench;

import io.github.smallnn.bench.work.Predictor;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * How long single predictions take, each between two readings of the clock, whose own cost is part of every figure.
 *
 * @param clock median time between two readings with nothing between them, nanoseconds
 * @param p50 median
 * @param p99 exceeded by one call in a hundred
 * @param p999 exceeded by one call in a thousand
 */
record Latency(double clock, double p50, double p99, double p999) {
    private static final int CALLS = 50_000;
    private static final long LONGEST = 100_000_000;

    /** Times at most 50,000 calls, for at most a tenth of a second. */
    static Latency of(Predictor predictor, int sets) {
        long[] empty = times(1, set -> {});
        long[] calls = times(sets, predictor::predict);
        return new Latency(at(empty, 0.5), at(calls, 0.5), at(calls, 0.99), at(calls, 0.999));
    }

    /** Sorted times of calls with 0, 1, ..., sets - 1 in turn. */
    private static long[] times(int sets, IntConsumer call) {
        long[] times = new long[CALLS];
        long start = System.nanoTime();
        long before = start;
        int n = 0;
        for (int set = 0; n < CALLS && before - start < LONGEST; n++) {
            before = System.nanoTime();
            call.accept(set);
            times[n] = System.nanoTime() - before;
            set = set + 1 == sets ? 0 : set + 1;
        }
        long[] sorted = Arrays.copyOf(times, n);
        Arrays.sort(sorted);
        return sorted;
    }

    /** The smallest time that at least this share of the calls did not exceed. */
    static double at(long[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
