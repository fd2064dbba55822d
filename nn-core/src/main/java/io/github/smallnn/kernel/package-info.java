/**
 * The loops: everything that runs once per element or once per multiply-add, in both precisions.
 *
 * <p>{@link io.github.smallnn.kernel.Kernels} is what ops call. The double classes are written by hand; a class named
 * {@code Float...} beside a {@code Double...} of the same rest is generated from it and held equal by a test, so change
 * the double one and regenerate (CONTRIBUTING says how). {@link io.github.smallnn.kernel.Gemm} is the seam for faster
 * matrix products, {@link io.github.smallnn.kernel.PlannedProduct} one product of the same arrays again and again.
 * Classes that read their sizes from {@code Templates.data} are templates: hidden copies of them are made for one
 * layer, product or length of rows ({@link io.github.smallnn.kernel.Templates}, which {@code optim.kernel} uses too).
 *
 * <p>Only this package (and {@code optim.kernel}) touches raw arrays. A newcomer who writes layers never needs it.
 */
package io.github.smallnn.kernel;
