/**
 * Benchmarks: the library against loops written by hand on EJML, against its own kernels called in sequence, and
 * against other solvers of least squares.
 *
 * <p>{@link io.github.smallnn.bench.BenchMain} runs them and prints tables. A benchmark checks its contestant's result in
 * its setup and fails when it is wrong; what it found (loss, error, kernel) becomes a secondary result beside the time.
 * A newcomer adds a benchmark class here and a table in {@link io.github.smallnn.bench.Report}.
 */
package io.github.smallnn.bench;
