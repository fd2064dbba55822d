/**
 * The network: defined once ({@link io.github.smallnn.graph.Layer}, {@link io.github.smallnn.graph.Loss},
 * {@link io.github.smallnn.graph.Node}), planned once ({@link io.github.smallnn.graph.Network}), run many times
 * ({@link io.github.smallnn.graph.Inference}, {@link io.github.smallnn.graph.Backprop}).
 *
 * <p>Three things are kept apart: a {@code Network} is immutable, a {@link io.github.smallnn.graph.ParameterSet} is plain
 * data, and a session owns every buffer of a step and belongs to one thread.
 * {@link io.github.smallnn.graph.Model} ties a network to its parameters for everyday use.
 *
 * <p>A newcomer starts at {@code Model} and {@code Layer}; the package-private {@code Planner} and {@code Engine} are where
 * a step really happens.
 */
package io.github.smallnn.graph;
