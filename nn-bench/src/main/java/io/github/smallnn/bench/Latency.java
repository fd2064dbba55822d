package io.github.smallnn.bench;

import io.github.smallnn.bench.work.Predictor;

/**
 * How long single predictions take, each between two readings of the clock, whose own cost is part of every figure.
 * Allocates nothing once made, since the profiler counts what it does as the benchmark's.
 */
final class Latency {
    private static final int CALLS = 50_000;
    private static final long LONGEST = 100_000_000;

    private final Histogram clock = new Histogram();
    private final Histogram calls = new Histogram();

    /** Times at most 50,000 calls with 0, 1, ..., sets - 1 in turn, for at most a tenth of a second. */
    void measure(Predictor predictor, int sets) {
        clock.clear();
        calls.clear();
        long start = System.nanoTime();
        long before = start;
        for (int n = 0, set = 0; n < CALLS && before - start < LONGEST; n++) {
            long empty = System.nanoTime();
            before = System.nanoTime();
            predictor.predict(set);
            calls.add(System.nanoTime() - before);
            clock.add(before - empty);
            set = set + 1 == sets ? 0 : set + 1;
        }
    }

    /** Median time between two readings with nothing between them, nanoseconds. */
    double clock() {
        return clock.at(0.5);
    }

    /** The time that a share of the calls did not exceed, nanoseconds. */
    double at(double share) {
        return calls.at(share);
    }
}
