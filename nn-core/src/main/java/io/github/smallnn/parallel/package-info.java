/**
 * Work on several threads: {@link io.github.smallnn.parallel.Workers} runs the parts of a job, always the same parts in the
 * same split, so that a result never depends on how many threads there were. Knows nothing of networks.
 */
package io.github.smallnn.parallel;
