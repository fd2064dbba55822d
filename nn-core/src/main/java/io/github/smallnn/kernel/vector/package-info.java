/**
 * Matrix products and elementary functions with {@code jdk.incubator.vector}. The only package that names a vector type:
 * it is compiled by itself, loaded by reflection, and the rest of the library runs without it when the module is absent.
 *
 * <p>{@link io.github.smallnn.kernel.vector.VectorGemm} is the entry to products,
 * {@link io.github.smallnn.kernel.vector.DoubleVectorLoops} and its float twin to functions; {@code Mixture} runs before
 * both and says why. The register tiles are straight-line code in which every line has been measured; docs/adr/0005 says
 * what was tried. The float classes are generated from the double ones, but for {@code FloatVectorExp},
 * {@code FloatVectorLog} and {@code FloatVectorErf}, whose series are shorter. A newcomer who is not after speed never
 * needs to come here.
 */
package io.github.smallnn.kernel.vector;
