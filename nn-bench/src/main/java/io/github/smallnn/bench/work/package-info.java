/**
 * The work that is timed: jobs with their data, matrix products and least-squares problems with their
 * numbers, and references for all.
 *
 * <p>Nothing here is fast and nothing here is timed. Every contestant starts from the same numbers, and its result is held
 * against the reference before a clock runs. Add a training job in {@link io.github.smallnn.bench.work.Job}.
 */
package io.github.smallnn.bench.work;
