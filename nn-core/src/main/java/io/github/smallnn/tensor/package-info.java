/**
 * Numbers in rows and columns: {@link io.github.smallnn.tensor.Tensor} over EJML's matrices in both precisions, and the
 * logical {@link io.github.smallnn.tensor.Shape} of one sample.
 *
 * <p>A newcomer uses {@link io.github.smallnn.tensor.Tensor}'s factories, {@code get}, {@code set} and {@code matrix()}.
 * The views with movable rows exist for sessions: they are made once when a session is planned and moved afterwards, so
 * that a step allocates nothing. Raw arrays leave this package only through {@code data()}, for the kernels.
 */
package io.github.smallnn.tensor;
