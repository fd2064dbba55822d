/**
 * Primitive operations: each a small immutable record with an explicit forward and backward, and
 * {@link io.github.smallnn.op.Op}, the interface through which users add their own.
 *
 * <p>Most users never come here: layers and losses are composed from nodes, and their gradients follow. Write an op when a
 * composition would be too slow or numerically unsafe. An op gets everything from its
 * {@link io.github.smallnn.op.OpContext}, keeps no state, and reads and writes tensors through
 * {@link io.github.smallnn.kernel.Kernels} or {@code Tensor.get/set}, never through raw arrays.
 */
package io.github.smallnn.op;
