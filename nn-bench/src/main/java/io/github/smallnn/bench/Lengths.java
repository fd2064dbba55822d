package io.github.smallnn.bench;

import java.util.List;

/**
 * How long JMH measures.
 *
 * @param warmups iterations before those that count
 * @param warmupMillis time of each
 * @param iterations iterations that count
 * @param millis time of each
 */
record Lengths(int warmups, int warmupMillis, int iterations, int millis) {
    // Setting up, checking against naive loops, and what JMH needs between iterations.
    private static final double SECONDS_AROUND = 0.15;

    /** JMH's options. */
    List<String> options(int forks) {
        return List.of(
                "-v",
                "SILENT",
                "-f",
                String.valueOf(forks),
                "-wi",
                String.valueOf(warmups),
                "-w",
                warmupMillis + "ms",
                "-i",
                String.valueOf(iterations),
                "-r",
                millis + "ms");
    }

    /** About how long a number of benchmarks takes. */
    double seconds(int benchmarks) {
        return benchmarks * (SECONDS_AROUND + 1e-3 * (warmups * warmupMillis + iterations * millis));
    }
}
