/**
 * Ready-made layers: records such as {@link io.github.smallnn.layer.Dense}, the factories and combinators of
 * {@link io.github.smallnn.layer.Layers} and {@link io.github.smallnn.layer.Activations}, and their registry by name.
 *
 * <p>Everything here is composed of nodes, in a few lines each; it is the place to look at before writing a layer. A new
 * layer gets one entry in the table of its family ({@code ActivationEntries}, {@code NormEntries} and the like), from which
 * {@link io.github.smallnn.layer.LayerRegistry} sends it through all shared tests and into the catalogue.
 */
package io.github.smallnn.layer;
