/**
 * The opponents: training loops and products written by hand on EJML matrices, without allocation, as a careful user of
 * EJML would write them. One class per job, straight through, so that no generality slows them down.
 *
 * <p>The {@code Float} classes are made from the {@code Double} ones by a test; change the double source.
 */
package io.github.smallnn.bench.kernel;
