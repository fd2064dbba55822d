/**
 * Ready-made layers: {@link io.github.smallnn.layer.Dense} and the factories and combinators of
 * {@link io.github.smallnn.layer.Layers}, and their registry by name.
 *
 * <p>Everything here is composed of nodes, in a few lines each; it is the place to look at before writing a layer. A new
 * layer gets one entry in {@link io.github.smallnn.layer.LayerRegistry}, which sends it through all shared tests.
 */
package io.github.smallnn.layer;
